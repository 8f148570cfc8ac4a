package org.precert.pas.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.precert.cases.Case;
import org.precert.cases.CaseExamples;
import org.precert.cases.DeniedBy;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;
import org.precert.cases.Person;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.SubmittedRequest;
import org.precert.requirements.PasRequirement;

/** What holds of the answer to any case. */
class AnswerPropertiesTest {

    private static final int TRIES = 200;
    private static final SubmittedRequest REQUEST_20 = AskedFor.request(PasVersion.STU_2_0, AskedFor.Addresses.UUIDS);
    private static final SubmittedRequest REQUEST_22 = AskedFor.request(PasVersion.STU_2_2);

    @Provide
    Arbitrary<Case> cases() {
        return CaseExamples.cases();
    }

    @Property(tries = TRIES)
    void noAnswerTellsADraft(@ForAll("cases") Case state, @ForAll PasVersion version) {
        assertThat(text(state, version)).doesNotContain(CaseExamples.DRAFTED);
    }

    @Property(tries = TRIES)
    @PasRequirement({"spec-34", "spec-46", "own@item-sequences"})
    void everyLineIsInTheAnswerInItsOrder(@ForAll("cases") Case state, @ForAll PasVersion version) {
        List<Integer> answered = new ArrayList<>();
        response(state, version)
                .path("item")
                .forEach(item -> answered.add(item.path("itemSequence").asInt()));
        assertThat(answered)
                .isEqualTo(state.lines().stream().map(Line::sequence).toList());
    }

    @Property(tries = TRIES)
    @PasRequirement("own@no-number-on-denial")
    void onlyWhatIsApprovedHasANumber(@ForAll("cases") Case state, @ForAll PasVersion version) {
        boolean approved = any(state, LineDecision.Approved.class) || any(state, LineDecision.Modified.class);
        JsonNode response = response(state, version);
        List<String> numbers = new ArrayList<>();
        Answers.each(response, node -> {
            if (node.path("url").asText().equals("number")) {
                numbers.add(node.path("valueString").asText());
            }
        });
        assertThat(numbers.isEmpty()).isEqualTo(!approved);
        if (!approved) {
            assertThat(response.has("preAuthRef")).isFalse();
            assertThat(response.has("preAuthPeriod")).isFalse();
        }
    }

    @Property(tries = TRIES)
    @PasRequirement({"spec-36", "spec-37", "own@modified-adds"})
    void whatIsGrantedOtherwiseIsAddedIn22Alone(@ForAll("cases") Case state) {
        Set<Integer> modified = new HashSet<>();
        state.lines().stream()
                .filter(line -> line.decision() instanceof LineDecision.Modified)
                .forEach(line -> modified.add(line.sequence()));
        Set<Integer> added = new HashSet<>();
        response(state, PasVersion.STU_2_2)
                .path("addItem")
                .forEach(item -> added.add(item.at("/itemSequence/0").asInt()));
        assertThat(added).isEqualTo(modified);
        assertThat(response(state, PasVersion.STU_2_0).has("addItem")).isFalse();
        assertThat(codes(state, PasVersion.STU_2_2).stream()
                        .filter("A6"::equals)
                        .count())
                .isEqualTo(modified.size());
    }

    @Property(tries = TRIES)
    @PasRequirement("own@never-queued")
    void theOutcomeTellsWhetherSomethingIsOpenAndNeverTheDecision(@ForAll("cases") Case state) {
        assertThat(response(state, PasVersion.STU_2_2).path("outcome").asText())
                .isEqualTo(state.isOpen() ? "partial" : "complete");
        assertThat(response(state, PasVersion.STU_2_0).path("outcome").asText())
                .isIn(state.isOpen() ? List.of("queued", "partial") : List.of("complete"));
    }

    @Property(tries = TRIES)
    @PasRequirement("own@denial-explained")
    void aPersonIsNamedIfAndOnlyIfOneDecided(@ForAll("cases") Case state) {
        boolean person = state.lines().stream().map(Line::decision).anyMatch(AnswerPropertiesTest::byPerson);
        boolean decided = state.lines().stream()
                .map(Line::decision)
                .anyMatch(decision -> !decision.isOpen() && !(decision instanceof LineDecision.Cancelled));
        JsonNode response = response(state, PasVersion.STU_2_2);
        List<JsonNode> reviewers = Extensions.of(response, Terms.REVIEWER);
        assertThat(reviewers).hasSize(decided ? 1 : 0);
        reviewers.forEach(reviewer ->
                assertThat(reviewer.at("/extension/0/valueBoolean").asBoolean()).isEqualTo(person));
        assertThat(Extensions.of(response(state, PasVersion.STU_2_0), Terms.REVIEWER))
                .isEmpty();
    }

