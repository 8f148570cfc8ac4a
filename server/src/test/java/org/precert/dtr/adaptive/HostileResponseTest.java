package org.precert.dtr.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.dtr.adaptive.Sketch.around;
import static org.precert.dtr.adaptive.Sketch.form;
import static org.precert.dtr.adaptive.Sketch.group;
import static org.precert.dtr.adaptive.Sketch.json;
import static org.precert.dtr.adaptive.Sketch.question;
import static org.precert.dtr.adaptive.Sketch.response;
import static org.precert.dtr.adaptive.Sketch.when;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.precert.dtr.adaptive.AnswerCheck.Moment;

/** Nothing that comes in takes long, or breaks the check. */
@Timeout(20)
class HostileResponseTest {

    private static final AnswerCheck CHECK = new AnswerCheck((url, system, code) -> false);
    private static final ObjectNode SMALL =
            form(group("g", question("a", "boolean")), question("many", "integer", "{'repeats': true}"));

    @Test
    void tenThousandItems() {
        ObjectNode response = response();
        for (int i = 0; i < 10_000; i++) {
            response.withArray("item").add(around("q" + i));
        }
        assertThat(check(SMALL, response)).hasSize(Limits.MOST_PROBLEMS + 1).endsWith(Problem.MORE);
    }

    @Test
    void tenThousandTimesTheSameItem() {
        ObjectNode response = response();
        for (int i = 0; i < 10_000; i++) {
            response.withArray("item").add(around("g"));
        }
        assertThat(check(SMALL, response)).hasSize(Limits.MOST_PROBLEMS + 1);
    }

    @Test
    void aMillionAnswers() {
        ObjectNode many = around("many");
        ArrayNode answers = many.putArray("answer");
        for (int i = 0; i < 1_000_000; i++) {
            answers.addObject().put("valueInteger", i);
        }
        assertThat(check(SMALL, response(many)))
                .containsExactly(new Problem("", "The response has more than 2000 answers"));
        assertThat(AnsweredForm.of(Form.of(SMALL), response(many)).answers("many"))
                .hasSize(Limits.MOST_ANSWERS);
    }

    @Test
    void aMillionEmptyAnswers() {
        ObjectNode many = around("many");
        ArrayNode answers = many.putArray("answer");
        for (int i = 0; i < 1_000_000; i++) {
            answers.addObject();
        }
        assertThat(check(SMALL, response(many))).hasSize(Limits.MOST_PROBLEMS + 1);
    }

    @Test
    void itemsNestedThousandsDeep() {
        ObjectNode deep = around("g");
        for (int i = 0; i < 5_000; i++) {
            deep = around("g", deep);
        }
        assertThat(check(SMALL, response(deep))).contains(new Problem("g", "Items are nested more than 10 deep"));
        assertThat(AnsweredForm.of(Form.of(SMALL), response(deep)).answers()).isEmpty();
    }

    @Test
    void answersNestedThousandsDeep() {
        ObjectNode deep = around("many");
        for (int i = 0; i < 5_000; i++) {
            ObjectNode outer = around("many");
            outer.putArray("answer")
                    .addObject()
                    .put("valueInteger", 1)
                    .putArray("item")
                    .add(deep);
            deep = outer;
        }
        assertThat(check(SMALL, response(deep))).contains(new Problem("many", "Items are nested more than 10 deep"));
    }

    @Test
    void aFormOfAHundredThousandItems() {
        ObjectNode wide = form();
        for (int i = 0; i < 100_000; i++) {
            wide.withArray("item").add(question("q" + i, "boolean"));
        }
        assertThat(check(wide, response())).containsExactly(new Problem("", "The form has more than 1000 items"));
    }

    @Test
    void aFormNestedThousandsDeep() {
        ObjectNode deep = group("g");
        for (int i = 0; i < 5_000; i++) {
            deep = group("g" + i, deep);
        }
        assertThat(check(form(deep), response())).hasSize(1);
    }

    @Test
    void aFormOfAMillionConditions() {
        ObjectNode item = question("q", "boolean");
        ObjectNode condition = json("{'question': 'a', 'operator': '=', 'answerBoolean': true}");
        ArrayNode conditions = item.putArray("enableWhen");
        for (int i = 0; i < 1_000_000; i++) {
            conditions.add(condition);
        }
        assertThat(check(form(item), response()))
                .containsExactly(new Problem("q", "The form has more than 5000 conditions"));
    }

