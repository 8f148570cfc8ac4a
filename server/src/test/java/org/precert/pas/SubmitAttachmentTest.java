package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.cases.Actor;
import org.precert.cases.Bytes;
import org.precert.cases.Case;
import org.precert.cases.CaseDocuments;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseStore;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Draft;
import org.precert.cases.LineDecision.Pended;
import org.precert.cases.PendReason;
import org.precert.cases.Person;
import org.precert.cases.Recorded;
import org.precert.pas.PasCall.Answer;
import org.precert.pas.attachment.AttachmentCallReader;
import org.precert.pas.call.PasVersion;
import org.precert.requirements.PasRequirement;
import org.precert.review.Deadline;
import org.precert.testing.DemoServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Documents that were asked for: what their arrival does to a request. */
@DemoServer
class SubmitAttachmentTest {

    private static final String UNKNOWN = "example-criteria-unknown";
    private static final Map<Integer, String> BOTH_PENDED = Map.of(1, "A4", 2, "A4");
    private static final Person NURSE = new Person("n1", "Nora Nurse", "RN", "", "", false);

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private CaseStore cases;

    @Autowired
    private CaseDocuments documents;

    @Autowired
    private AttachmentService service;

    @Autowired
    private AttachmentCallReader reader;

    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    /** What a request and what was answered to it. */
    private record Pending(PasCall request, Answer answer) {
        List<String> controls() {
            return SentDocuments.controls(answer);
        }

        String id() {
            return answer.claimResponse().path("id").asText();
        }
    }

    private Pending pending(String version) {
        PasCall request = PasCall.of(version, UNKNOWN);
        Answer answer = request.submit(port);
        assertThat(answer.codes()).isEqualTo(BOTH_PENDED);
        return new Pending(request, answer);
    }

    private Map<Integer, String> now(Pending pending, String version) {
        JsonNode response = PasCall.json("{\"entry\": []}");
        Answer answer = new Answer(get("/pas/" + version + "/fhir/ClaimResponse/" + pending.id()));
        ObjectNode bundle = (ObjectNode) response;
        bundle.withArray("entry").addObject().set("resource", answer.json());
        return codes(bundle.at("/entry/0/resource"));
    }

    private static Map<Integer, String> codes(JsonNode claimResponse) {
        Map<Integer, String> codes = new java.util.TreeMap<>();
        claimResponse
                .path("item")
                .forEach(item -> item.at("/adjudication/0/extension/0/extension")
                        .forEach(part -> {
                            if (part.path("url").asText().endsWith("extension-reviewActionCode")) {
                                codes.put(
                                        item.path("itemSequence").asInt(),
                                        part.at("/valueCodeableConcept/coding/0/code")
                                                .asText());
                            }
                        }));
        return codes;
    }

    private java.net.http.HttpResponse<String> get(String path) {
        return new org.precert.testing.Http(port).get(path).response();
    }

    private Case state(Pending pending) {
        return cases.find(pending.id()).orElseThrow();
    }

    private long arrivals(Pending pending) {
        return cases.history(pending.id()).stream()
                .filter(each -> each.event() instanceof CaseEvent.DocumentsArrived)
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.1", "2.2.1"})
    void theFormThatWasAskedForTurnsAPendedRequestIntoAnApproval(String version) {
        Pending pending = pending(version);
        assertThat(pending.controls()).hasSize(2);
        Answer answer = SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.form(SentDocuments.orders(pending.request())))
                .send(port, version);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/issue/0/severity").asText()).isEqualTo("information");
        assertThat(SentDocuments.words(answer)).contains(state(pending).number());
        assertThat(now(pending, version)).isEqualTo(Map.of(1, "A1", 2, "A1"));
        assertThat(state(pending).isOpen()).isFalse();
    }

