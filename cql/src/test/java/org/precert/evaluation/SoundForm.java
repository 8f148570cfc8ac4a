package org.precert.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A small form that keeps every rule, to be spoilt. */
final class SoundForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SOUND = """
            {
              "resourceType": "Questionnaire", "name": "Sound", "title": "Sound", "description": "Sound.",
              "publisher": "Precert", "date": "2026-11-22", "status": "active", "subjectType": ["Patient"],
              "extension": [
                {"url": "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/estimated-completion-time", "extension": [
                  {"url": "clinicalTime", "valueCode": "under-3min"}, {"url": "totalTime", "valueCode": "under-5min"}]},
                {"url": "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/questionnaireAudience", "valueCode": "clinical"},
                {"url": "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/request-specific", "valueBoolean": true}],
              "item": [
                {"linkId": "order", "text": "Order", "type": "group", "extension": [BASIS-A], "item": [
                  {"linkId": "drug", "text": "Which drug?", "type": "open-choice", "repeats": true, "extension": [BIND-Drug],
                   "answerOption": [{"valueCoding": {"system": "urn:drugs", "code": "1", "display": "one"}}]}]},
                {"linkId": "consideration", "text": "Consideration", "type": "group", "extension": [BASIS-I], "item": [
                  {"linkId": "consideration.about", "text": "About.", "type": "display"},
                  {"linkId": "individual-consideration", "text": "Do you ask for it?", "type": "boolean"}]},
                {"linkId": "infusion", "text": "Infusion", "type": "group", "extension": [BASIS-I], "enableBehavior": "all",
                 "enableWhen": [
                   {"question": "individual-consideration", "operator": "=", "answerBoolean": true},
                   {"question": "drug", "operator": "=", "answerCoding": {"system": "urn:drugs", "code": "1"}}], "item": [
                  {"linkId": "infusion.about", "text": "About.", "type": "display"},
                  {"linkId": "infusion.dose", "text": "Which dose?", "type": "quantity", "extension": [
                    {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption",
                     "valueCoding": {"system": "http://unitsofmeasure.org", "code": "mg/kg", "display": "mg/kg"}}]},
                  {"linkId": "infusion.number", "text": "How many?", "type": "integer", "extension": [
                    {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 1},
                    {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 100}]},
                  {"linkId": "infusion.why", "text": "Why?", "type": "text", "maxLength": 100},
                  {"linkId": "infusion.plan", "text": "The plan", "type": "attachment", "extension": [
                    {"url": "http://hl7.org/fhir/StructureDefinition/mimeType", "valueCode": "application/pdf"},
                    {"url": "http://hl7.org/fhir/StructureDefinition/maxSize", "valueDecimal": 10}]}]},
                {"linkId": "clinical-complete", "text": "That was it.", "type": "display"},
                {"linkId": "administrative", "text": "Administrative", "type": "group", "extension": [BASIS-I], "item": [
                  {"linkId": "attestation", "text": "Is it so?", "type": "boolean"}]}]
            }""".replace("BASIS-A", basis("A"))
            .replace("BASIS-I", basis("individual-consideration"))
            .replace("BIND-Drug", """
                    {"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression",
                     "valueExpression": {"language": "text/cql", "expression": "\\"SoundPrepopulation\\".Drug"}}""");

    private SoundForm() {}

    static JsonNode whole() {
        return read(SOUND);
    }

    /** The form with one piece of its text replaced. */
    static JsonNode spoilt(String piece, String by) {
        if (!SOUND.contains(piece)) {
            throw new AssertionError("The form has no " + piece);
        }
        return read(SOUND.replace(piece, by));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static String basis(String statement) {
        return """
                {"url": "https://precert.dev/fhir/StructureDefinition/form-basis", "extension": [
                  {"url": "statement", "valueString": "%s"}, {"url": "locator", "valueString": "page 1"}]}""".formatted(statement);
    }
}
