package org.precert.inferno;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** A call and an answer without fault, to be spoilt by the tests. */
final class Example {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String REQUEST = """
            {
              "hook": "order-sign",
              "hookInstance": "9d230a48-058d-5fcc-9aa3-ad9e634b3a9f",
              "fhirServer": "https://ehr.example.org/fhir",
              "fhirAuthorization": {
                "access_token": "secret",
                "token_type": "Bearer",
                "expires_in": 300,
                "scope": "patient/*.read",
                "subject": "precert"
              },
              "context": {
                "userId": "Practitioner/1",
                "patientId": "1",
                "draftOrders": {
                  "resourceType": "Bundle",
                  "entry": [{"resource": {"resourceType": "ServiceRequest", "id": "1"}}]
                }
              }
            }
            """;

    private static final String ANSWER = """
            {
              "cards": [
                {
                  "uuid": "c1",
                  "summary": "Says something",
                  "detail": "At length",
                  "indicator": "info",
                  "source": {"label": "A payer", "topic": {"code": "guideline", "system": "http://example.org/topics"}},
                  "links": [{"label": "A policy", "url": "https://example.org/policy", "type": "absolute"}],
                  "overrideReasons": [{"code": "no", "system": "http://example.org/reasons", "display": "No"}]
                },
                {
                  "summary": "Proposes something",
                  "indicator": "warning",
                  "source": {"label": "A payer", "topic": {"code": "guideline", "system": "http://example.org/topics"}},
                  "selectionBehavior": "any",
                  "suggestions": [
                    {
                      "label": "Another order",
                      "actions": [
                        {"type": "delete", "description": "Not this", "resourceId": "ServiceRequest/1"},
                        {
                          "type": "create",
                          "description": "But that",
                          "resource": {"resourceType": "ServiceRequest", "id": "2"}
                        }
                      ]
                    }
                  ]
                }
              ],
              "systemActions": [
                {
                  "type": "update",
                  "description": "Coverage information",
                  "resource": {
                    "resourceType": "ServiceRequest",
                    "id": "1",
                    "extension": [
                      {
                        "url": "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information",
                        "extension": [
                          {"url": "coverage", "valueReference": {"reference": "Coverage/1"}},
                          {"url": "coverage-assertion-id", "valueString": "a1"}
                        ]
                      }
                    ]
                  }
                }
              ]
            }
            """;

    private Example() {}

    static ObjectNode request() {
        return json(REQUEST);
    }

    static ObjectNode answer() {
        return json(ANSWER);
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static ObjectNode object(JsonNode in, String pointer) {
        return (ObjectNode) in.at(pointer);
    }

    static ArrayNode array(JsonNode in, String pointer) {
        return (ArrayNode) in.at(pointer);
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static ObjectNode spoilt(ObjectNode json, Consumer<ObjectNode> how) {
        how.accept(json);
        return json;
    }
}
