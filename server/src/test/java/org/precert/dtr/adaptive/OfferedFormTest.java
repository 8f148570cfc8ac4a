package org.precert.dtr.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.dtr.adaptive.Sketch.display;
import static org.precert.dtr.adaptive.Sketch.form;
import static org.precert.dtr.adaptive.Sketch.group;
import static org.precert.dtr.adaptive.Sketch.question;
import static org.precert.dtr.adaptive.Sketch.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.precert.dtr.adaptive.OfferedForm.Restored;
import org.precert.dtr.adaptive.OfferedForm.Strange;

/** What comes back from the client is held against what was offered. */
class OfferedFormTest {

    private static final String OPTIONS = "{'answerOption': [{'valueString': 'x'}], 'required': true}";
    private static final ObjectNode FORM = form(
            group(
                    "g",
                    question("a", "boolean"),
                    when("a", question("b", "choice", OPTIONS)),
                    group("h", question("c", "boolean"))),
            question("d", "boolean"),
            display("words"));

    @Test
    void whatWasOfferedComesOutAsItWas() {
        for (Filler filler : new Filler[] {Filler.of(FORM), Filler.keeping(FORM)}) {
            filler.next();
            assertThat(Filler.shape(filler.yes("a").next())).isEqualTo("g.2(b)");
            filler.contained.put("title", "Kept");
            assertThat(restored(filler.contained)).isEqualTo(filler.contained);
        }
    }

    @Test
    void whatTheClientChangedIsAsItWas() {
        Filler filler = Filler.of(FORM);
        filler.next();
        filler.yes("a").next();
        ObjectNode changed = filler.contained.deepCopy();
        for (JsonNode item : changed.findParents("linkId")) {
            ((ObjectNode) item).put("text", "Mine").remove("answerOption");
            ((ObjectNode) item).remove("required");
        }
        assertThat(restored(changed)).isEqualTo(filler.contained);
    }

    @Test
    void aTypeThatTheClientChangedIsAsItWas() {
        assertThat(restored(form(question("d", "string")))).isEqualTo(form(question("d", "boolean")));
    }

    @Test
    void anEmptyFormIsOne() {
        assertThat(restored(form())).isEqualTo(form());
    }

    @Test
    void whatIsNotInTheFormIsStrange() {
        isStrange(form(question("z", "boolean")));
        isStrange(form(group("z.2", question("a", "boolean"))));
        isStrange(form(group("g", question("z", "boolean"))));
    }

    @Test
    void whatStandsElsewhereIsStrange() {
        isStrange(form(question("a", "boolean")));
        isStrange(form(group("h", question("c", "boolean"))));
        isStrange(form(group("g", question("d", "boolean"))));
        isStrange(form(group("g.2", group("h.2", question("b", "choice")))));
    }

    @Test
    void aPartOfWhatHasNoItemsIsStrange() {
        isStrange(form(group("d.2")));
        isStrange(form(group("words.2")));
    }

    @Test
    void whatStandsTwiceIsStrange() {
        isStrange(form(question("d", "boolean"), question("d", "boolean")));
        isStrange(form(group("g", question("a", "boolean")), group("g.2", question("a", "boolean"))));
    }

    @Test
    void hugeFormsAreStrangeAtOnce() {
        ObjectNode wide = form();
        for (int i = 0; i < 10_000; i++) {
            wide.withArray("item").add(question("q" + i, "boolean"));
        }
        isStrange(wide);
        ObjectNode deep = group("g");
        for (int i = 0; i < 900; i++) {
            deep = group("g" + i, deep);
        }
        isStrange(form(deep));
    }

    private static ObjectNode restored(ObjectNode contained) {
        OfferedForm offered = OfferedForm.of(Form.of(FORM), contained);
        assertThat(offered).isInstanceOf(Restored.class);
        return ((Restored) offered).form().questionnaire();
    }

    private static void isStrange(ObjectNode contained) {
        assertThat(OfferedForm.of(Form.of(FORM), contained))
                .isInstanceOfSatisfying(
                        Strange.class,
                        strange -> assertThat(strange.problems()).isNotEmpty().hasSizeLessThan(60));
    }
}
