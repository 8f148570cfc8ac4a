package org.precert.crd.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.precert.coverage.Documents;
import org.precert.coverage.GuideVersion;
import org.precert.crd.answer.FormTask;

/** Writes the task to complete a form. CRD 2.0.1 wants to know what comes after it; 2.2 no more. */
record TaskWriter(ObjectMapper json, GuideVersion version) {

    private static final String SDC = "http://hl7.org/fhir/uv/sdc/CodeSystem/temp";
    private static final String CRD = "http://hl7.org/fhir/us/davinci-crd/CodeSystem/temp";

    ObjectNode write(FormTask form) {
        ObjectNode task = json.createObjectNode().put("resourceType", "Task");
        task.putArray("basedOn").addObject().put("reference", form.order());
        task.put("status", "ready").put("intent", "order");
        concept(task.putObject("code"), SDC, "complete-questionnaire");
        task.putObject("for").put("reference", "Patient/" + form.patient());
        task.put("authoredOn", form.date().toString());
        task.putObject("requester").put("display", form.payer());
        ObjectNode reason = task.putObject("reasonCode");
        if (version == GuideVersion.STU_2_0) {
            concept(reason, CRD, "reason-prior-auth");
        }
        reason.put("text", form.why());
        ArrayNode inputs = task.putArray("input");
        ObjectNode questionnaire = inputs.addObject();
        concept(questionnaire.putObject("type"), SDC, "questionnaire").put("text", "questionnaire");
        questionnaire.put("valueCanonical", form.canonical());
        if (version == GuideVersion.STU_2_0) {
            ObjectNode after = inputs.addObject();
            concept(after.putObject("type"), CRD, "after-completion-action");
            after(after.putObject("valueCodeableConcept"), form.purpose());
        }
        return task;
    }

    private static void after(ObjectNode concept, Documents.Purpose purpose) {
        switch (purpose) {
            case WITH_PA, UNSTATED -> concept(concept, CRD, "prior-auth-include");
            case WITH_CLAIM -> concept(concept, CRD, "initial-claim-include");
            case WITH_ORDER -> concept.put("text", "Send it with the order");
            case RETAIN -> concept.put("text", "Keep it in the record");
        }
    }

    private static ObjectNode concept(ObjectNode concept, String system, String code) {
        concept.putArray("coding").addObject().put("system", system).put("code", code);
        return concept;
    }
}
