package org.precert.patientaccess;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ExplanationOfBenefit;
import org.hl7.fhir.r4.model.ExplanationOfBenefit.ExplanationOfBenefitStatus;
import org.hl7.fhir.r4.model.ExplanationOfBenefit.RemittanceOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.cases.Actor;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseWorld;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.review.InvalidRequest;
import org.precert.storage.Packed;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;

/** What members read of their prior authorizations. */
class PatientAccessTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEMBER = "https://acme.example/member|M-77";
    private static final String REVIEW =
            "http://hl7.org/fhir/us/davinci-pdex/StructureDefinition/extension-reviewAction";

    private final CaseWorld world = new CaseWorld();
    private final AccessRecords records = new AccessRecords(world.jdbc());

    @BeforeEach
    void listen() {
        world.tell(new AccessListener(records, new EobWriter(JSON)));
    }

    @Test
    void everyKindOfDecisionIsValidR4() {
        Case state = world.request()
                .line(world.approved())
                .line(CaseWorld.pended())
                .line(CaseWorld.pended())
                .line(new org.precert.cases.LineDecision.NotRequired("None is needed"))
                .line(new org.precert.cases.LineDecision.ContactPayer("Another program decides"))
                .line(CaseWorld.pended())
                .open();
        state = world.deny(state, 2);
        state = world.decide(state, CaseWorld.REVIEWER, 3, world.modified());
        state = world.cancel(state, 6);
        ExplanationOfBenefit eob = parsed(state);
        assertThat(eob.getUse()).isEqualTo(ExplanationOfBenefit.Use.PREAUTHORIZATION);
        assertThat(eob.getOutcome()).isEqualTo(RemittanceOutcome.PARTIAL);
        assertThat(eob.getItem())
                .extracting(PatientAccessTest::action)
                .containsExactly("A1", "A3", "A6", "NA", "CT", "C");
        assertThat(eob.getPreAuthRef()).hasSize(2);
        assertThat(eob.getPreAuthRefPeriod()).hasSize(2);
        assertThat(eob.getPatient().getIdentifier().getValue()).isEqualTo("M-77");
        assertThat(eob.getProvider().getIdentifier().getSystem()).isEqualTo("http://hl7.org/fhir/sid/us-npi");
        assertThat(eob.getIdentifierFirstRep().getValue()).isEqualTo(state.number());
        assertThat(eob.getMeta().getProfile().get(0).getValue())
                .isEqualTo("http://hl7.org/fhir/us/davinci-pdex/StructureDefinition/pdex-priorauthorization");
    }

    @Test
    void statusAndOutcomeFollowTheCase() {
        Case state = world.request()
                .line(CaseWorld.pended())
                .line(CaseWorld.pended())
                .open();
        assertThat(parsed(state).getOutcome()).isEqualTo(RemittanceOutcome.QUEUED);
        state = world.approve(state, 1);
        assertThat(parsed(state).getOutcome()).isEqualTo(RemittanceOutcome.PARTIAL);
        state = world.approve(state, 2);
        assertThat(parsed(state).getOutcome()).isEqualTo(RemittanceOutcome.COMPLETE);
        assertThat(parsed(state).getStatus()).isEqualTo(ExplanationOfBenefitStatus.ACTIVE);
        state = world.cancel(state, 1, 2);
        assertThat(parsed(state).getStatus()).isEqualTo(ExplanationOfBenefitStatus.CANCELLED);
    }

    @Test
    void aDenialHasItsSpecificReasonItsDateAndItsClause() {
        Case state = world.deny(world.request().line(CaseWorld.pended()).open(), 1);
        JsonNode eob = read(state);
        assertThat(eob.at("/processNote/0/text").asText())
                .isEqualTo("No conservative treatment is documented (Acme policy, statement 2, page 3)");
        assertThat(eob.at("/item/0/noteNumber/0").asInt()).isEqualTo(1);
        assertThat(eob.toString()).contains("\"code\":\"0F\"", "\"valueDateTime\":\"2026-03-02T15:00:00Z\"");
        assertThat(eob.has("preAuthRef")).isFalse();
    }

    @Test
    void anApprovalHasItsDaysAndItsUnits() {
        JsonNode eob = read(world.request().line(world.approved()).open());
        assertThat(eob.at("/preAuthRefPeriod/0/end").asText()).isEqualTo("2026-05-31");
        assertThat(eob.at("/item/0/extension/0/valueDate").asText()).isEqualTo("2026-03-02");
        assertThat(eob.at("/item/0/adjudication/1/value").asInt()).isEqualTo(10);
        assertThat(eob.at("/item/0/servicedPeriod/end").asText()).isEqualTo("2026-04-30");
    }

    @Test
    void aDraftedDenialNeverAppears() {
        Case state = world.request()
                .line(CaseWorld.pended())
                .line(CaseWorld.pended())
                .open();
        state = world.extend(world.approve(state, 2));
        assertThat(read(state).toString()).doesNotContain("DRAFTED", "\"0T\"").contains("A clinician reviews it");
        assertThat(world.jdbc().queryForList("select eob_granted from patient_access", byte[].class))
                .allSatisfy(bytes ->
                        assertThat(new String(Packed.unpack(bytes), UTF_8)).doesNotContain("DRAFTED"));
    }

    @Test
    void neitherStaffNorNotesAppear() {
        Case state = world.request().line(CaseWorld.pended()).open();
        state = world.add(state, CaseWorld.REVIEWER, new CaseEvent.Noted("SEEN-BY-STAFF"));
        state = world.deny(state, 1);
        assertThat(read(state).toString()).doesNotContain("SEEN-BY-STAFF", "Ada Moore", "Ann Example");
    }

    @Test
    void whatNobodyOutsideSeesChangesNothing() {
        Case state = world.request().line(CaseWorld.pended()).open();
        String before = read(state).toString();
        state = world.later(Duration.ofHours(3)).add(state, CaseWorld.REVIEWER, new CaseEvent.Noted("A remark"));
        world.add(state, new Actor.Machine("clock"), new CaseEvent.Escalated(false));
        assertThat(read(state).toString()).isEqualTo(before);
    }

    @Test
    void itIsWrittenWithTheCaseOrNeitherIs() {
        Case state = world.request().line(CaseWorld.pended()).open();
        String before = read(state).toString();
        world.tell((after, news) -> {
            throw new IllegalStateException("The disk is full");
        });
        assertThatThrownBy(() -> world.approve(state, 1)).isInstanceOf(IllegalStateException.class);
        assertThat(read(state).toString()).isEqualTo(before);
        assertThat(world.store().find(state.id())).contains(state);
        assertThatThrownBy(() -> world.request().line(CaseWorld.pended()).open())
                .isInstanceOf(IllegalStateException.class);
        assertThat(world.jdbc().queryForObject("select count(*) from patient_access", Integer.class))
                .isEqualTo(1);
        assertThat(world.jdbc().queryForObject("select count(*) from pa_case", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void aMemberFindsHisOwnTheLatestFirst() {
        Case first = world.request().line(world.approved()).open();
        world.later(Duration.ofDays(1));
        Case second = world.request().line(CaseWorld.pended()).open();
        world.request()
                .member("https://acme.example/member|M-78")
                .line(CaseWorld.pended())
                .open();
        Bundle found = search(MEMBER);
        assertThat(found.getTotal()).isEqualTo(2);
        assertThat(found.getEntry())
                .extracting(each -> each.getResource().getIdElement().getIdPart())
                .containsExactly(second.id(), first.id());
        assertThat(found.getEntryFirstRep().getFullUrl())
                .isEqualTo("https://precert.example/patient-access/fhir/ExplanationOfBenefit/" + second.id());
        assertThat(search("https://acme.example/member|M-79").getTotal()).isZero();
    }

    @Test
    void aFamilysNumberFindsNothing() {
        world.request().member(MEMBER, "|FAMILY-1").line(world.approved()).open();
        assertThat(search(MEMBER).getTotal()).isEqualTo(1);
        for (String identifier : List.of("|FAMILY-1", "FAMILY-1", "", "https://acme.example/member|")) {
            assertThatThrownBy(() -> search(identifier)).isInstanceOf(InvalidRequest.class);
        }
        assertThat(world.jdbc().queryForObject("select count(*) from patient_access_member", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void idsOfMembersStandInTheResourceAlone() {
        world.request().line(world.approved()).open();
        assertThat(world.jdbc().queryForList("select hash from patient_access_member", String.class))
                .allSatisfy(hash -> assertThat(hash).hasSize(64).doesNotContain("M-77"));
    }

    @Test
    void changesSinceATimeAreFound() {
        Case state = world.request().line(CaseWorld.pended()).open();
        world.at("2026-03-05T10:00:00Z").approve(state, 1);
        assertThat(since("ge2026-03-05")).isEqualTo(1);
        assertThat(since("2026-03-05")).isEqualTo(1);
        assertThat(since("ge2026-03-05T10:00:00Z")).isEqualTo(1);
        assertThat(since("gt2026-03-05T10:00:00Z")).isZero();
        world.at("2026-03-05T10:00:00.604736420Z")
                .cancel(world.store().find(state.id()).orElseThrow(), 1);
        assertThat(read(state).at("/meta/lastUpdated").asText()).isEqualTo("2026-03-05T10:00:00.604Z");
        assertThat(since("ge2026-03-05T10:00:00.604Z")).isEqualTo(1);
        assertThat(since("gt2026-03-05T10:00:00.604Z")).isZero();
        assertThat(since("gt2026-03-05T10:00:00.603999Z")).isEqualTo(1);
        assertThat(since("ge2026-03-05T12:00:00.604+02:00")).isEqualTo(1);
        assertThat(since("lt2026-03-05")).isZero();
        assertThat(since("le2026-03-05")).isEqualTo(1);
        assertThat(since("ge2026-03-01", "lt2026-03-05")).isZero();
        for (String bad :
                List.of("sa2026-03-05", "ge", "g", "yesterday", "ge2026-13-01", "ge+999999999-01-01", "eq9999-12-31")) {
            assertThatThrownBy(() -> since(bad)).isInstanceOf(InvalidRequest.class);
        }
    }

    @Test
    void anotherPayerGetsNothingThatWasDenied() {
        Case denied = world.deny(world.request().line(CaseWorld.pended()).open(), 1);
        Case mixed = world.deny(
                world.request().line(world.approved()).line(CaseWorld.pended()).open(), 2);
        assertThat(search(MEMBER).getTotal()).isEqualTo(2);
        Bundle granted = bundle(door(true).search(MEMBER, List.of(), "true", request()));
        assertThat(granted.getTotal()).isEqualTo(1);
        ExplanationOfBenefit eob =
                (ExplanationOfBenefit) granted.getEntryFirstRep().getResource();
        assertThat(eob.getIdElement().getIdPart()).isEqualTo(mixed.id());
        assertThat(eob.getItem()).extracting(PatientAccessTest::action).containsExactly("A1");
        assertThat(FHIR.newJsonParser().encodeResourceToString(eob)).doesNotContain("A3", "conservative");
        assertThatThrownBy(() -> door(true).read(denied.id(), "true", request()))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void whatIsOverIsToldForAYear() {
        Case state = world.request().line(world.approved()).open();
        Case open = world.request().line(CaseWorld.pended()).open();
        world.cancel(state, 1);
        world.at("2027-03-02T15:00:00Z");
        assertThat(search(MEMBER).getTotal()).isEqualTo(2);
        world.at("2027-03-02T15:00:01Z");
        assertThat(search(MEMBER).getEntry())
                .extracting(each -> each.getResource().getIdElement().getIdPart())
                .containsExactly(open.id());
        assertThatThrownBy(() -> door(true).read(state.id(), "false", request()))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void nobodyReadsWhereNobodyMay() {
        Case state = world.request().line(world.approved()).open();
        for (Caller caller : List.of(new Caller.Anybody(), new Caller.Registered(client(Set.of())))) {
            assertThatThrownBy(() -> door(false).read(state.id(), "false", request(caller)))
                    .isInstanceOfSatisfying(
                            ResponseStatusException.class,
                            e -> assertThat(e.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN));
            assertThatThrownBy(() -> door(false).search(MEMBER, List.of(), "false", request(caller)))
                    .isInstanceOf(ResponseStatusException.class);
        }
    }

    @Test
    void aClientReadsOfItsPayersAlone() {
        Case state = world.request().line(world.approved()).open();
        Caller other = new Caller.Registered(client(Set.of("other")));
        Caller own = new Caller.Registered(client(Set.of("acme")));
        assertThat(bundle(door(true).search(MEMBER, List.of(), "false", request(other)))
                        .getTotal())
                .isZero();
        assertThatThrownBy(() -> door(true).read(state.id(), "false", request(other)))
                .isInstanceOf(InvalidRequest.class);
        assertThat(bundle(door(true).search(MEMBER, List.of(), "false", request(own)))
                        .getTotal())
                .isEqualTo(1);
    }

    private long since(String... lastUpdated) {
        return bundle(door(true).search(MEMBER, List.of(lastUpdated), "false", request()))
                .getTotal();
    }

    private Bundle search(String identifier) {
        return bundle(door(true).search(identifier, List.of(), "false", request()));
    }

    private PatientAccessController door(boolean open) {
        SearchSet searchSet = new SearchSet(JSON, "https://precert.example/patient-access/fhir");
        return new PatientAccessController(records, searchSet, caller -> open, entry -> {}, world);
    }

    private static Client client(Set<String> payers) {
        Client client = mock(Client.class);
        payers.forEach(payer -> when(client.mayAsk(payer)).thenReturn(true));
        return client;
    }

    private static MockHttpServletRequest request() {
        return new MockHttpServletRequest();
    }

    private static MockHttpServletRequest request(Caller caller) {
        MockHttpServletRequest request = request();
        request.setAttribute(Caller.ATTRIBUTE, caller);
        return request;
    }

    private JsonNode read(Case state) {
        return json(Objects.requireNonNull(
                door(true).read(state.id(), "false", request()).getBody()));
    }

    private ExplanationOfBenefit parsed(Case state) {
        return FHIR.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(ExplanationOfBenefit.class, read(state).toString());
    }

    private static Bundle bundle(ResponseEntity<byte[]> answer) {
        return FHIR.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(Bundle.class, new String(Objects.requireNonNull(answer.getBody()), UTF_8));
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String action(ExplanationOfBenefit.ItemComponent item) {
        return ((org.hl7.fhir.r4.model.CodeableConcept) item.getAdjudicationFirstRep()
                        .getExtensionByUrl(REVIEW)
                        .getExtensionByUrl(REVIEW + "Code")
                        .getValue())
                .getCodingFirstRep()
                .getCode();
    }
}
