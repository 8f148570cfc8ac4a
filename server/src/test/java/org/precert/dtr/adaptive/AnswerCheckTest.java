package org.precert.dtr.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.dtr.adaptive.Sketch.answered;
import static org.precert.dtr.adaptive.Sketch.around;
import static org.precert.dtr.adaptive.Sketch.display;
import static org.precert.dtr.adaptive.Sketch.form;
import static org.precert.dtr.adaptive.Sketch.group;
import static org.precert.dtr.adaptive.Sketch.json;
import static org.precert.dtr.adaptive.Sketch.no;
import static org.precert.dtr.adaptive.Sketch.question;
import static org.precert.dtr.adaptive.Sketch.response;
import static org.precert.dtr.adaptive.Sketch.when;
import static org.precert.dtr.adaptive.Sketch.with;
import static org.precert.dtr.adaptive.Sketch.yes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.precert.dtr.adaptive.AnswerCheck.Moment;

/** Where answers may stand, and how many. */
class AnswerCheckTest {

    private static final AnswerCheck CHECK = new AnswerCheck((url, system, code) -> false);
    private static final ObjectNode FORM = form(
            group("g", question("a", "boolean"), question("b", "integer", "{'required': true}"), display("words")),
            when("a", group("h", question("c", "string", "{'required': true, 'repeats': true}"))),
            question("d", "string"));

    @Test
    void aResponseThatFitsHasNoProblem() {
        ObjectNode c = answered("c", "{'valueString': 'x'}", "{'valueString': 'y'}");
        ObjectNode response = response(around("g", yes("a"), answered("b", "{'valueInteger': 1}")), around("h", c));
        assertThat(atTheEnd(response)).isEmpty();
    }

    @Test
    void anEmptyResponseFitsUntilTheEnd() {
        assertThat(onTheWay(response())).isEmpty();
        assertThat(atTheEnd(response())).extracting(Problem::linkId).containsExactly("b");
    }

    @Test
    void anItemThatTheFormDoesNotHaveIsAProblem() {
        assertThat(onTheWay(response(yes("z")))).containsExactly(new Problem("z", "The form has no such item"));
    }

    @Test
    void anItemOutsideItsGroupIsAProblem() {
        assertThat(onTheWay(response(yes("a")))).containsExactly(new Problem("a", "This belongs inside g"));
    }

    @Test
    void anItemInAnotherGroupIsAProblem() {
        assertThat(onTheWay(response(around("h", yes("a")))))
                .extracting(Problem::linkId)
                .containsExactly("a");
    }

    @Test
    void aRootItemInAGroupIsAProblem() {
        ObjectNode response = response(around("g", answered("d", "{'valueString': 'x'}")));
        assertThat(onTheWay(response)).containsExactly(new Problem("d", "This belongs inside no other item"));
    }

    @Test
    void anItemThatStandsTwiceIsAProblem() {
        assertThat(onTheWay(response(around("g", yes("a"), no("a")))))
                .extracting(Problem::linkId)
                .containsExactly("a");
        assertThat(onTheWay(response(around("g"), around("g"))))
                .extracting(Problem::linkId)
                .containsExactly("g");
    }

    @Test
    void aGroupThatRepeatsMayStandTwice() {
        ObjectNode form = form(group("g", question("a", "boolean")).put("repeats", true));
        ObjectNode response = response(around("g", yes("a")), around("g", no("a")));
        assertThat(CHECK.check(Form.of(form), response, Moment.FINAL)).isEmpty();
    }

    @Test
    void severalAnswersToAQuestionThatTakesOneAreAProblem() {
        ObjectNode two = answered("a", "{'valueBoolean': true}", "{'valueBoolean': false}");
        assertThat(onTheWay(response(around("g", two))))
                .containsExactly(new Problem("a", "The question takes one answer"));
    }

    @Test
    void answersToAGroupOrToWordsAreAProblem() {
        assertThat(onTheWay(response(yes("g"), around("h"))))
                .extracting(Problem::linkId)
                .containsExactly("g");
        assertThat(onTheWay(response(around("g", yes("words")))))
                .extracting(Problem::linkId)
                .containsExactly("words");
    }

    @Test
    void wordsWithoutAnswersMayStandThere() {
        assertThat(onTheWay(response(around("g", around("words"))))).isEmpty();
    }