    @Test
    void oneFormForAllOrdersAnswersEveryLineThatAskedForIt() {
        Pending pending = pending("2.2.1");
        SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.form(SentDocuments.orders(pending.request())))
                .send(port, "2.2.1");
        assertThat(state(pending).asks()).allMatch(ask -> ask.receivedAt().isPresent());
    }

    @Test
    void aFormThatNamesNoOrderIsForTheLineThatAskedForIt() {
        Pending pending = pending("2.2.1");
        SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.form())
                .send(port, "2.2.1");
        Case state = state(pending);
        assertThat(state.line(1).decision().isOpen()).isFalse();
        assertThat(state.asks())
                .filteredOn(ask -> ask.line() == 1)
                .allMatch(ask -> ask.receivedAt().isPresent());
        assertThat(state.asks())
                .filteredOn(ask -> ask.line() == 2)
                .allMatch(ask -> ask.receivedAt().isEmpty());
    }

    @Test
    void aFormThatNamesTheOrdersOfTheEhrIsForTheLineThatAskedForIt() {
        Pending pending = pending("2.2.1");
        SentDocuments.under(pending.controls().get(1), pending.request())
                .with(SentDocuments.form("MedicationRequest/4711"))
                .send(port, "2.2.1");
        assertThat(state(pending).line(2).decision().isOpen()).isFalse();
    }

    @Test
    void aLineItemTellsWhichLineAFormIsFor() {
        Pending pending = pending("2.2.1");
        SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.form(), 1, 2)
                .send(port, "2.2.1");
        assertThat(state(pending).isOpen()).isFalse();
    }

    @Test
    void aFormWithinABundleCountsToo() {
        Pending pending = pending("2.2.1");
        ObjectNode bundle =
                PasCall.JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        bundle.putArray("entry")
                .addObject()
                .put("fullUrl", "urn:uuid:0d5a6a4e-34a2-4f0e-9c3b-0c2a4b2f8a11")
                .set("resource", SentDocuments.form(SentDocuments.orders(pending.request())));
        Answer answer = SentDocuments.under(pending.controls().get(0), pending.request())
                .with(bundle)
                .send(port, "2.2.1");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(state(pending).isOpen()).isFalse();
    }

    @Test
    @PasRequirement("own@not-final")
    void whatIsNotTheLastChangesNothingYet() {
        Pending pending = pending("2.2.1");
        SentDocuments part = SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.form(SentDocuments.orders(pending.request())))
                .last(false);
        Answer answer = part.send(port, "2.2.1");
        assertThat(SentDocuments.words(answer)).contains("More are expected");
        assertThat(now(pending, "2.2.1")).isEqualTo(BOTH_PENDED);
        assertThat(state(pending).openAsks()).hasSize(2);
        SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.letter("JVBERi0xLjQ="))
                .last(true)
                .send(port, "2.2.1");
        assertThat(now(pending, "2.2.1")).isEqualTo(Map.of(1, "A1", 2, "A1"));
    }

    @Test
    void theSameSentTwiceChangesNothingTwice() {
        Pending pending = pending("2.2.1");
        SentDocuments sent = SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.form(SentDocuments.orders(pending.request())));
        Answer first = sent.send(port, "2.2.1");
        int events = state(pending).events();
        Answer again = sent.send(port, "2.2.1");
        assertThat(again.status()).isEqualTo(200);
        assertThat(SentDocuments.words(again)).isEqualTo(SentDocuments.words(first));
        assertThat(state(pending).events()).isEqualTo(events);
        assertThat(arrivals(pending)).isEqualTo(1);
    }

    @Test
    void whatCameInIsRecordedAndCanNotBeExchangedUnseen() {
        Pending pending = pending("2.2.1");
        SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.form(SentDocuments.orders(pending.request())))
                .send(port, "2.2.1");
        String caseId = state(pending).id();
        String ofIt = jdbc.queryForObject(
                "select body from audit_link where kind = 'document' and body like ?",
                String.class,
                "%" + caseId + "%");
        String row = jdbc.queryForObject("select id from attachment where case_id = ?", String.class, caseId);
        assertThat(ofIt).contains("\"table\":\"ATTACHMENT\",\"key\":\"" + row + "\"");
    }

    @Test
    void theSameSentManyTimesAtOnceArrivesOnce() {
        Pending pending = pending("2.2.1");
        SentDocuments sent = SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.form(SentDocuments.orders(pending.request())));
        List<CompletableFuture<Answer>> all = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> sent.send(port, "2.2.1")))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join)).allMatch(answer -> answer.status() == 200);
        assertThat(arrivals(pending)).isEqualTo(1);
    }

    @Test
    void aLetterIsReadByAPersonAndNotAskedForAgain() {
        Pending pending = pending("2.2.1");
        pending.controls()
                .forEach(control -> SentDocuments.under(control, pending.request())
                        .with(SentDocuments.letter("JVBERi0xLjQ="))
                        .send(port, "2.2.1"));
        Case state = state(pending);
        assertThat(state.lines())
                .allMatch(line ->
                        line.decision() instanceof Pended pended && pended.reason() == PendReason.CLINICAL_REVIEW);
        assertThat(state.openAsks()).isEmpty();
    }

    @Test
    void aFormThatLeavesTheCriteriaOpenIsAskedForAgain() {
        Pending pending = pending("2.2.1");
        ObjectNode form = SentDocuments.form(SentDocuments.orders(pending.request()));
        form.withArray("item").remove(1);
        SentDocuments.under(pending.controls().get(0), pending.request())
                .with(form)
                .send(port, "2.2.1");
        Case state = state(pending);
        assertThat(state.lines())
                .allMatch(line -> line.decision() instanceof Pended pended && pended.reason() == PendReason.DOCUMENTS);
        assertThat(state.openAsks())
                .hasSize(2)
                .extracting(DocumentAsk::control)
                .doesNotContainAnyElementsOf(pending.controls());
    }

    @Test
    void aFormThatTellsAgainstItGoesToAClinicianWithADraft() {
        Pending pending = pending("2.2.1");
        ObjectNode form = SentDocuments.form(SentDocuments.orders(pending.request()));
        form.findParents("linkId").stream()
                .filter(item -> item.path("linkId").asText().equals("ecg"))
                .forEach(item -> ((ObjectNode) item.at("/answer/0")).put("valueBoolean", false));
        SentDocuments.under(pending.controls().get(0), pending.request())
                .with(form)
                .send(port, "2.2.1");
        assertThat(now(pending, "2.2.1")).isEqualTo(BOTH_PENDED);
        assertThat(state(pending).lines())
                .allMatch(line -> line.decision() instanceof Pended pended
                        && pended.reason() == PendReason.CLINICAL_REVIEW
                        && pended.draft().isPresent());
    }

    @Test
    void whatAPersonAskedForGoesToAPerson() {
        Pending pending = pending("2.2.1");
        Case before = state(pending);
        DocumentAsk ask = new DocumentAsk(
                "D-" + before.number(),
                1,
                "34117-2",
                "",
                "",
                "History and physical",
                before.receivedAt(),
                java.util.Optional.empty());
        cases.append(before, NURSE, List.of(new CaseEvent.DocumentsAsked(List.of(ask))), List.of());
        for (String control : List.of(pending.controls().get(0), ask.control())) {
            SentDocuments.under(control, pending.request())
                    .with(PasCall.JSON
                            .createObjectNode()
                            .put("resourceType", "Condition")
                            .set("subject", PasCall.JSON.createObjectNode().put("reference", "Patient/1")))
                    .send(port, "2.2.1");
        }
        assertThat(((Pended) state(pending).line(1).decision()).reason()).isEqualTo(PendReason.CLINICAL_REVIEW);
        assertThat(((Pended) state(pending).line(2).decision()).reason()).isEqualTo(PendReason.DOCUMENTS);
    }

    @Test
    void aCaseThatWasDecidedMeanwhileStillGetsItsDocuments() {
        Pending pending = pending("2.2.1");
        SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.form(SentDocuments.orders(pending.request())))
                .send(port, "2.2.1");
        Answer late = SentDocuments.under(pending.controls().get(1), pending.request())
                .with(SentDocuments.letter("JVBERi0xLjQ="))
                .send(port, "2.2.1");
        assertThat(SentDocuments.words(late)).contains("Nothing of it is waiting");
        assertThat(documents.of(pending.id())).hasSize(2);
        assertThat(now(pending, "2.2.1")).isEqualTo(Map.of(1, "A1", 2, "A1"));
    }

    @Test
    void aClinicianWhoWorksOnTheCaseMeanwhileIsNotOverruled() {
        Pending pending = pending("2.2.1");
        List<CompletableFuture<?>> both = List.of(
                CompletableFuture.runAsync(() -> note(pending)),
                CompletableFuture.runAsync(
                        () -> SentDocuments.under(pending.controls().get(0), pending.request())
                                .with(SentDocuments.form(SentDocuments.orders(pending.request())))
                                .send(port, "2.2.1")));
        both.forEach(CompletableFuture::join);
        assertThat(state(pending).isOpen()).isFalse();
        assertThat(cases.history(pending.id())).extracting(Recorded::number).doesNotHaveDuplicates();
        assertThat(arrivals(pending)).isEqualTo(1);
    }

    private void note(Pending pending) {
        for (int i = 0; i < 20; i++) {
            try {
                cases.append(state(pending), NURSE, List.of(new CaseEvent.Noted("Read " + i)), List.of());
                return;
            } catch (org.precert.cases.Stale e) {
                continue;
            }
        }
    }

    @Test
    void peopleReadEachDocumentByItself() {
        Pending pending = pending("2.2.1");
        SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.letter("JVBERi0xLjQ="), 1)
                .with(SentDocuments.form())
                .send(port, "2.2.1");
        List<CaseDocuments.Document> all = documents.of(pending.id());
        assertThat(all).hasSize(2);
        CaseDocuments.Document letter = all.get(0);
        assertThat(letter.contentType()).isEqualTo("application/pdf");
        assertThat(letter.title()).isEqualTo("Letter");
        assertThat(letter.lines()).containsExactly(1);
        assertThat(letter.control()).isEqualTo(pending.controls().get(0));
        assertThat(letter.content().text()).isEqualTo("%PDF-1.4");
        assertThat(all.get(1).contentType()).isEqualTo("application/fhir+json");
        assertThat(documents.find(pending.id(), letter.id())).isPresent();
        assertThat(documents.find(pending.id(), "other")).isEmpty();
    }

    @Test
    void theReviewIsKeptWithTheCase() {
        Pending pending = pending("2.2.1");
        SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.form(SentDocuments.orders(pending.request())))
                .send(port, "2.2.1");
        String assertion = state(pending).line(1).basis().assertionId();
        assertThat(get("/reviews/" + assertion).statusCode()).isEqualTo(200);
        Recorded last = cases.history(pending.id()).get(state(pending).events() - 1);
        assertThat(last.by()).isInstanceOf(Actor.Machine.class);
        assertThat(last.event()).isInstanceOf(CaseEvent.Reviewed.class);
    }

    @Test
    @PasRequirement("own@too-large")
    void aDocumentMayBeAsLargeAsALetterWithPictures() {
        Pending pending = pending("2.2.1");
        SentDocuments large = SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.letter("AAAA".repeat(1_500_000)))
                .last(false);
        assertThat(large.send(port, "2.2.1").status()).isEqualTo(200);
        SentDocuments larger = SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.letter("AAAA".repeat(2_700_000)));
        assertThat(larger.send(port, "2.2.1").status()).isEqualTo(413);
        assertThat(arrivals(pending)).isEqualTo(1);
    }

    @Test
    void theOtherAddressOfTheOperationIsTheSame() {
        Pending pending = pending("2.2.1");
        SentDocuments sent = SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.form(SentDocuments.orders(pending.request())));
        Answer answer = PasCall.post(
                port,
                "/pas/2.2.1/fhir/Claim/$submit-attachment",
                sent.parameters().toString());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(state(pending).isOpen()).isFalse();
    }

    @Test
    void anUpdateKnowsTheDocumentsToo() {
        Pending pending = pending("2.2.1");
        SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.form(SentDocuments.orders(pending.request())))
                .last(false)
                .send(port, "2.2.1");
        ObjectNode bundle = pending.request().bundle();
        String fresh = java.util.UUID.randomUUID().toString();
        ((ObjectNode) bundle.path("identifier")).put("value", "urn:uuid:" + fresh);
        ((ObjectNode) bundle.at("/entry/0")).put("fullUrl", "urn:uuid:" + fresh);
        ObjectNode claim = pending.request().claim();
        ObjectNode related = claim.putArray("related").addObject();
        related.putObject("claim").set("identifier", claim.at("/identifier/0").deepCopy());
        related.putObject("relationship")
                .putArray("coding")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/ex-relatedclaimrelationship")
                .put("code", "prior");
        ((ObjectNode) claim.at("/identifier/0")).put("value", "C-" + fresh);
        Answer answer = pending.request().submit(port);
        assertThat(answer.claimResponse().path("id").asText()).as(answer.body()).isEqualTo(pending.id());
        assertThat(answer.codes()).isEqualTo(Map.of(1, "A1", 2, "A1"));
    }

    @Test
    @PasRequirement("own@engine-timeout")
    void whatThereIsNoTimeToReviewIsKeptForAPerson() {
        Pending pending = pending("2.2.1");
        SentDocuments sent = SentDocuments.under(pending.controls().get(0), pending.request())
                .with(SentDocuments.form(SentDocuments.orders(pending.request())));
        byte[] body = sent.parameters().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        AttachmentService.Arrival arrival =
                new AttachmentService.Arrival(reader.read(body), Bytes.of(body), Bytes.of(body), PasVersion.STU_2_2);
        service.take(
                arrival,
                new Call(
                        "pas.submit-attachment",
                        java.util.Optional.empty(),
                        "",
                        PasCall.JSON.createObjectNode(),
                        state(pending).receivedAt(),
                        java.time.ZoneOffset.UTC,
                        Deadline.after(java.time.Duration.ZERO)));
        assertThat(documents.of(pending.id())).hasSize(1);
        assertThat(state(pending).lines())
                .allMatch(line -> line.decision() instanceof Pended pended && pended.reason() == PendReason.TECHNICAL);
    }

    @Test
    void whatIsNoFhirIsRefusedAndNotKept() {
        Pending pending = pending("2.2.1");
        ObjectNode form = SentDocuments.form();
        form.put("status", "nonsense");
        Answer answer = SentDocuments.under(pending.controls().get(0), pending.request())
                .with(form)
                .send(port, "2.2.1");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("issue")).hasSize(1);
        assertThat(answer.body()).doesNotContain("nonsense");
        assertThat(documents.of(pending.id())).isEmpty();
        assertThat(arrivals(pending)).isZero();
    }

    @Test
    void aFormAboutAnotherMemberDecidesNothing() {
        Pending pending = pending("2.2.1");
        ObjectNode form = SentDocuments.form(SentDocuments.orders(pending.request()));
        form.putObject("subject")
                .putObject("identifier")
                .put("system", "https://ehr.example.org/fhir/sid/member")
                .put("value", "somebody-else");
        SentDocuments.under(pending.controls().get(0), pending.request())
                .with(form)
                .send(port, "2.2.1");
        assertThat(now(pending, "2.2.1")).isEqualTo(BOTH_PENDED);
        assertThat(documents.of(pending.id())).hasSize(1);
    }

    @Test
    void aDocumentThatIsOnlyPointedToIsRefused() {
        Pending pending = pending("2.2.1");
        ObjectNode letter = SentDocuments.letter("JVBERi0xLjQ=");
        ((ObjectNode) letter.at("/content/0/attachment"))
                .put("url", "http://localhost:1/x")
                .remove("data");
        Answer answer = SentDocuments.under(pending.controls().get(0), pending.request())
                .with(letter)
                .send(port, "2.2.1");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(arrivals(pending)).isZero();
    }

    @Test
    void otherDoorsKeepTheirLimit() {
        String large = " ".repeat(3_000_000);
        assertThat(PasCall.post(port, "/cds-services/order-sign", large).status())
                .isEqualTo(413);
        assertThat(PasCall.post(port, "/pas/../cds-services/order-sign", large).status())
                .isEqualTo(413);
        assertThat(PasCall.post(port, "/pas/2.2.1/fhir/$submit-attachment", large)
                        .status())
                .isEqualTo(400);
    }

    /** A draft of a denial is for staff: nothing of it is told to who sends documents. */
    @Test
    void theAnswerTellsNoDecision() {
        Pending pending = pending("2.2.1");
        ObjectNode form = SentDocuments.form(SentDocuments.orders(pending.request()));
        Answer answer = SentDocuments.under(pending.controls().get(0), pending.request())
                .with(form)
                .send(port, "2.2.1");
        Draft none = new Draft(org.precert.cases.DenialReason.NOT_COVERED, "x", "y");
        assertThat(answer.body())
                .doesNotContain("pprov", "enied", "A1", none.reason().words());
    }
}
