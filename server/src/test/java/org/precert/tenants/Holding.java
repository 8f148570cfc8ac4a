package org.precert.tenants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.precert.testing.Call;
import org.precert.testing.Samples;

/**
 * What there is of a payer: a call of a hook and what it was told, a request for prior authorization and its case; or what could be
 * and is not, for comparison.
 *
 * @param assertion id of what was said at order entry
 * @param submit the request, as it was sent
 * @param caseId of the case, and of its ClaimResponse
 * @param number of the case
 * @param form canonical of a form of the payer
 * @param subscription of the client, with an event of the case
 */
record Holding(
        String payer,
        String sample,
        String assertion,
        String submit,
        String caseId,
        String number,
        String document,
        String form,
        String subscription) {

    private static final String CERTIFICATION =
            "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-certificationType";

    /** The same of what is not there. */
    Holding ghost() {
        String other = UUID.randomUUID().toString();
        return new Holding(
                payer,
                sample,
                other,
                submit.replace(member(), "M-" + other),
                other,
                "PA" + other.substring(0, 8),
                other,
                form.replaceFirst("Questionnaire/.*", "Questionnaire/" + other),
                subscription);
    }

    /** What of it must not be told to others. */
    List<String> secrets() {
        return List.of(caseId, number, document);
    }

    String member() {
        return Call.json(submit).findPath("subscriberId").asText();
    }

    Call hook() {
        return Call.of("order-sign/" + sample).version("2.2");
    }

    String inquiry() {
        return Samples.text("pas/2.2.1/inquiry-any-service.json")
                .replaceAll("MB-[0-9]+-[0-9]+", member())
                .replaceAll("\"value\": *\"bcbsks\"", "\"value\":\"" + payer + "\"");
    }

    /** The request under another name. */
    String again() {
        ObjectNode bundle = (ObjectNode) Call.json(submit);
        renamed(bundle);
        return bundle.toString();
    }

    /** Takes the request back. */
    String cancellation() {
        ObjectNode bundle = (ObjectNode) Call.json(submit);
        JsonNode prior = bundle.at("/entry/0").deepCopy();
        String before = prior.path("fullUrl").asText();
        renamed(bundle);
        ObjectNode claim = (ObjectNode) bundle.at("/entry/0/resource");
        ObjectNode related = claim.putArray("related").addObject();
        related.putObject("claim").put("reference", before);
        coded(
                related.putObject("relationship"),
                "http://terminology.hl7.org/CodeSystem/ex-relatedclaimrelationship",
                "prior");
        ObjectNode certification = claim.withArray("extension").addObject().put("url", CERTIFICATION);
        coded(certification.putObject("valueCodeableConcept"), "https://codesystem.x12.org/005010/1322", "3");
        ((ArrayNode) bundle.path("entry")).insert(1, prior);
        return bundle.toString();
    }

    private static void coded(ObjectNode concept, String system, String code) {
        concept.putArray("coding").addObject().put("system", system).put("code", code);
    }

    private static void renamed(ObjectNode bundle) {
        String id = UUID.randomUUID().toString();
        ((ObjectNode) bundle.path("identifier")).put("value", "urn:uuid:" + id);
        ObjectNode entry = (ObjectNode) bundle.at("/entry/0");
        String url = entry.path("fullUrl").asText();
        entry.put("fullUrl", url.startsWith("urn:") ? "urn:uuid:" + id : url.replaceFirst("[^/]*$", id));
        ObjectNode claim = (ObjectNode) entry.path("resource");
        if (claim.has("id")) {
            claim.put("id", id);
        }
        ((ObjectNode) claim.at("/identifier/0")).put("value", "C-" + id);
    }

    /** A letter for the case. */
    String letter() {
        JsonNode member = Call.json(submit).findPath("subscriberId");
        JsonNode coverage = Call.json(submit).findParents("subscriberId").get(0).at("/identifier/0");
        return ("{'resourceType':'Parameters','parameter':["
                        + "{'name':'TrackingId','valueIdentifier':{'value':'T-" + UUID.randomUUID() + "'}},"
                        + "{'name':'AdminRefNumber','valueIdentifier':{'value':'" + number + "'}},"
                        + "{'name':'AttachTo','valueCode':'preauthorization'},"
                        + "{'name':'OrganizationId','valueIdentifier':{'system':'http://hl7.org/fhir/sid/us-npi','value':'1999999992'}},"
                        + "{'name':'MemberId','valueIdentifier':{'system':'"
                        + coverage.path("system").asText() + "','value':'" + member.asText() + "'}},"
                        + "{'name':'Attachment','part':[{'name':'Content','resource':{'resourceType':'DocumentReference',"
                        + "'status':'current','content':[{'attachment':{'contentType':'application/pdf','title':'Letter',"
                        + "'data':'JVBERi0xLjQK'}}]}}]},{'name':'Final','valueBoolean':true}]}")
                .replace('\'', '"');
    }

    /** A form by its context, as it was given by a hook. */
    String context() {
        return ("{'resourceType':'Parameters','parameter':[{'name':'context','valueString':'" + assertion + "'}]}")
                .replace('\'', '"');
    }

    /** A form by its name. */
    String named() {
        ObjectNode parameters = (ObjectNode) Call.json("{\"resourceType\":\"Parameters\",\"parameter\":[]}");
        ArrayNode all = parameters.withArray("parameter");
        Call call = hook();
        for (JsonNode entry : call.body().at("/context/draftOrders/entry")) {
            all.addObject().put("name", "order").set("resource", entry.path("resource"));
        }
        for (JsonNode each : call.prefetch().findParents("resourceType")) {
            if (each.path("resourceType").asText().equals("Coverage")) {
                all.addObject().put("name", "coverage").set("resource", each);
            }
        }
        all.addObject().put("name", "questionnaire").put("valueCanonical", form);
        return parameters.toString();
    }

    /** The first page of a form that asks page by page. */
    String firstPage() {
        return ("{'resourceType':'QuestionnaireResponse','status':'in-progress','questionnaire':'#f',"
                        + "'contained':[{'resourceType':'Questionnaire','id':'f','status':'active','derivedFrom':['"
                        + form
                        + "']}]}")
                .replace('\'', '"');
    }
}
