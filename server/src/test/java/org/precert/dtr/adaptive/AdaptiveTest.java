package org.precert.dtr.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.dtr.adaptive.Sketch.display;
import static org.precert.dtr.adaptive.Sketch.form;
import static org.precert.dtr.adaptive.Sketch.group;
import static org.precert.dtr.adaptive.Sketch.json;
import static org.precert.dtr.adaptive.Sketch.question;
import static org.precert.dtr.adaptive.Sketch.when;
import static org.precert.dtr.adaptive.Sketch.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked in which call. */
class AdaptiveTest {

    static final ObjectNode FORM = form(
            group("order", question("drug", "string"), question("route", "string")),
            group("consideration", question("wanted", "boolean")),
            when(
                    "wanted",
                    group(
                            "safety",
                            question("safety.ecg", "boolean"),
                            isDrug("x", question("safety.pressure", "decimal")),
                            display("safety.words"))),
            when("wanted", group("statement", question("statement.text", "text"))),
            display("clinical-complete"),
            group("administrative", question("attestation", "boolean", "{'required': true}")));

    private final Filler filler = Filler.of(FORM);

    @Test
    void theFirstCallOffersWhatHangsOnNothing() {
        assertThat(next()).isEqualTo("order(drug route) consideration(wanted)");
    }

    @Test
    void aGroupThatHangsOnAnAnswerComesWithIt() {
        next();
        filler.yes("wanted").answer("drug", "{'valueString': 'x'}");
        assertThat(next())
                .isEqualTo("safety(safety.ecg safety.pressure safety.words) statement(statement.text)"
                        + " clinical-complete administrative(attestation)");
    }

    @Test
    void aBlankAnswerIsTakenAsOne() {
        next();
        assertThat(next()).isEqualTo("clinical-complete administrative(attestation)");
    }

    @Test
    void whatIsRequiredIsWaitedFor() {
        next();
        next();
        assertThat(filler.next()).isEqualTo(new Step.Wait(List.of("attestation")));
        filler.yes("attestation");
        assertThat(filler.next()).isEqualTo(new Step.Done());
        assertThat(filler.next()).isEqualTo(new Step.Done());
    }

    @Test
    void whatIsLeftBlankAtTheEndCompletesTheForm() {
        next();
        filler.yes("wanted");
        next();
        filler.yes("attestation");
        assertThat(filler.next()).isEqualTo(new Step.Done());
    }

    @Test
    void aRepeatedCallHasTheSameAnswer() {
        Step first = filler.look();
        assertThat(filler.look()).isEqualTo(first);
        filler.next();
        filler.yes("wanted");
        Step second = filler.look();
        assertThat(filler.look()).isEqualTo(second).isNotEqualTo(first);
    }

    @Test
    void furtherItemsOfAGroupComeInAFurtherPartOfIt() {
        next();
        filler.yes("wanted");
        assertThat(next()).startsWith("safety(safety.ecg safety.words) statement");
        filler.answer("drug", "{'valueString': 'x'}");
        Step step = filler.next();
        assertThat(Filler.shape(step)).isEqualTo("safety.2(safety.pressure)");
        assertThat(((Step.Ask) step).items().get(0))
                .isEqualTo(group("safety.2", question("safety.pressure", "decimal"))
                        .put("text", "Text of safety"));
        assertThat(((Step.Ask) step).questions()).containsExactly("safety.pressure");
    }

    @Test
    void eachFurtherPartHasTheFirstNumberThatIsFree() {
        Filler parts = Filler.of(form(
                group(
                        "g",
                        question("a", "boolean"),
                        when("a", question("b", "boolean")),
                        when("b", question("c", "boolean"))),
                when("z", question("g.3", "boolean"))));
        assertThat(Filler.shape(parts.next())).isEqualTo("g(a)");
        assertThat(Filler.shape(parts.yes("a").next())).isEqualTo("g.2(b)");
        assertThat(Filler.shape(parts.yes("b").next())).isEqualTo("g.4(c)");
        assertThat(parts.yes("c").next()).isEqualTo(new Step.Done());
    }