    @Test
    void manyConditionsOverManyAnswers() {
        ObjectNode form = form(question("many", "integer", "{'repeats': true}"));
        String never = "{'question': 'many', 'operator': '>', 'answerInteger': 5}";
        String[] all = java.util.Collections.nCopies(5, never).toArray(String[]::new);
        for (int i = 0; i < Limits.MOST_ITEMS - 1; i++) {
            form.withArray("item").add(when(question("q" + i, "boolean"), "any", all));
        }
        ObjectNode many = around("many");
        for (int i = 0; i < Limits.MOST_ANSWERS; i++) {
            many.withArray("answer").addObject().put("valueInteger", 1);
        }
        assertThat(check(form, response(many))).isEmpty();
    }

    @Test
    void optionsByTheHundredThousand() {
        ObjectNode choice = question("many", "choice", "{'repeats': true}");
        ArrayNode options = choice.putArray("answerOption");
        for (int i = 0; i < 100_000; i++) {
            options.addObject().putObject("valueCoding").put("system", "s").put("code", "c" + i);
        }
        ObjectNode many = around("many");
        for (int i = 0; i < Limits.MOST_ANSWERS; i++) {
            many.withArray("answer")
                    .addObject()
                    .putObject("valueCoding")
                    .put("system", "s")
                    .put("code", "c" + i);
        }
        assertThat(check(form(choice), response(many))).isEmpty();
    }

    @Test
    void numbersWithoutEnd() {
        String bound =
                "{'extension': [{'url': 'http://hl7.org/fhir/StructureDefinition/maxValue', 'valueDecimal': 1e400}]}";
        ObjectNode form = form(question("a", "decimal", bound));
        assertThat(check(form, response(Sketch.answered("a", "{'valueDecimal': 5}"))))
                .isEmpty();
        ObjectNode huge = around("a");
        huge.putArray("answer").addObject().put("valueDecimal", new java.math.BigDecimal("1E+1000000000"));
        assertThat(check(form(question("a", "decimal", bound.replace("1e400", "9"))), response(huge)))
                .hasSize(1);
    }

    @Test
    void aLinkIdOfAMegabyteIsNotRepeated() {
        String linkId = "x".repeat(1_000_000);
        assertThat(check(SMALL, response(around(linkId))))
                .containsExactly(new Problem("", "The form has no such item"));
        assertThat(check(form(question(linkId, "boolean")), response())).hasSize(1);
    }

    @Test
    void wrongShapesEverywhere() {
        for (String shape : List.of("null", "1", "'x'", "[]", "{}", "[null]", "[[]]", "[1]", "['x']", "[{}]", "true")) {
            for (String text : List.of(
                    "{'item': %s}",
                    "{'item': [{'linkId': %s}]}",
                    "{'item': [{'linkId': 'many', 'item': %s}]}",
                    "{'item': [{'linkId': 'many', 'answer': %s}]}",
                    "{'item': [{'linkId': 'many', 'answer': [{'valueInteger': %s}]}]}",
                    "{'item': [{'linkId': 'many', 'type': %s}]}",
                    "{'item': [{'linkId': 'many', 'type': 'choice', 'enableWhen': %s}]}",
                    "{'item': [{'linkId': 'many', 'type': 'choice', 'answerOption': %s}]}",
                    "{'item': [{'linkId': 'many', 'type': 'choice', 'answerOption': [{'valueCoding': %s}]}]}",
                    "{'item': [{'linkId': 'many', 'type': 'quantity', 'extension': %s}]}",
                    "{'item': [{'linkId': 'many', 'type': 'string', 'maxLength': %s}]}")) {
                ObjectNode odd = json(text.formatted(shape));
                assertThat(check(odd, odd)).hasSizeLessThan(5);
                assertThat(check(SMALL, odd)).hasSizeLessThan(5);
                assertThat(AnsweredForm.of(Form.of(odd), odd).answers()).hasSizeLessThan(2);
                OfferedForm.of(Form.of(SMALL), odd);
            }
        }
    }

    private static List<Problem> check(ObjectNode form, ObjectNode response) {
        return CHECK.check(Form.of(form), response, Moment.FINAL);
    }
}
