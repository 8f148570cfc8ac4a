package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.requirements.PasRequirement;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Claim/$inquire: what is found, and by whom. */
@DemoServer
class InquireTest {

    private static final String PAIN = "bcbsks-investigational-pain";
    private static final String MET = "example-authorization-required-criteria-met";

    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    private static long found(PasCall.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("parameter").spliterator(), false)
                .filter(each -> each.path("name").asText().equals("return"))
                .count();
    }

    private static JsonNode first(PasCall.Answer answer) {
        return answer.json().at("/parameter/0/resource/entry/0/resource");
    }

    @Test
    void theProviderFindsWhatWasAskedOfAMember() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        String id = call.submit(port).claimResponse().path("id").asText();
        PasCall.Answer answer =
                PasCall.inquiry("2.2.1", "inquiry-by-member", call.member()).inquire(port);
        assertThat(found(answer)).isEqualTo(1);
        assertThat(first(answer).path("id").asText()).isEqualTo(id);
        assertThat(first(answer).path("item")).hasSize(2);
        assertThat(first(answer).has("communicationRequest")).isFalse();
    }

    @Test
    void inTheFirstVersionABundleComesBack() {
        PasCall call = PasCall.of("2.0.1", PAIN);
        String id = call.submit(port).claimResponse().path("id").asText();
        PasCall.Answer answer =
                PasCall.inquiry("2.0.1", "inquiry-by-member", call.member()).inquire(port);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("Bundle");
        assertThat(answer.claimResponse().path("id").asText()).isEqualTo(id);
    }

    @Test
    @PasRequirement({"spec-43", "own@wildcard"})
    void anyServiceIsFoundByItsWildcard() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        call.submit(port);
        PasCall any = PasCall.inquiry("2.2.1", "inquiry-any-service", call.member());
        assertThat(found(any.inquire(port))).isEqualTo(1);
    }

    @Test
    @PasRequirement("2.0.1@124")
    void anotherServiceIsNotFound() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        call.submit(port);
        PasCall other = PasCall.inquiry("2.2.1", "inquiry-by-member", call.member())
                .change(claim -> ((ObjectNode) claim.at("/item/0/productOrService/coding/0")).put("code", "99999"));
        assertThat(found(other.inquire(port))).isZero();
    }

    @Test
    @PasRequirement({"spec-53", "own@wrong-npi"})
    void aProviderWhoTakesNoPartFindsNothing() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        call.submit(port);
        PasCall other = PasCall.inquiry("2.2.1", "inquiry-by-member", call.member());
        other.bundle().findParents("identifier").stream()
                .filter(each -> each.at("/identifier/0/value").asText().equals("1999999992"))
                .forEach(each -> ((ObjectNode) each.at("/identifier/0")).put("value", "1888888888"));
        PasCall.Answer answer = other.inquire(port);
        assertThat(found(answer)).isZero();
        assertThat(answer.body()).doesNotContain("96365");
        // Byte for byte what is said of a member that nobody knows.
        assertThat(answer.body())
                .isEqualTo(PasCall.inquiry("2.2.1", "inquiry-by-member", "M-nobody")
                        .inquire(port)
                        .body());
    }

    @Test
    @PasRequirement("spec-53")
    void anotherMemberFindsNothing() {
        PasCall.of("2.2.1", PAIN).submit(port);
        assertThat(found(PasCall.inquiry("2.2.1", "inquiry-by-member", "M-nobody")
                        .inquire(port)))
                .isZero();
    }

    /** A family shares it. */
    @Test
    void theSubscribersIdFindsNothingOfAnotherMember() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        call.submit(port);
        PasCall inquiry = PasCall.inquiry("2.2.1", "inquiry-by-member", "M-the-brother");
        inquiry.resource("Coverage").put("subscriberId", call.member());
        assertThat(found(inquiry.inquire(port))).isZero();
    }

    @Test
    @PasRequirement({"spec-53", "own@inquiry-needs-patient"})
    void withoutAPatientThereIsNothingToLookFor() {
        PasCall inquiry = PasCall.inquiry("2.2.1", "inquiry-by-member", "M-1").change(claim -> claim.remove("patient"));
        assertThat(inquiry.inquire(port).status()).isEqualTo(400);
    }

    /** PAS 2.2.1, spec-47 and 48. */
    @Test
    @PasRequirement({"spec-47", "spec-48", "own@superseded-numbers"})
    void aSupersededNumberFindsWhatStandsNow() {
        PasCall call = PasCall.of("2.2.1", MET);
        PasCall.Answer approved = call.submit(port);
        String number = number(approved.claimResponse());
        PasCall.Answer changed = call.update("2.2.1", claim -> change(claim.at("/item/0"), "2026-06-16"))
                .submit(port);
        assertThat(changed.codes()).as(changed.body()).containsEntry(1, "A1");
        assertThat(number(changed.claimResponse())).isNotEqualTo(number);
        PasCall inquiry = PasCall.inquiry("2.2.1", "inquiry-any-service", call.member());
        inquiry.resource("Organization");
        inquiry.change(claim -> {
            ObjectNode extension = claim.withArray("extension").addObject();
            extension.put(
                    "url", "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-authorizationNumber");
            extension.put("valueString", number);
        });
        inquiry.bundle().findParents("identifier").stream()
                .filter(each -> each.at("/identifier/0/value").asText().equals("bcbsks"))
                .forEach(each -> ((ObjectNode) each.at("/identifier/0")).put("value", "example"));
        PasCall.Answer answer = inquiry.inquire(port);
        assertThat(found(answer)).as(answer.body()).isEqualTo(1);
        assertThat(number(first(answer))).isEqualTo(number(changed.claimResponse()));
    }

    static void change(JsonNode item, String day) {
        ObjectNode changed = (ObjectNode) item;
        changed.remove("servicedPeriod");
        changed.put("servicedDate", day);
        changed.withArray("extension")
                .addObject()
                .put("url", "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-infoChanged")
                .put("valueCode", "changed");
    }

    private static String number(JsonNode response) {
        for (JsonNode part : response.at("/item/0/adjudication/0/extension/0/extension")) {
            if (part.path("url").asText().equals("number")) {
                return part.path("valueString").asText();
            }
        }
        return "";
    }
}