    @Test
    void groupsWithinGroupsComeInPartsToo() {
        Filler deep = Filler.of(form(group(
                "g",
                question("a", "boolean"),
                group("h", question("b", "boolean"), when("a", question("c", "boolean"))),
                when("a", group("i", question("d", "boolean"))))));
        assertThat(Filler.shape(deep.next())).isEqualTo("g(a h(b))");
        assertThat(Filler.shape(deep.yes("a").next())).isEqualTo("g.2(h.2(c) i(d))");
    }

    @Test
    void whatHangsOnAnAnswerWithinAQuestionComesInAGroupOfIt() {
        Filler nested = Filler.of(form(with(
                question("a", "boolean", "{'required': true}"),
                question("b", "boolean"),
                when("a", question("c", "boolean")))));
        assertThat(Filler.shape(nested.next())).isEqualTo("a(b)");
        Step.Ask ask = (Step.Ask) nested.yes("a").next();
        assertThat(ask.items())
                .containsExactly(json("{'linkId': 'a.2', 'text': 'Text of a', 'type': 'group',"
                        + " 'item': [{'linkId': 'c', 'text': 'Text of c', 'type': 'boolean'}]}"));
        assertThat(nested.next()).isEqualTo(new Step.Done());
    }

    @Test
    void nothingThatWasOfferedIsTakenBackOrOfferedAgain() {
        next();
        filler.yes("wanted");
        next();
        ObjectNode offered = filler.contained.deepCopy();
        filler.no("wanted").yes("attestation");
        assertThat(filler.next()).isEqualTo(new Step.Done());
        filler.yes("wanted");
        assertThat(filler.next()).isEqualTo(new Step.Done());
        assertThat(filler.contained).isEqualTo(offered);
    }

    @Test
    void whatIsRequiredInADisabledGroupIsNotWaitedFor() {
        Filler required = Filler.of(form(
                question("a", "boolean"), when("a", group("g", question("b", "boolean", "{'required': true}")))));
        required.next();
        required.yes("a").next();
        assertThat(required.look()).isEqualTo(new Step.Wait(List.of("b")));
        assertThat(required.no("a").next()).isEqualTo(new Step.Done());
    }

    @Test
    void anAnswerThatChangesLateStillBringsItsGroup() {
        next();
        next();
        filler.yes("attestation").yes("wanted");
        assertThat(next()).isEqualTo("safety(safety.ecg safety.words) statement(statement.text)");
        assertThat(filler.next()).isEqualTo(new Step.Done());
    }

    @Test
    void noConditionIsOfferedWhereTheGuideHasNone() {
        next();
        filler.yes("wanted").answer("drug", "{'valueString': 'x'}");
        next();
        assertThat(filler.contained.findValues("enableWhen")).isEmpty();
        assertThat(filler.contained.findValues("enableBehavior")).isEmpty();
    }

    @Test
    void conditionsStayWhereTheGuideHasThem() {
        Filler keeping = Filler.keeping(FORM);
        keeping.next();
        keeping.yes("wanted").answer("drug", "{'valueString': 'x'}").next();
        assertThat(keeping.contained.findValues("enableWhen")).hasSize(3);
    }

    @Test
    void noConditionStaysThatLooksAtAQuestionOutsideTheForm() {
        String a = "{'question': 'a', 'operator': '=', 'answerBoolean': true}";
        String z = "{'question': 'z', 'operator': '=', 'answerBoolean': true}";
        Filler keeping = Filler.keeping(form(
                question("a", "boolean"),
                when("a", question("b", "boolean")),
                when(question("c", "boolean"), "any", a, z)));
        keeping.next();
        Step.Ask ask = (Step.Ask) keeping.yes("a").next();
        assertThat(ask.items()).extracting(item -> item.has("enableWhen")).containsExactly(true, false);
    }