    @Property(tries = TRIES)
    @PasRequirement({"2.0.1@101", "own@closure"})
    void everyReferenceResolvesByItsTextButForTheClaim(@ForAll("cases") Case state, @ForAll PasVersion version) {
        JsonNode bundle = Answers.answered(state, request(version), version);
        Set<String> urls = new HashSet<>();
        bundle.path("entry")
                .forEach(entry ->
                        assertThat(urls.add(entry.path("fullUrl").asText())).isTrue());
        urls.add(request(version).claim().fullUrl());
        Answers.resources(bundle, "ClaimResponse").forEach(resource -> references(resource, urls));
        Answers.resources(bundle, "CommunicationRequest").forEach(resource -> references(resource, urls));
        Answers.resources(bundle, "Task").forEach(resource -> references(resource, urls));
    }

    @Property(tries = TRIES)
    @PasRequirement({"spec-33", "own@echo"})
    void whatIsSentBackIsSentBackByteForByte(@ForAll("cases") Case state, @ForAll PasVersion version) {
        String text = text(state, version);
        JsonNode bundle = Answers.answered(state, request(version), version);
        long echoed = request(version).bundle().entries().stream()
                .filter(entry -> text.contains("\"fullUrl\":\"" + entry.fullUrl() + "\",\"resource\":" + entry.raw()))
                .count();
        long ours = Answers.resources(bundle, "ClaimResponse").size()
                + Answers.resources(bundle, "CommunicationRequest").size()
                + Answers.resources(bundle, "Task").size();
        assertThat(echoed).isEqualTo(bundle.path("entry").size() - ours).isPositive();
    }

    @Property(tries = TRIES)
    void everyNoteIsThereAndReferredTo(@ForAll("cases") Case state, @ForAll PasVersion version) {
        JsonNode response = response(state, version);
        Set<Integer> written = new HashSet<>();
        response.path("processNote")
                .forEach(note ->
                        assertThat(written.add(note.path("number").asInt())).isTrue());
        Set<Integer> used = new HashSet<>();
        response.path("item").forEach(item -> item.path("noteNumber").forEach(number -> used.add(number.asInt())));
        assertThat(used).isEqualTo(written);
    }

    @Property(tries = TRIES)
    @PasRequirement("own@denial-explained")
    void everyDenialHasItsCodeAndItsReasonInWords(@ForAll("cases") Case state, @ForAll PasVersion version) {
        String notes = response(state, version).path("processNote").toString();
        for (Line line : state.lines()) {
            if (line.decision() instanceof LineDecision.Denied denied) {
                assertThat(notes).contains(denied.words()).contains(denied.clause());
                assertThat(Answers.codes(response(state, version), Terms.REVIEW_REASONS))
                        .contains(denied.reason().code());
            }
        }
    }

    @Property(tries = TRIES)
    void noWordsOfX12AreSent(@ForAll("cases") Case state, @ForAll PasVersion version) {
        Answers.each(response(state, version), node -> {
            if (node.path("system").asText().startsWith("https://codesystem.x12.org")) {
                assertThat(node.has("display")).isFalse();
            }
        });
    }

    @Property(tries = TRIES)
    @PasRequirement("ainfo-7")
    void whatIsAskedForIsAskedOnceByRequestAndByTask(@ForAll("cases") Case state, @ForAll PasVersion version) {
        JsonNode bundle = Answers.answered(state, request(version), version);
        int asks = state.openAsks().size();
        assertThat(Answers.response(bundle).path("communicationRequest")).hasSize(asks);
        assertThat(Answers.resources(bundle, "CommunicationRequest")).hasSize(asks);
        assertThat(Answers.resources(bundle, "Task")).hasSize(asks);
    }

    @Property(tries = TRIES)
    void theSameCaseHasTheSameAnswer(@ForAll("cases") Case state, @ForAll PasVersion version) {
        assertThat(text(state, version)).isEqualTo(text(state, version));
    }

    private static void references(JsonNode resource, Set<String> urls) {
        Answers.each(resource, node -> {
            if (node.path("reference").isTextual()) {
                assertThat(urls).contains(node.path("reference").asText());
            }
        });
    }

    private static boolean byPerson(LineDecision decision) {
        return decision instanceof LineDecision.Modified
                || decision instanceof LineDecision.Approved approved && approved.by() instanceof Person
                || decision instanceof LineDecision.Denied denied && !(denied.by() instanceof DeniedBy.Contract);
    }

    private static boolean any(Case state, Class<? extends LineDecision> kind) {
        return state.lines().stream().map(Line::decision).anyMatch(kind::isInstance);
    }

    private static List<String> codes(Case state, PasVersion version) {
        return Answers.codes(response(state, version), Terms.REVIEW_ACTIONS);
    }

    private static SubmittedRequest request(PasVersion version) {
        return version == PasVersion.STU_2_0 ? REQUEST_20 : REQUEST_22;
    }

    private static JsonNode response(Case state, PasVersion version) {
        return Answers.response(Answers.answered(state, request(version), version));
    }

    private static String text(Case state, PasVersion version) {
        return new String(
                Answers.WRITER.answered(new Found(state, request(version)), version, Answers.reply(version)),
                StandardCharsets.UTF_8);
    }
}
