package org.precert.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** What the packages of {@link DtrExample} are made of, in the words of DTR 2.2. */
final class DtrExampleForms {

    private static final String ROOT = """
              "text": {"status": "generated", "div": "<div xmlns=\\"http://www.w3.org/1999/xhtml\\">An infusion</div>"},
              "version": "1.0.0",
              "name": "Infusion",
              "title": "Infusion",
              "status": "active",
              "subjectType": ["Patient"],
              "date": "2026-06-01",
              "publisher": "A payer",
              "effectivePeriod": {"start": "2026-01-01"}
            """;

    private static final String LIBRARY_AND_CONTEXT = """
                {
                  "url": "http://hl7.org/fhir/StructureDefinition/cqf-library",
                  "valueCanonical": "https://payer.example/fhir/Library/InfusionPrepopulation|1.0.0"
                },
                {
                  "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-launchContext",
                  "extension": [
                    {
                      "url": "name",
                      "valueCoding": {
                        "system": "http://hl7.org/fhir/uv/sdc/CodeSystem/launchContext",
                        "code": "patient"
                      }
                    },
                    {"url": "type", "valueCode": "Patient"}
                  ]
                }
            """;

    private static final String AUDIENCE = """
                {
                  "url": "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/questionnaireAudience",
                  "valueCode": "clinical"
                },
                {
                  "url": "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/estimated-completion-time",
                  "extension": [
                    {"url": "clinicalTime", "valueCode": "under-3min"},
                    {"url": "totalTime", "valueCode": "under-5min"}
                  ]
                }
            """;

    private static final String ADAPTIVE = """
                {
                  "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-questionnaireAdaptive",
                  "valueUrl": "https://payer.example/fhir"
                }
            """;

    private static final String ORDER = """
            {
              "linkId": "order",
              "text": "The order",
              "type": "group",
              "item": [
                {
                  "extension": [
                    {
                      "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression",
                      "valueExpression": {
                        "extension": [
                          {
                            "url": "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/alternativeExpression",
                            "valueExpression": {"language": "application/elm+json", "expression": "{\\"name\\": \\"Drug\\"}"}
                          }
                        ],
                        "language": "text/cql",
                        "expression": "\\"InfusionPrepopulation\\".Drug"
                      }
                    }
                  ],
                  "linkId": "drug",
                  "text": "Drug",
                  "type": "choice",
                  "answerOption": [
                    {"valueCoding": {"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "6130"}}
                  ]
                },
                {
                  "linkId": "severity",
                  "text": "Severity",
                  "type": "choice",
                  "answerValueSet": "https://payer.example/fhir/ValueSet/severity|1.0.0"
                },
                {
                  "extension": [
                    {
                      "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption",
                      "valueCoding": {"system": "http://unitsofmeasure.org", "code": "mg/kg"}
                    }
                  ],
                  "linkId": "dose",
                  "text": "Dose",
                  "type": "quantity"
                }
              ]
            }
            """;

    private static final String DRAFT = """
              "status": "in-progress",
              "subject": {"reference": "Patient/1"},
              "authored": "2026-06-10T12:00:00Z",
              "extension": [
                {
                  "url": "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/qr-coverage",
                  "valueReference": {"reference": "Coverage/1"}
                },
                {
                  "url": "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/qr-context",
                  "valueReference": {"reference": "ServiceRequest/1"}
                },
                {
                  "url": "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/intendedUse",
                  "valueCodeableConcept": {
                    "coding": [
                      {
                        "system": "http://hl7.org/fhir/us/davinci-crd/CodeSystem/coverage-information-codes",
                        "code": "withpa"
                      }
                    ]
                  }
                }
              ]
            """;

    static final String FIRST_ANSWERS = """
            {
              "linkId": "order",
              "text": "The order",
              "item": [
                {
                  "linkId": "drug",
                  "text": "Drug",
                  "answer": [
                    {
                      "extension": [
                        {
                          "url": "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/information-origin",
                          "extension": [{"url": "source", "valueCode": "auto-server"}]
                        }
                      ],
                      "valueCoding": {"system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "6130"}
                    }
                  ]
                }
              ]
            }
            """;

    static final String STANDARD =
            """
            {
              "resourceType": "Questionnaire",
              "id": "infusion",
              "url": "https://payer.example/fhir/Questionnaire/infusion",
            """ + ROOT + ", \"extension\": [" + LIBRARY_AND_CONTEXT + "," + AUDIENCE + "], \"item\": [" + ORDER + "]}";

    static final String STANDARD_DRAFT = """
            {
              "resourceType": "QuestionnaireResponse",
              "questionnaire": "https://payer.example/fhir/Questionnaire/infusion|1.0.0",
            """ + DRAFT + ", \"item\": [" + FIRST_ANSWERS + "]}";

    static final String ADAPTIVE_SEARCH =
            """
            {
              "resourceType": "Questionnaire",
              "id": "infusion-adaptive",
              "url": "https://payer.example/fhir/Questionnaire/infusion-adaptive",
            """ + ROOT + ", \"extension\": [" + LIBRARY_AND_CONTEXT + "," + ADAPTIVE + "]}";

    static final String ADAPTIVE_DRAFT =
            """
            {
              "resourceType": "QuestionnaireResponse",
              "questionnaire": "#form",
              "contained": [
                {
                  "resourceType": "Questionnaire",
                  "id": "form",
                  "url": "https://payer.example/fhir/Questionnaire/infusion-adaptive",
                  "derivedFrom": ["https://payer.example/fhir/Questionnaire/infusion-adaptive|1.0.0"],
            """ + ROOT + ", \"extension\": [" + LIBRARY_AND_CONTEXT + "," + ADAPTIVE + "]}]," + DRAFT + "}";

    static final String LIBRARY = """
            {
              "resourceType": "Library",
              "id": "%1$s",
              "url": "https://payer.example/fhir/Library/%1$s",
              "version": "1.0.0",
              "name": "%1$s",
              "title": "%1$s",
              "status": "active",
              "type": {
                "coding": [
                  {
                    "system": "http://terminology.hl7.org/CodeSystem/library-type",
                    "code": "logic-library",
                    "display": "Logic Library"
                  }
                ]
              },
              "date": "2026-06-01",
              "publisher": "A payer",
              "description": "What prefills the form",
              "content": [
                {"contentType": "text/cql", "data": "%2$s"},
                {"contentType": "application/elm+json", "data": "%3$s"}
              ]
            }
            """;

    static final String VALUE_SET = """
            {
              "resourceType": "ValueSet",
              "id": "severity",
              "url": "https://payer.example/fhir/ValueSet/severity",
              "version": "1.0.0",
              "name": "Severity",
              "status": "active",
              "expansion": {
                "timestamp": "2026-06-10T12:00:00Z",
                "total": 1,
                "contains": [{"system": "https://payer.example/fhir/CodeSystem/severity", "code": "severe"}]
              }
            }
            """;

    private DtrExampleForms() {}

    static ArrayNode firstQuestions(ObjectMapper json) {
        try {
            return json.createArrayNode().add(json.readTree(ORDER));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