    @Test
    void silenceIsAConditionOnlyOnceTheQuestionWasAsked() {
        Filler silence = Filler.of(form(
                question("a", "boolean"),
                when(question("b", "boolean"), "", "{'question': 'a', 'operator': 'exists', 'answerBoolean': false}"),
                when(question("c", "boolean"), "", "{'question': 'a', 'operator': '!=', 'answerBoolean': true}")));
        assertThat(Filler.shape(silence.next())).isEqualTo("a");
        assertThat(Filler.shape(silence.next())).isEqualTo("b c");
    }

    @Test
    void theSilenceOfAQuestionThatIsNeverAskedIsACondition() {
        Filler silence = Filler.of(form(
                question("a", "boolean"),
                when("a", question("b", "boolean")),
                when(question("c", "boolean"), "", "{'question': 'b', 'operator': 'exists', 'answerBoolean': false}")));
        assertThat(Filler.shape(silence.next())).isEqualTo("a");
        assertThat(Filler.shape(silence.no("a").next())).isEqualTo("c");
    }

    @Test
    void clinicalQuestionsThatHangOnAdministrativeOnesAreReached() {
        Filler backward = Filler.of(form(
                question("a", "boolean"),
                when("admin", group("g", question("b", "boolean"))),
                display("clinical-complete"),
                question("admin", "boolean"),
                question("attestation", "boolean")));
        assertThat(Filler.shape(backward.next())).isEqualTo("a");
        assertThat(Filler.shape(backward.next())).isEqualTo("admin attestation");
        assertThat(Filler.shape(backward.yes("admin").next())).isEqualTo("g(b) clinical-complete");
        assertThat(backward.next()).isEqualTo(new Step.Done());
    }

    @Test
    void wordsComeWithTheirPartOfTheForm() {
        Filler words = Filler.of(form(
                display("welcome"),
                question("a", "boolean"),
                when("a", group("g", display("g.words"), question("b", "boolean"))),
                group("empty", display("never")),
                display("clinical-complete"),
                display("goodbye")));
        assertThat(Filler.shape(words.next())).isEqualTo("welcome a");
        assertThat(Filler.shape(words.yes("a").next())).isEqualTo("g(g.words b) clinical-complete goodbye");
        assertThat(words.next()).isEqualTo(new Step.Done());
    }

    @Test
    void aFormWithoutTheMarkIsNotSplit() {
        Filler flat = Filler.of(
                form(question("a", "boolean"), when("a", question("b", "boolean")), question("c", "boolean")));
        assertThat(Filler.shape(flat.next())).isEqualTo("a c");
        assertThat(Filler.shape(flat.yes("a").next())).isEqualTo("b");
    }

    @Test
    void answersToWhatWasNotOfferedAreNotLookedAt() {
        Adaptive adaptive = new Adaptive(Form.of(FORM), EnableWhen.LEFT_OUT);
        ObjectNode response = Sketch.response(Sketch.around("consideration", Sketch.yes("wanted")));
        Step step = adaptive.next(new Adaptive.Call(Form.of(form()), response, Relevance.OF_ALL, Prefills.NONE));
        assertThat(Filler.shape(step)).isEqualTo("order(drug route) consideration(wanted)");
    }

    @Test
    void aFormWithoutItemsIsDoneAtOnce() {
        assertThat(Filler.of(form()).next()).isEqualTo(new Step.Done());
    }

    @Test
    void theStandardFormStaysAsItIs() {
        ObjectNode before = FORM.deepCopy();
        next();
        filler.yes("wanted");
        next();
        filler.contained.findParents("linkId").forEach(item -> ((ObjectNode) item).removeAll());
        assertThat(FORM).isEqualTo(before);
    }

    private String next() {
        return Filler.shape(filler.next());
    }

    private static ObjectNode isDrug(String drug, ObjectNode item) {
        return when(item, "", "{'question': 'drug', 'operator': '=', 'answerString': '" + drug + "'}");
    }
}
