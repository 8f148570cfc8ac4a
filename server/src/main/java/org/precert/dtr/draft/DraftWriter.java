package org.precert.dtr.draft;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.precert.coverage.GuideVersion;
import org.precert.dtr.adaptive.Prefills;
import org.precert.forms.Flavour;
import org.precert.forms.Form;
import org.precert.forms.QuestionnaireWriter;

/**
 * Writes the response that a client gets with a form, for it to go on with.
 * <a href="https://hl7.org/fhir/us/davinci-dtr/STU2/StructureDefinition-dtr-questionnaireresponse.html">DTR 2.0.1</a>
 */
public final class DraftWriter {

    public static final String CONTINUATION = "https://precert.dev/fhir/StructureDefinition/continuation";

    private static final String DTR = "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/";

    private final ObjectMapper json;
    private final QuestionnaireWriter questionnaires;
    private final ResponseItems items;

    public DraftWriter(ObjectMapper json, QuestionnaireWriter questionnaires) {
        this.json = json;
        this.questionnaires = questionnaires;
        this.items = new ResponseItems(json);
    }

    /** The response to a standard form. */
    public ObjectNode standard(Form form, Flavour flavour, Draft draft, Prefills answers) {
        ObjectNode response = head(flavour, draft, "dtr-questionnaireresponse");
        response.put("questionnaire", form.canonical());
        rest(response, draft);
        ArrayNode known = items.of(form.authored(), answers);
        if (known.isEmpty() && flavour.version() == GuideVersion.STU_2_0) {
            known = items.blank(form.authored());
        }
        if (!known.isEmpty()) {
            response.set("item", known);
        }
        return response;
    }

    /**
     * The response to an adaptive form, the form in it. In 2.0.1 it has the first page, for a response of that version
     * must not be empty; in 2.2 nothing is asked yet.
     *
     * @param continuation the state that travels with it
     */
    public ObjectNode adaptive(Form form, Flavour flavour, Draft draft, Prefills answers, String continuation) {
        ObjectNode response = head(
                flavour,
                draft,
                switch (flavour.version()) {
                    case STU_2_0 -> "dtr-questionnaireresponse";
                    case STU_2_2 -> "dtr-questionnaireresponse-adapt";
                });
        response.withArray("extension").addObject().put("url", CONTINUATION).put("valueString", continuation);
        ArrayNode first = flavour.version() == GuideVersion.STU_2_0
                ? questionnaires.firstPage(form, flavour)
                : json.createArrayNode();
        ObjectNode contained = questionnaires.contained(form, flavour, first);
        response.putArray("contained").add(contained);
        response.put("questionnaire", "#" + form.id());
        rest(response, draft);
        if (!first.isEmpty()) {
            ArrayNode known = items.of(contained, answers);
            response.set("item", known.isEmpty() ? items.blank(contained) : known);
        }
        return response;
    }

    private ObjectNode head(Flavour flavour, Draft draft, String profile) {
        ObjectNode response = json.createObjectNode().put("resourceType", "QuestionnaireResponse");
        response.putObject("meta").putArray("profile").add(DTR + profile);
        ArrayNode extensions = response.putArray("extension");
        String coverage = flavour.version() == GuideVersion.STU_2_0 ? "qr-context" : "qr-coverage";
        references(extensions, coverage, draft.coverages());
        references(extensions, "qr-context", draft.orders());
        intendedUse(extensions, flavour, draft.purpose());
        return response;
    }

    private static void references(ArrayNode extensions, String url, List<String> references) {
        for (String reference : references) {
            ObjectNode value = extensions.addObject().put("url", DTR + url).putObject("valueReference");
            int slash = reference.indexOf('/');
            if (reference.startsWith("unsaved-", slash + 1)) {
                value.put("type", reference.substring(0, slash)).put("display", "What was sent and has no id yet");
            } else {
                value.put("reference", reference);
            }
        }
    }

    private static void intendedUse(ArrayNode extensions, Flavour flavour, String purpose) {
        String system = switch (flavour.version()) {
            case STU_2_0 -> "http://hl7.org/fhir/us/davinci-crd/CodeSystem/temp";
            case STU_2_2 -> "http://hl7.org/fhir/us/davinci-crd/CodeSystem/coverage-information-codes";
        };
        boolean stated = !purpose.isEmpty();
        extensions
                .addObject()
                .put("url", DTR + "intendedUse")
                .putObject("valueCodeableConcept")
                .putArray("coding")
                .addObject()
                .put("system", stated ? system : "http://terminology.hl7.org/CodeSystem/v3-NullFlavor")
                .put("code", stated ? purpose : "OTH");
    }

    private static void rest(ObjectNode response, Draft draft) {
        response.put("status", "in-progress");
        if (!draft.patient().isEmpty()) {
            response.putObject("subject").put("reference", "Patient/" + draft.patient());
        }
        response.put("authored", draft.authored().toString());
    }
}
