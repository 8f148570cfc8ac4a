package org.precert.requirements.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.conformance.Dtr22Rules;
import org.precert.requirements.DtrRequirement;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Forms that ask page by page. */
@DemoServer
class AdaptiveRequirementsTest {

    private Payer payer;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        payer = Payer.at(port);
    }

    /** The next questions are asked for below the address that the form came from. */
    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-24")
    void theFormSaysAnAddressOfThisServer(Edition edition) {
        assertThat(payer.everyAdaptiveForm(edition))
                .allSatisfy(each -> assertThat(Tree.extensions(each.form(), "/sdc-questionnaire-questionnaireAdaptive"))
                        .singleElement()
                        .satisfies(
                                adaptive -> assertThat(adaptive.path("valueUrl").asText() + "/")
                                        .startsWith(Wish.BASE)));
    }

    @Test
    @DtrRequirement({"spec-23", "spec-139", "spec-140", "spec-141"})
    void everyPageKeepsToTheProfilesOf22() {
        for (Packaged each : payer.everyAdaptiveForm(Edition.V2_2)) {
            assertThat(payer.fill(Edition.V2_2, each.draft()))
                    .allSatisfy(said ->
                            assertThat(Dtr22Rules.ofReply(said, each.json())).isEmpty());
        }
    }

    /** All that can be asked by the answers so far, with the conditions that further answers meet. */
    @Test
    @DtrRequirement("spec-36")
    void aFormIsAskedInFewPages() {
        assertThat(payer.everyAdaptiveForm(Edition.V2_2)).allSatisfy(each -> {
            List<JsonNode> said = payer.fill(Edition.V2_2, each.draft());
            assertThat(said).hasSizeLessThanOrEqualTo(5);
            assertThat(Tree.items(Payer.last(said).at("/contained/0"))).hasSizeGreaterThan(5);
        });
    }

    /** A fresh server asks for the first time, and later ones follow. */
    @Test
    @DtrRequirement("spec-38")
    void nineOfTenPagesComeInTime() {
        List<Duration> first = new ArrayList<>();
        List<Duration> later = new ArrayList<>();
        for (Packaged each : payer.everyAdaptiveForm(Edition.V2_2)) {
            JsonNode next = each.draft();
            List<Duration> times = first;
            for (int page = 0; page < 3; page++) {
                long start = System.nanoTime();
                next = Filling.of(payer.next(Edition.V2_2, next));
                times.add(Duration.ofNanos(System.nanoTime() - start));
                times = later;
            }
        }
        assertThat(ninth(first)).isLessThan(Duration.ofSeconds(5));
        assertThat(ninth(later)).isLessThan(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-39")
    void cliniciansAreToldThatTheirPartIsDoneBeforeOthersAreAsked(Edition edition) {
        for (Packaged each : payer.everyAdaptiveForm(edition)) {
            List<String> asked =
                    Tree.linkIds(Payer.last(payer.fill(edition, each.draft())).at("/contained/0"));
            assertThat(asked).containsOnlyOnce("clinical-complete").contains("administrative");
            assertThat(asked.subList(asked.indexOf("clinical-complete"), asked.size()))
                    .as("What follows is nobody's clinical question")
                    .doesNotContain("individual-consideration", "infusion", "therapies", "scales", "criteria")
                    .contains("administrative");
        }
    }

    static Stream<Consumer<ObjectNode>> spoilt() {
        return Stream.of(
                response -> answer(response).put("valueInteger", 1),
                response -> answer(response)
                        .putObject("valueCoding")
                        .put("system", "https://example.org")
                        .put("code", "none"),
                response -> response.withArray("/item").addObject().put("linkId", "never-asked"),
                response -> response.remove("contained"),
                response -> response.put("questionnaire", "#another"));
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-147")
    void aResponseThatIsNotValidIsRefusedWithAnOutcome(Edition edition) {
        JsonNode page =
                payer.next(edition, payer.everyAdaptiveForm(edition).get(0).draft());
        spoilt().forEach(spoil -> {
            ObjectNode response = page.deepCopy();
            response.remove("item");
            spoil.accept(response);
            Http.Answer answer = payer.send(edition, Payer.NEXT, response);
            assertThat(answer.status()).as(response.path("item").toString()).isEqualTo(400);
            assertThat(Tree.type(answer.json())).isEqualTo("OperationOutcome");
            assertThat(answer.json().at("/issue/0/details/text").asText()).isNotBlank();
        });
    }

    /** Bounds of a number are there to help; a client need not know them. */
    @ParameterizedTest
    @EnumSource
    @DtrRequirement({"conf-10", "spec-21"})
    void anAnswerThatBreaksARuleThatClientsNeedNotKnowIsTaken(Edition edition) {
        JsonNode page = payer.next(
                edition,
                payer.give(
                                edition,
                                Wish.of("example", "example-criteria-unknown").form(payer.adaptive(edition, "example")))
                        .draft());
        while (!Tree.linkIds(page.at("/contained/0")).contains("pain-severity")) {
            page = payer.next(edition, page);
        }
        JsonNode question = Tree.items(page.at("/contained/0"))
                .filter(item -> item.path("linkId").asText().equals("pain-severity"))
                .findFirst()
                .orElseThrow();
        assertThat(Tree.extensions(question, "/maxValue")).isNotEmpty();
        ObjectNode response = Filling.of(page);
        ObjectNode group = response.putArray("item").addObject().put("linkId", "criteria");
        ObjectNode answer = Filling.byHand().put("valueDecimal", 11);
        group.putArray("item")
                .addObject()
                .put("linkId", "pain-severity")
                .putArray("answer")
                .add(answer);
        assertThat(payer.send(edition, Payer.NEXT, response).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("2.0.1@219")
    void theLastAnswerIsTheResponseAndNoMoreQuestions(Edition edition) {
        for (Packaged each : payer.everyAdaptiveForm(edition)) {
            List<JsonNode> said = payer.fill(edition, each.draft());
            JsonNode before = Filling.of(said.get(said.size() - 2));
            JsonNode end = Payer.last(said);
            assertThat(end.path("status").asText()).isEqualTo("completed");
            assertThat(end.path("contained")).isEqualTo(before.path("contained"));
            assertThat(end.path("item")).isEqualTo(before.path("item"));
        }
    }

    /** An answer to a question that takes a code of its list. */
    private static ObjectNode answer(ObjectNode response) {
        ObjectNode group = response.putArray("item").addObject().put("linkId", "order");
        ObjectNode question = group.putArray("item").addObject().put("linkId", "indication-group");
        ObjectNode answer = Filling.byHand();
        question.putArray("answer").add(answer);
        return answer;
    }

    private static Duration ninth(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() * 9 / 10);
    }
}
