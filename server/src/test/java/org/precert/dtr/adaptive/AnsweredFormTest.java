package org.precert.dtr.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.dtr.adaptive.Sketch.answered;
import static org.precert.dtr.adaptive.Sketch.around;
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
import org.junit.jupiter.api.Test;

class AnsweredFormTest {

    private static final Form CHAIN = Form.of(form(
            question("a", "boolean"),
            when("a", group("g", question("b", "boolean"), group("h", question("inner", "string")))),
            when("b", question("c", "boolean")),
            when("c", question("d", "boolean"))));

    @Test
    void answersAreFoundHoweverDeepTheyStand() {
        ObjectNode words = answered("inner", "{'valueString': 'x'}");
        AnsweredForm form = AnsweredForm.of(CHAIN, response(yes("a"), around("g", around("h", words))));
        assertThat(form.answers("inner")).containsExactly(json("{'valueString': 'x'}"));
    }

    @Test
    void answersAreFoundWithinAnswers() {
        Form nested = Form.of(form(with(question("a", "boolean"), question("why", "string"))));
        ObjectNode answer = yes("a");
        with((ObjectNode) answer.path("answer").get(0), answered("why", "{'valueString': 'x'}"));
        assertThat(AnsweredForm.of(nested, response(answer)).answers("why")).hasSize(1);
    }

    @Test
    void answersAreFoundInAFurtherPartOfAGroup() {
        AnsweredForm form = AnsweredForm.of(CHAIN, response(yes("a"), around("g.2", yes("b"))));
        assertThat(form.answers("b")).hasSize(1);
    }

    @Test
    void anItemInADisabledGroupIsDisabled() {
        AnsweredForm form = AnsweredForm.of(CHAIN, response(no("a"), around("g", yes("b"))));
        assertThat(form.isEnabled("g")).isFalse();
        assertThat(form.isEnabled("inner")).isFalse();
        assertThat(form.answers("b")).isEmpty();
    }

    @Test
    void theAnswerToWhatIsNotAskedEnablesNothing() {
        ObjectNode response = response(no("a"), around("g", yes("b")), yes("c"), yes("d"));
        AnsweredForm form = AnsweredForm.of(CHAIN, response);
        assertThat(form.isEnabled("c")).isFalse();
        assertThat(form.isEnabled("d")).isFalse();
        assertThat(form.answers()).containsOnlyKeys("a");
    }

    @Test
    void conditionsThatGoInACircleAskNothing() {
        Form circle = Form.of(form(
                when("b", question("a", "boolean")), when("a", question("b", "boolean")), question("c", "boolean")));
        AnsweredForm form = AnsweredForm.of(circle, response(yes("a"), yes("b"), yes("c")));
        assertThat(form.answers()).containsOnlyKeys("c");
    }

    @Test
    void aGroupThatHangsOnItsOwnQuestionIsNotAsked() {
        Form own = Form.of(form(when("a", group("g", question("a", "boolean")))));
        assertThat(AnsweredForm.of(own, response(around("g", yes("a")))).isEnabled("g"))
                .isFalse();
    }

    @Test
    void whatTheFormDoesNotHaveIsNeitherAskedNorAnswered() {
        AnsweredForm form = AnsweredForm.of(CHAIN, response(yes("stranger")));
        assertThat(form.isEnabled("stranger")).isFalse();
        assertThat(form.answers("stranger")).isEmpty();
    }

    @Test
    void blankAnswersAreNone() {
        for (String blank :
                new String[] {"{}", "{'valueString': ' '}", "{'valueCoding': {}}", "{'valueString': null}"}) {
            Form form = Form.of(form(question("a", "open-choice")));
            assertThat(AnsweredForm.of(form, response(answered("a", blank))).answers("a"))
                    .as(blank)
                    .isEmpty();
        }
    }

    @Test
    void aFormOfManyConditionsInAChainIsReadToItsEnd() {
        ObjectNode chain = form(question("q0", "boolean"));
        ObjectNode response = response(yes("q0"));
        for (int i = 1; i < Limits.MOST_ITEMS; i++) {
            // The last one first: each item waits for all that come after it in the form.
            chain.withArray("item").insert(0, when("q" + (i - 1), question("q" + i, "boolean")));
            response.withArray("item").add(yes("q" + i));
        }
        AnsweredForm form = AnsweredForm.of(Form.of(chain), response);
        assertThat(form.answers()).hasSize(Limits.MOST_ITEMS);
    }
}
