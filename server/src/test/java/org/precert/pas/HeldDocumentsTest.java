package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.cases.CaseDocuments;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseStore;
import org.precert.pas.PasCall.Answer;
import org.precert.requirements.PasRequirement;
import org.precert.testing.DemoServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Documents that nobody waits for yet, and such as are for nobody who asks. */
@DemoServer
class HeldDocumentsTest {

    private static final String UNKNOWN = "example-criteria-unknown";

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private CaseStore cases;

    @Autowired
    private CaseDocuments documents;

    @Autowired
    private HeldWatch watch;

    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    private int held() {
        return jdbc.queryForObject("select count(*) from attachment where case_id is null", Integer.class);
    }

    /** A request that names a document under the provider's own number. */
    private static PasCall naming(String control) {
        PasCall request = PasCall.of("2.2.1", UNKNOWN);
        ObjectNode note = PasCall.JSON
                .createObjectNode()
                .put("resourceType", "DocumentReference")
                .put("status", "current");
        note.putObject("type").put("text", "Note");
        note.putObject("subject")
                .put("reference", request.claim().at("/patient/reference").asText());
        note.putArray("content")
                .addObject()
                .putObject("attachment")
                .put("contentType", "text/plain")
                .put("data", "QQ==");
        String url = "urn:uuid:" + UUID.randomUUID();
        request.bundle().withArray("entry").addObject().put("fullUrl", url).set("resource", note);
        ObjectNode info =
                request.claim().withArray("supportingInfo").addObject().put("sequence", 1);
        ObjectNode extension = info.putArray("extension").addObject();
        extension.put("url", "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-documentInformation");
        ObjectNode type = extension.putArray("extension").addObject().put("url", "reportTypeCode");
        type.putObject("valueCodeableConcept")
                .putArray("coding")
                .addObject()
                .put("system", "https://codesystem.x12.org/005010/755")
                .put("code", "OZ");
        extension.withArray("extension").addObject().put("url", "controlNumber").put("valueString", control);
        info.putObject("category")
                .putArray("coding")
                .addObject()
                .put("system", "http://hl7.org/fhir/us/davinci-pas/CodeSystem/PASTempCodes")
                .put("code", "additionalInformation");
        info.putObject("valueReference").put("reference", url);
        return request;
    }