    @Test
    void emptyAnswersAreAProblem() {
        for (String empty : List.of(
                "{'linkId': 'd', 'answer': []}",
                "{'linkId': 'd', 'answer': {}}",
                "{'linkId': 'd', 'answer': 'x'}",
                "{'linkId': 'd', 'answer': [{}]}",
                "{'linkId': 'd', 'answer': [null]}",
                "{'linkId': 'd', 'answer': ['x']}",
                "{'linkId': 'd', 'answer': [{'extension': []}]}",
                "{'linkId': 'd', 'answer': [{'valueString': ''}]}",
                "{'linkId': 'd', 'answer': [{'valueString': '  '}]}",
                "{'linkId': 'd', 'answer': [{'valueString': null}]}",
                "{'linkId': 'd', 'answer': [{'_valueString': {}}]}")) {
            assertThat(onTheWay(response(json(empty))))
                    .as(empty)
                    .extracting(Problem::linkId)
                    .containsExactly("d");
        }
    }

    @Test
    void anAnswerWithSeveralValuesIsAProblem() {
        ObjectNode two = answered("d", "{'valueString': 'x', 'valueInteger': 1}");
        assertThat(onTheWay(response(two))).containsExactly(new Problem("d", "One answer has several values"));
    }

    @Test
    void whatIsNoItemIsAProblem() {
        for (String odd :
                List.of("{'item': {}}", "{'item': [1]}", "{'item': [{}]}", "{'item': [[]]}", "{'item': null}")) {
            assertThat(onTheWay(json(odd))).as(odd).hasSize(1);
        }
    }

    @Test
    void requiredIsWhatIsAskedAlone() {
        ObjectNode b = answered("b", "{'valueInteger': 1}");
        assertThat(atTheEnd(response(around("g", no("a"), b)))).isEmpty();
        assertThat(atTheEnd(response(around("g", yes("a"), b))))
                .containsExactly(new Problem("c", "An answer is required"));
    }

    @Test
    void aRequiredGroupWantsOneAnswer() {
        ObjectNode form = form(
                group("g", question("a", "boolean"), question("b", "boolean")).put("required", true));
        assertThat(CHECK.check(Form.of(form), response(), Moment.FINAL))
                .extracting(Problem::linkId)
                .containsExactly("g");
        assertThat(CHECK.check(Form.of(form), response(around("g", no("b"))), Moment.FINAL))
                .isEmpty();
    }

    @Test
    void whatIsRequiredWithinAnAnswerIsSoOnlyWhereThereIsOne() {
        ObjectNode why = question("why", "string", "{'required': true}");
        Form form = Form.of(form(with(question("a", "boolean"), why)));
        assertThat(CHECK.check(form, response(), Moment.FINAL)).isEmpty();
        assertThat(CHECK.check(form, response(yes("a")), Moment.FINAL))
                .extracting(Problem::linkId)
                .containsExactly("why");
    }

    @Test
    void anAnswerToWhatIsNotAskedIsAProblemAtTheEnd() {
        ObjectNode c = answered("c", "{'valueString': 'x'}");
        ObjectNode response = response(around("g", no("a"), answered("b", "{'valueInteger': 1}")), around("h", c));
        assertThat(onTheWay(response)).isEmpty();
        assertThat(atTheEnd(response)).extracting(Problem::linkId).containsExactly("c");
    }

    @Test
    void aFormThatIsNoneIsAProblem() {
        for (ObjectNode odd : List.of(
                form(question("a", "boolean"), question("a", "string")),
                form(group("g", question("a", "boolean")), question("a", "string")),
                form(question("a", "question")),
                form(json("{'type': 'string'}")),
                json("{'item': {}}"),
                json("{'item': ['x']}"))) {
            assertThat(CHECK.check(Form.of(odd), response(), Moment.IN_PROGRESS))
                    .as(odd.toString())
                    .hasSize(1);
        }
    }

    @Test
    void noProblemQuotesAnAnswer() {
        String secret = "Jane Doe 1990-01-01";
        ObjectNode response = response(
                around(secret),
                answered("d", "{'valueDate': '" + secret + "'}"),
                around("g", answered("a", "{'valueString': '" + secret + "'}")));
        assertThat(atTheEnd(response))
                .hasSizeGreaterThan(3)
                .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("Jane", "1990"));
    }

    private static List<Problem> onTheWay(ObjectNode response) {
        return CHECK.check(Form.of(FORM), response, Moment.IN_PROGRESS);
    }

    private static List<Problem> atTheEnd(ObjectNode response) {
        return CHECK.check(Form.of(FORM), response, Moment.FINAL);
    }
}
