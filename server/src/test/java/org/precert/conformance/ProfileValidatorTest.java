package org.precert.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The validator finds what is wrong, and nothing where nothing is. */
class ProfileValidatorTest {

    private static final String ORDER_PROFILE =
            "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/profile-servicerequest";
    private static final String ORDER = """
            {
              "resourceType": "ServiceRequest",
              "id": "infusion",
              "text": {
                "status": "generated",
                "div": "<div xmlns=\\"http://www.w3.org/1999/xhtml\\"><a href=\\"nowhere.html\\">An infusion</a></div>"
              },
              "extension": [{
                "url": "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/ext-coverage-information",
                "extension": [
                  {"url": "coverage", "valueReference": {"reference": "Coverage/1"}},
                  {"url": "covered", "valueCode": "covered"},
                  {"url": "pa-needed", "valueCode": "no-auth"},
                  {"url": "date", "valueDate": "2026-06-08"},
                  {"url": "coverage-assertion-id", "valueString": "1"}
                ]
              }],
              "status": "draft",
              "intent": "order",
              "code": {"coding": [{"system": "http://www.ama-assn.org/go/cpt", "code": "96365"}]},
              "subject": {"reference": "Patient/1"},
              "authoredOn": "2026-06-08",
              "requester": {"reference": "Practitioner/1"}
            }
            """;

    private final ProfileValidator validator = ProfileValidator.stu2();

    @BeforeEach
    void needsThePackages() {
        assumeTrue(validator.isAvailable(), validator.whyNot());
    }

    @Test
    void aConformingOrderHasNoErrors() {
        assertThat(validator.errors(ORDER, ORDER_PROFILE)).isEmpty();
    }

    @Test
    void aMissingElementIsAnError() {
        assertThat(validator.errors(without("\"authoredOn\": \"2026-06-08\","), ORDER_PROFILE))
                .singleElement()
                .asString()
                .contains("ServiceRequest.authoredOn: minimum required = 1");
    }

    @Test
    void aCodeOutsideARequiredValueSetIsAnError() {
        assertThat(validator.errors(ORDER.replace("no-auth", "denied"), ORDER_PROFILE))
                .anyMatch(error -> error.startsWith("ServiceRequest.extension") && error.contains("'denied'"));
    }

    @Test
    void anUnknownProfileIsAnError() {
        assertThat(validator.errors(ORDER, "https://precert.dev/nowhere"))
                .containsExactly("The packages have no profile https://precert.dev/nowhere");
    }

    @Test
    void everyResourceOfAHookResponseIsLookedAt() {
        String broken = without("\"intent\": \"order\",");
        String response = """
                {
                  "systemActions": [{"type": "update", "description": "", "resource": %s}],
                  "cards": [
                    {"suggestions": [{"actions": [{"type": "create", "resource": %s}, {"type": "delete"}]}]}
                  ]
                }
                """;
        assertThat(validator.errorsOfHookResponse(response.formatted(ORDER, ORDER)))
                .isEmpty();
        assertThat(validator.errorsOfHookResponse(response.formatted(ORDER, broken)))
                .singleElement()
                .asString()
                .startsWith("cards[0].suggestions[0].actions[0].resource ServiceRequest: ServiceRequest.intent");
    }

    @Test
    void anAnswerIsHeldAgainstItsQuestionnaire() {
        validator.add("""
                {
                  "resourceType": "Questionnaire",
                  "url": "https://precert.dev/test/Questionnaire/pain",
                  "version": "1.0.0",
                  "status": "active",
                  "item": [{"linkId": "score", "type": "integer", "required": true}]
                }
                """);
        String answers = """
                {
                  "resourceType": "QuestionnaireResponse",
                  "questionnaire": "https://precert.dev/test/Questionnaire/pain|1.0.0",
                  "status": "completed",
                  "item": [{"linkId": "score", "answer": [{"%s": 8}]}]
                }
                """;
        String profile = "http://hl7.org/fhir/StructureDefinition/QuestionnaireResponse";
        assertThat(validator.errors(answers.formatted("valueInteger"), profile)).isEmpty();
        assertThat(validator.errors(answers.formatted("valueDecimal"), profile)).isNotEmpty();
    }

    @Test
    void laterVersionsHaveAValidatorOfTheirOwn() {
        ProfileValidator later = ProfileValidator.stu22();
        assumeTrue(later.isAvailable(), later.whyNot());
        assertThat(later.errors(
                        "{\"cards\": [{\"summary\": \"Says something\"}]}",
                        "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/CRDHooksResponse"))
                .anyMatch(error -> error.contains("CDSHooksResponse.cards.source"));
    }

    @Test
    void missingPackagesAreToldWithThePlacesLookedIn() {
        PackageFolders nowhere = new PackageFolders(List.of(Path.of("/nowhere")));
        assertThat(nowhere.find(GuideSet.STU_2_0)).isEmpty();
        assertThat(nowhere.explanation(GuideSet.STU_2_0)).contains("/nowhere", "FHIR_PACKAGES", "davinci-crd#2.0.1");
    }

    private static String without(String line) {
        assertThat(ORDER).contains(line);
        return ORDER.replace(line, "");
    }
}