    @Test
    @PasRequirement("own@early-attachment")
    void whatNobodyAskedForIsHeld() {
        int before = held();
        PasCall request = PasCall.of("2.2.1", UNKNOWN);
        Answer answer = SentDocuments.under("ACN-" + UUID.randomUUID(), request)
                .with(SentDocuments.letter("JVBERi0xLjQ="))
                .send(port, "2.2.1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(SentDocuments.words(answer))
                .startsWith("The documents are held")
                .contains("60 days");
        assertThat(held()).isEqualTo(before + 1);
    }

    @Test
    void heldTwiceIsHeldOnce() {
        PasCall request = PasCall.of("2.2.1", UNKNOWN);
        SentDocuments sent =
                SentDocuments.under("ACN-" + UUID.randomUUID(), request).with(SentDocuments.letter("JVBERi0xLjQ="));
        sent.send(port, "2.2.1");
        int before = held();
        assertThat(SentDocuments.words(sent.send(port, "2.2.1"))).startsWith("The documents are held");
        assertThat(held()).isEqualTo(before);
    }

    @Test
    @PasRequirement("own@early-attachment")
    void aRequestFindsTheFormThatCameBeforeIt() {
        String control = "ACN-" + UUID.randomUUID();
        PasCall request = naming(control);
        SentDocuments.under(control, request).with(SentDocuments.form()).send(port, "2.2.1");
        int before = held();
        Answer answer = request.submit(port);
        assertThat(answer.codes()).as(answer.body()).isEqualTo(Map.of(1, "A1", 2, "A1"));
        assertThat(held()).isEqualTo(before - 1);
        String id = answer.claimResponse().path("id").asText();
        assertThat(documents.of(id)).hasSize(1);
        assertThat(cases.history(id).get(1).event()).isInstanceOf(CaseEvent.DocumentsArrived.class);
    }

    @Test
    void in201TheIdentifierOfTheClaimIsTheNumber() {
        PasCall request = PasCall.of("2.0.1", UNKNOWN);
        String control = request.claim().at("/identifier/0/value").asText();
        SentDocuments.under(control, request).with(SentDocuments.form()).send(port, "2.0.1");
        assertThat(request.submit(port).codes()).isEqualTo(Map.of(1, "A1", 2, "A1"));
    }

    @Test
    void whatComesAfterTheRequestUnderItsNumberIsAddedToIt() {
        String control = "ACN-" + UUID.randomUUID();
        PasCall request = naming(control);
        Answer answer = request.submit(port);
        assertThat(answer.codes()).isEqualTo(Map.of(1, "A4", 2, "A4"));
        Answer arrived =
                SentDocuments.under(control, request).with(SentDocuments.form()).send(port, "2.2.1");
        assertThat(SentDocuments.words(arrived)).startsWith("The documents were added");
        String id = answer.claimResponse().path("id").asText();
        assertThat(cases.find(id).orElseThrow().isOpen()).isFalse();
    }

    @Test
    void thePayersNumberOfTheRequestLeadsToItAsWell() {
        PasCall request = PasCall.of("2.2.1", UNKNOWN);
        Answer answer = request.submit(port);
        String id = answer.claimResponse().path("id").asText();
        String number = cases.find(id).orElseThrow().line(1).reference();
        Answer arrived = SentDocuments.under("ACN-" + UUID.randomUUID(), request)
                .identifier("AdminRefNumber", "", number)
                .with(SentDocuments.form())
                .send(port, "2.2.1");
        assertThat(SentDocuments.words(arrived)).startsWith("The documents were added");
    }

    @Test
    void anotherMemberOrProviderIsAnsweredLikeAnUnknownNumber() {
        PasCall request = PasCall.of("2.2.1", UNKNOWN);
        Answer answer = request.submit(port);
        String control = SentDocuments.controls(answer).get(0);
        Answer unknown = SentDocuments.under("ACN-" + UUID.randomUUID(), request)
                .with(SentDocuments.form())
                .send(port, "2.2.1");
        Answer member = SentDocuments.under(control, request)
                .without("MemberId")
                .identifier("MemberId", "", "somebody-else")
                .with(SentDocuments.form())
                .send(port, "2.2.1");
        Answer provider = SentDocuments.under(control, request)
                .without("OrganizationId")
                .identifier("OrganizationId", "http://hl7.org/fhir/sid/us-npi", "1000000004")
                .with(SentDocuments.form())
                .send(port, "2.2.1");
        Answer payer = SentDocuments.under(control, request)
                .identifier("PayerId", "https://precert.dev/fhir/sid/payer", "bcbsks")
                .with(SentDocuments.form())
                .send(port, "2.2.1");
        assertThat(member.body()).isEqualTo(unknown.body());
        assertThat(provider.body()).isEqualTo(unknown.body());
        assertThat(payer.body()).isEqualTo(unknown.body());
        assertThat(member.status()).isEqualTo(unknown.status());
        String id = answer.claimResponse().path("id").asText();
        assertThat(documents.of(id)).isEmpty();
        assertThat(cases.find(id).orElseThrow().openAsks()).hasSize(2);
    }

    @Test
    void anotherMembersRequestDoesNotFindThem() {
        String control = "ACN-" + UUID.randomUUID();
        SentDocuments.under(control, PasCall.of("2.2.1", UNKNOWN))
                .with(SentDocuments.form())
                .send(port, "2.2.1");
        Answer other = naming(control).submit(port);
        assertThat(other.codes()).isEqualTo(Map.of(1, "A4", 2, "A4"));
        assertThat(documents.of(other.claimResponse().path("id").asText())).isEmpty();
    }

    @Test
    void whatWasHeldTooLongIsForgotten() {
        PasCall request = PasCall.of("2.2.1", UNKNOWN);
        SentDocuments.under("ACN-" + UUID.randomUUID(), request)
                .with(SentDocuments.letter("JVBERi0xLjQ="))
                .send(port, "2.2.1");
        jdbc.update("update attachment set received_at = timestamp with time zone '2026-04-01 00:00:00Z' "
                + "where case_id is null");
        watch.look();
        assertThat(held()).isZero();
    }

    @Test
    void whatMissedItsRequestIsAddedLater() {
        String control = "ACN-" + UUID.randomUUID();
        PasCall request = naming(control);
        SentDocuments.under(control, request).with(SentDocuments.form()).send(port, "2.2.1");
        // As if it had come in at the very moment of the request.
        jdbc.update("update attachment set client = 'hidden' where case_id is null");
        Answer answer = request.submit(port);
        assertThat(answer.codes()).isEqualTo(Map.of(1, "A4", 2, "A4"));
        jdbc.update("update attachment set client = '' where client = 'hidden'");
        watch.look();
        String id = answer.claimResponse().path("id").asText();
        assertThat(cases.find(id).orElseThrow().isOpen()).isFalse();
        assertThat(documents.of(id)).hasSize(1);
    }
}
