package org.precert.dtr.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.dtr.adaptive.Sketch.answered;
import static org.precert.dtr.adaptive.Sketch.form;
import static org.precert.dtr.adaptive.Sketch.question;
import static org.precert.dtr.adaptive.Sketch.response;
import static org.precert.dtr.adaptive.Sketch.when;
import static org.precert.dtr.adaptive.Sketch.yes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each operator over each type of answer. */
class EnableWhenTest {

    @ParameterizedTest(name = "{1} {2} {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            boolean  | {'valueBoolean': true}  | =  | 'answerBoolean': true  | true
            boolean  | {'valueBoolean': false} | =  | 'answerBoolean': true  | false
            boolean  | {'valueBoolean': false} | != | 'answerBoolean': true  | true
            boolean  | {'valueBoolean': true}  | != | 'answerBoolean': true  | false
            boolean  | {'valueBoolean': false} | exists | 'answerBoolean': true | true
            boolean  | {'valueBoolean': false} | exists | 'answerBoolean': false | false
            boolean  | {'valueBoolean': true}  | >  | 'answerBoolean': false | false
            integer  | {'valueInteger': 5}     | =  | 'answerInteger': 5     | true
            integer  | {'valueInteger': 5}     | !=  | 'answerInteger': 6    | true
            integer  | {'valueInteger': 5}     | >  | 'answerInteger': 5     | false
            integer  | {'valueInteger': 6}     | >  | 'answerInteger': 5     | true
            integer  | {'valueInteger': 4}     | <  | 'answerInteger': 5     | true
            integer  | {'valueInteger': 5}     | <  | 'answerInteger': 5     | false
            integer  | {'valueInteger': 5}     | >= | 'answerInteger': 5     | true
            integer  | {'valueInteger': 4}     | >= | 'answerInteger': 5     | false
            integer  | {'valueInteger': 5}     | <= | 'answerInteger': 5     | true
            integer  | {'valueInteger': 6}     | <= | 'answerInteger': 5     | false
            integer  | {'valueInteger': 5}     | >  | 'answerDecimal': 4.5   | true
            decimal  | {'valueDecimal': 7.0}   | =  | 'answerDecimal': 7     | true
            decimal  | {'valueDecimal': 7.1}   | >  | 'answerDecimal': 7.0   | true
            decimal  | {'valueDecimal': 6.9}   | <= | 'answerDecimal': 7.0   | true
            decimal  | {'valueDecimal': 1e999} | >  | 'answerDecimal': 7.0   | false
            date     | {'valueDate': '2026-05-01'} | =  | 'answerDate': '2026-05-01' | true
            date     | {'valueDate': '2026-05-02'} | >  | 'answerDate': '2026-05-01' | true
            date     | {'valueDate': '2026-05-02'} | <  | 'answerDate': '2026-05-01' | false
            date     | {'valueDate': '2026-05'}    | >  | 'answerDate': '2026-04-30' | true
            date     | {'valueDate': '2026-05'}    | >= | 'answerDate': '2026-05-01' | false
            date     | {'valueDate': '2026'}       | <  | 'answerDate': '2027-01'    | true
            date     | {'valueDate': '2026-13'}    | <  | 'answerDate': '2027-01'    | false
            dateTime | {'valueDateTime': '2026-05-01T10:00:00+02:00'} | = | 'answerDateTime': '2026-05-01T08:00:00Z' | true
            dateTime | {'valueDateTime': '2026-05-01T10:00:00Z'} | > | 'answerDateTime': '2026-05-01T08:00:00Z' | true
            dateTime | {'valueDateTime': '2026-05'} | > | 'answerDateTime': '2026-04' | true
            time     | {'valueTime': '10:00:00'} | > | 'answerTime': '09:59:59' | true
            time     | {'valueTime': 'ten'} | > | 'answerTime': '09:59:59' | false
            choice   | {'valueCoding': {'system': 's', 'code': 'a'}} | =  | 'answerCoding': {'system': 's', 'code': 'a', 'display': 'A'} | true
            choice   | {'valueCoding': {'system': 't', 'code': 'a'}} | =  | 'answerCoding': {'system': 's', 'code': 'a'} | false
            choice   | {'valueCoding': {'code': 'a'}}                | =  | 'answerCoding': {'system': 's', 'code': 'a'} | false
            choice   | {'valueCoding': {'system': 's', 'code': 'b'}} | != | 'answerCoding': {'system': 's', 'code': 'a'} | true
            choice   | {'valueCoding': {'system': 's', 'code': 'b'}} | >  | 'answerCoding': {'system': 's', 'code': 'a'} | false
            open-choice | {'valueString': 'a'}   | =  | 'answerCoding': {'system': 's', 'code': 'a'} | false
            string   | {'valueString': 'abc'}  | =  | 'answerString': 'abc'  | true
            string   | {'valueString': 'abc'}  | =  | 'answerString': 'ABC'  | false
            string   | {'valueString': 'abd'}  | >  | 'answerString': 'abc'  | true
            string   | {'valueString': ' '}    | exists | 'answerBoolean': true | false
            quantity | {'valueQuantity': {'value': 2, 'system': 'u', 'code': 'mg/kg'}} | > | 'answerQuantity': {'value': 1.5, 'system': 'u', 'code': 'mg/kg'} | true
            quantity | {'valueQuantity': {'value': 2, 'system': 'u', 'code': 'mg'}} | > | 'answerQuantity': {'value': 1.5, 'system': 'u', 'code': 'mg/kg'} | false
            quantity | {'valueQuantity': {'value': 2, 'unit': 'h'}} | >= | 'answerQuantity': {'value': 2.0, 'unit': 'h'} | true
            quantity | {'valueQuantity': {'value': 2, 'comparator': '<', 'unit': 'h'}} | <= | 'answerQuantity': {'value': 2.0, 'unit': 'h'} | false
            reference | {'valueReference': {'reference': 'A/1'}} | = | 'answerReference': {'reference': 'A/1'} | true
            """)
    void isAskedByTheAnswer(String type, String answer, String operator, String expected, boolean asked) {
        String condition = "{'question': 'a', 'operator': '" + operator + "', " + expected + "}";
        Form form = Form.of(form(question("a", type), when(question("b", "string"), "", condition)));
        assertThat(form.flaws()).isEmpty();
        assertThat(AnsweredForm.of(form, response(answered("a", answer))).isEnabled("b"))
                .isEqualTo(asked);
    }

    @ParameterizedTest(name = "{0} of nothing: {1}")
    @CsvSource({"=, false", "!=, true", ">, false", "<, false", ">=, false", "<=, false"})
    void silenceIsEqualToNothing(String operator, boolean asked) {
        String condition = "{'question': 'a', 'operator': '" + operator + "', 'answerInteger': 1}";
        Form form = Form.of(form(question("a", "integer"), when(question("b", "string"), "", condition)));
        assertThat(AnsweredForm.of(form, response()).isEnabled("b")).isEqualTo(asked);
    }

    @Test
    void ofSeveralAnswersOneIsEnoughAndNoneMayBeEqualForNotEqual() {
        String[] both = {"{'valueInteger': 1}", "{'valueInteger': 3}"};
        assertThat(isAsked("=", 3, both)).isTrue();
        assertThat(isAsked(">", 2, both)).isTrue();
        assertThat(isAsked("<", 2, both)).isTrue();
        assertThat(isAsked(">", 3, both)).isFalse();
        assertThat(isAsked("!=", 3, both)).isFalse();
        assertThat(isAsked("!=", 2, both)).isTrue();
    }

    private static boolean isAsked(String operator, int expected, String... answers) {
        String condition = "{'question': 'a', 'operator': '" + operator + "', 'answerInteger': " + expected + "}";
        Form form = Form.of(form(question("a", "integer"), when(question("b", "string"), "", condition)));
        return AnsweredForm.of(form, response(answered("a", answers))).isEnabled("b");
    }

    @Test
    void anyWantsOneConditionAndAllWantsEach() {
        String a = "{'question': 'a', 'operator': '=', 'answerBoolean': true}";
        String b = "{'question': 'b', 'operator': '=', 'answerBoolean': true}";
        Form form = Form.of(form(
                question("a", "boolean"),
                question("b", "boolean"),
                when(question("any", "string"), "any", a, b),
                when(question("all", "string"), "all", a, b)));
        AnsweredForm one = AnsweredForm.of(form, response(yes("b")));
        assertThat(one.isEnabled("any")).isTrue();
        assertThat(one.isEnabled("all")).isFalse();
        AnsweredForm both = AnsweredForm.of(form, response(yes("a"), yes("b")));
        assertThat(both.isEnabled("any")).isTrue();
        assertThat(both.isEnabled("all")).isTrue();
        assertThat(AnsweredForm.of(form, response()).isEnabled("any")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'question': 'a', 'operator': 'like', 'answerBoolean': true}",
                "{'question': 'a', 'operator': '='}",
                "{'question': 'a', 'operator': '=', 'answerBoolean': true, 'answerInteger': 1}",
                "{'operator': '=', 'answerBoolean': true}",
                "{'question': 'a', 'operator': 'exists', 'answerInteger': 1}",
                "{'question': 'a', 'answerBoolean': true}"
            })
    void aConditionThatCanNotBeReadIsAFlaw(String condition) {
        Form form = Form.of(form(question("a", "boolean"), when(question("b", "string"), "", condition)));
        assertThat(form.flaws()).extracting(Problem::linkId).containsExactly("b");
    }
}
