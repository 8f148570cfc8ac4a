package org.precert.auditor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.precert.audit.EntryKind;
import org.precert.audit.Link;

/** Links as AuditEvents: as they were agreed (the golden files), valid R4, and with what the profiles of IHE BALP demand. */
class EventWriterTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path GOLDEN = Path.of("src/test/resources/golden/audit");
    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM|";
    private static final String SOURCE = DICOM + "110153";
    private static final String DESTINATION = DICOM + "110152";
    private static final String RECIPIENT = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType|IRCP";
    private static final String AUTHOR = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType|AUT";
    private static final String PERSON = "http://terminology.hl7.org/CodeSystem/audit-entity-type|1";
    private static final String OBJECT = "http://terminology.hl7.org/CodeSystem/audit-entity-type|2";

    private final EventWriter writer = new EventWriter(JSON, "https://precert.payer.example");

    /** What is recorded, by the name of its golden file. */
    private enum Sample {
        EXCHANGE(EntryKind.EXCHANGE, """
                {"door": "crd.order-sign", "by": {"is": "CLIENT", "id": "springfield"}, "status": 200, "orders": 1,
                 "from": "192.0.2.7", "request": "76d148b6-586d-11ec-bf63-0242ac130002",
                 "covers": [{"table": "EXCHANGE", "key": "e1", "hash": "00"}]}"""),
        REFUSED_EXCHANGE(EntryKind.EXCHANGE, """
                {"door": "crd.order-sign", "by": {"is": "CLIENT"}, "status": 422, "orders": 0,
                 "covers": [{"table": "EXCHANGE", "key": "e1", "hash": "00"}]}"""),
        SUBMISSION(EntryKind.SUBMISSION, """
                {"submission": "s1", "caseId": "c1", "by": {"is": "CLIENT", "id": "springfield"}, "status": 200,
                 "from": "192.0.2.7"}"""),
        CASE_OPENED(EntryKind.CASE, """
                {"caseId": "c1", "payer": "acme", "first": 1, "events": ["opened"], "by": {"is": "CLIENT", "id": "springfield"},
                 "from": "192.0.2.7"}"""),
        CASE_DECIDED(EntryKind.CASE, """
                {"caseId": "c1", "payer": "acme", "first": 2, "events": ["decided", "noted"],
                 "by": {"is": "PERSON", "id": "p1", "credential": "MD"}, "from": "192.0.2.8"}"""),
        CASE_ESCALATED(EntryKind.CASE, """
                {"caseId": "c1", "payer": "acme", "first": 3, "events": ["escalated"], "by": {"is": "MACHINE", "id": "clock"}}"""),
        DOCUMENT_HELD(EntryKind.DOCUMENT, """
                {"document": "d1", "by": {"is": "CLIENT", "id": "springfield"}, "from": "192.0.2.7"}"""),
        DOCUMENT_OF_A_CASE(EntryKind.DOCUMENT, """
                {"document": "d1", "caseId": "c1", "by": {"is": "CLIENT", "id": "springfield"}, "from": "192.0.2.7",
                 "covers": [{"table": "ATTACHMENT", "key": "d1", "hash": "00"}]}"""),
        NOTIFIED(EntryKind.NOTIFICATION, """
                {"subscription": "u1", "event": 7, "caseId": "c1", "by": {"is": "CLIENT", "id": "springfield"}}"""),
        CASE_READ(EntryKind.READ, """
                {"what": "case", "cases": ["c1"], "by": {"is": "PERSON", "id": "p1", "credential": "RN"}, "from": "192.0.2.8"}"""),
        DOCUMENT_READ(EntryKind.READ, """
                {"what": "document", "cases": ["c1"], "part": "d1", "by": {"is": "PERSON", "id": "p1"}, "from": "192.0.2.8"}"""),
        SEARCHED(EntryKind.READ, """
                {"what": "ExplanationOfBenefit", "cases": ["c1", "c2"], "search": "identifier",
                 "by": {"is": "CLIENT", "id": "app"}, "from": "192.0.2.9"}"""),
        NOTHING_FOUND(EntryKind.READ, """
                {"what": "ExplanationOfBenefit", "search": "identifier", "by": {"is": "CLIENT", "id": "app"}}"""),
        REFUSED(EntryKind.REFUSED, """
                {"area": "pas", "status": 401, "why": "replayed", "times": 1, "by": {"is": "NOBODY"}, "from": "192.0.2.66"}"""),
        TOKEN(EntryKind.TOKEN, """
                {"client": "springfield", "scopes": "system/Claim.c", "from": "192.0.2.7",
                 "request": "76d148b6-586d-11ec-bf63-0242ac130002"}"""),
        CLIENT_CHANGED(EntryKind.CLIENT, """
                {"client": "springfield", "change": "REGISTERED", "entry": "ab", "by": {"is": "PERSON", "id": "admin"}}"""),
        POLICIES(EntryKind.POLICIES, """
                {"node": "n1", "policies": ["acme/pain|1.0.0|ab", "acme/mood|1.0.0|cd"]}"""),
        NODE_START(EntryKind.NODE_START, """
                {"node": "n1", "version": "1.0.0"}"""),
        NODE_STOP(EntryKind.NODE_STOP, """
                {"node": "n1"}"""),
        CHECKPOINT(EntryKind.CHECKPOINT, """
                {"node": "n1", "heads": [{"chain": 0, "number": 7, "hash": "ab"}]}"""),
        SWEEP(EntryKind.SWEEP, """
                {"anchors": [{"chain": 3, "number": 7, "hash": "ab"}]}"""),
        AUDIT(EntryKind.AUDIT, """
                {"what": "verify", "by": {"is": "PERSON", "id": "p1"}, "from": "192.0.2.8"}""");

        private final EntryKind kind;
        private final String body;

        Sample(EntryKind kind, String body) {
            this.kind = kind;
            this.body = body;
        }

        String file() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
        }
    }

    private List<ObjectNode> events(Sample sample) {
        return writer.events(new Link(
                3, 14, Instant.parse("2026-03-02T15:00:00.123456Z"), sample.kind.code(), sample.body, "0", "1"));
    }

    private ObjectNode event(Sample sample) {
        return events(sample).get(0);
    }

    @TestFactory
    Stream<DynamicTest> everyKindIsWrittenAsAgreed() {
        return Stream.of(Sample.values())
                .map(sample -> DynamicTest.dynamicTest(sample.file(), () -> {
                    ArrayNode written = JSON.createArrayNode();
                    events(sample).forEach(written::add);
                    Path golden = GOLDEN.resolve(sample.file());
                    if (Boolean.getBoolean("golden.update")) {
                        Files.createDirectories(GOLDEN);
                        Files.writeString(
                                golden, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(written) + "\n");
                    }
                    assertThat((JsonNode) written).isEqualTo(JSON.readTree(Files.readString(golden)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyKindIsR4WithAllThatR4Demands() {
        return Stream.of(Sample.values())
                .map(sample -> DynamicTest.dynamicTest(sample.file(), () -> {
                    for (ObjectNode event : events(sample)) {
                        AuditEvent parsed = FHIR.newJsonParser()
                                .setParserErrorHandler(new StrictErrorHandler())
                                .parseResource(AuditEvent.class, event.toString());
                        assertThat(parsed.hasType()).isTrue();
                        assertThat(parsed.hasRecorded()).isTrue();
                        assertThat(parsed.getSource().hasObserver()).isTrue();
                        assertThat(parsed.getAgent())
                                .isNotEmpty()
                                .allMatch(AuditEvent.AuditEventAgentComponent::hasRequestor);
                        assertThat(parsed.getEntity())
                                .allSatisfy(entity -> assertThat(entity.hasWhat() || entity.hasQuery())
                                        .isTrue());
                    }
                }));
    }

    @Test
    void whatOpensACaseIsAPatientCreate() {
        ObjectNode event = event(Sample.CASE_OPENED);
        assertRest(event, "PatientCreate", "create", "C");
        assertAgents(event, SOURCE, DESTINATION);
        assertOne(event, "entity", PERSON);
        assertOne(event, "entity", OBJECT);
    }

    @Test
    void whatChangesACaseIsAPatientUpdateWithThePersonAsItsAuthor() {
        ObjectNode event = event(Sample.CASE_DECIDED);
        assertRest(event, "PatientUpdate", "update", "U");
        assertAgents(event, SOURCE, DESTINATION);
        JsonNode user = assertOne(event, "agent", AUTHOR);
        assertThat(user.path("requestor").asBoolean()).isTrue();
        assertThat(user.at("/who/identifier/value").asText()).isEqualTo("p1");
        assertThat(user.at("/role/0/text").asText()).isEqualTo("MD");
        assertThat(user.has("network")).isFalse();
        assertThat(user.at("/purposeOfUse/0/coding/0/code").asText()).isNotEmpty();
    }

    @Test
    void aReadIsAPatientReadAndTheClientIsWhereTheDataGo() {
        for (Sample sample : List.of(Sample.CASE_READ, Sample.DOCUMENT_READ)) {
            ObjectNode event = event(sample);
            assertRest(event, "PatientRead", "read", "R");
            assertAgents(event, DESTINATION, SOURCE);
            assertThat(assertOne(event, "agent", RECIPIENT).path("requestor").asBoolean())
                    .isTrue();
            assertOne(event, "entity", PERSON);
            assertThat(assertOne(event, "entity", OBJECT).has("what")).isTrue();
        }
    }

    @Test
    void aSearchIsAPatientQueryForEachPatientThatWasFound() {
        List<ObjectNode> events = events(Sample.SEARCHED);
        assertThat(events).extracting(event -> event.path("id").asText()).containsExactly("3-14-0", "3-14-1");
        for (ObjectNode event : events) {
            assertRest(event, "PatientQuery", "search-type", "E");
            assertAgents(event, SOURCE, DESTINATION);
            JsonNode query = assertOne(event, "entity", OBJECT);
            assertThat(query.at("/role/code").asText()).isEqualTo("24");
            assertThat(query.has("what") || query.has("detail") || query.has("lifecycle"))
                    .isFalse();
            assertThat(new String(Base64.getDecoder().decode(query.path("query").asText()), UTF_8))
                    .isEqualTo("ExplanationOfBenefit?identifier");
            assertThat(assertOne(event, "entity", PERSON).at("/what/type").asText())
                    .isEqualTo("Patient");
        }
    }

    @Test
    void aSearchThatFoundNobodyIsAQueryWithoutAPatient() {
        ObjectNode event = event(Sample.NOTHING_FOUND);
        assertRest(event, "Query", "search-type", "E");
        assertThat(coded(event, "entity", PERSON)).isEmpty();
        assertOne(event, "entity", OBJECT);
    }

    @Test
    void aTokenIsIhesGetAccessToken() {
        ObjectNode event = event(Sample.TOKEN);
        assertThat(event.at("/type/code").asText()).isEqualTo("110114");
        assertThat(event.at("/subtype/0/code").asText()).isEqualTo("ITI-71");
        assertAgents(
                event,
                DICOM + "110150",
                "https://profiles.ihe.net/ITI/BALP/CodeSystem/UserAgentTypes|AuthzOauthService");
        assertThat(event.path("agent")).hasSize(2);
        assertThat(event.path("entity")).hasSize(1);
        assertThat(event.at("/entity/0/role/code").asText()).isEqualTo("24");
    }

    @Test
    void theRequestIdIsAnEntityOfItsOwn() {
        JsonNode entity = assertOne(
                event(Sample.EXCHANGE),
                "entity",
                "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType|XrequestId");
        assertThat(entity.at("/what/identifier/value").asText()).isEqualTo("76d148b6-586d-11ec-bf63-0242ac130002");
    }

    @Test
    void whatWasRefusedIsAFailure() {
        assertThat(event(Sample.REFUSED).path("outcome").asText()).isEqualTo("4");
        assertThat(event(Sample.REFUSED_EXCHANGE).path("outcome").asText()).isEqualTo("4");
    }

    @Test
    void aKindOfALaterVersionIsPassedOver() {
        assertThat(writer.events(new Link(1, 1, Instant.EPOCH, "of-tomorrow", "{}", "0", "1")))
                .isEmpty();
    }

    private static void assertRest(ObjectNode event, String profile, String interaction, String action) {
        assertThat(event.at("/meta/profile/0").asText()).isEqualTo(BALP + profile);
        assertThat(event.at("/type/system").asText())
                .isEqualTo("http://terminology.hl7.org/CodeSystem/audit-event-type");
        assertThat(event.at("/type/code").asText()).isEqualTo("rest");
        assertThat(event.at("/subtype/0/system").asText()).isEqualTo("http://hl7.org/fhir/restful-interaction");
        assertThat(event.at("/subtype/0/code").asText()).isEqualTo(interaction);
        assertThat(event.path("action").asText()).isEqualTo(action);
        assertThat(event.path("outcome").asText()).isEqualTo("0");
        assertThat(event.path("recorded").asText()).isNotEmpty();
    }

    /** IHE wants both with who and network, and neither with media. */
    private static void assertAgents(ObjectNode event, String client, String server) {
        for (String type : List.of(client, server)) {
            JsonNode agent = assertOne(event, "agent", type);
            assertThat(agent.path("who").isEmpty()).isFalse();
            assertThat(agent.at("/network/address").asText()).isNotEmpty();
            assertThat(agent.has("media")).isFalse();
        }
    }

    private static JsonNode assertOne(ObjectNode event, String list, String type) {
        List<JsonNode> found = coded(event, list, type);
        assertThat(found).as(list + " of " + type).hasSize(1);
        return found.get(0);
    }

    private static List<JsonNode> coded(ObjectNode event, String list, String type) {
        return event.path(list)
                .valueStream()
                .filter(each -> {
                    JsonNode coding = list.equals("agent") ? each.at("/type/coding/0") : each.path("type");
                    return type.equals(coding.path("system").asText() + "|"
                            + coding.path("code").asText());
                })
                .toList();
    }
}
