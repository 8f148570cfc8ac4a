package org.precert.dtr.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.dtr.adaptive.Sketch.answered;
import static org.precert.dtr.adaptive.Sketch.form;
import static org.precert.dtr.adaptive.Sketch.json;
import static org.precert.dtr.adaptive.Sketch.question;
import static org.precert.dtr.adaptive.Sketch.response;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precert.dtr.adaptive.AnswerCheck.Moment;

/** One answer to one question. */
class ValueCheckTest {

    private static final String OPTIONS = "{'answerOption': [{'valueCoding': {'system': 's', 'code': 'a'}}]}";
    private static final String UNITS =
            "{'extension': [{'url': 'http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption',"
                    + " 'valueCoding': {'system': 'u', 'code': 'mm[Hg]', 'display': 'mmHg'}}]}";

    @ParameterizedTest(name = "{0} takes {1}")
    @CsvSource(delimiter = '|', textBlock = """
            boolean     | {'valueBoolean': false}
            integer     | {'valueInteger': -3}
            decimal     | {'valueDecimal': 1.50}
            decimal     | {'valueDecimal': 3}
            date        | {'valueDate': '2026-05-01'}
            date        | {'valueDate': '2026-05'}
            date        | {'valueDate': '2026'}
            dateTime    | {'valueDateTime': '2026-05-01T10:00:00Z'}
            dateTime    | {'valueDateTime': '2026-05-01T10:00:00.123+05:30'}
            dateTime    | {'valueDateTime': '2026-05'}
            time        | {'valueTime': '10:00:00'}
            string      | {'valueString': 'x'}
            text        | {'valueString': 'x'}
            url         | {'valueUri': 'https://a.example/x'}
            choice      | {'valueCoding': {'system': 's', 'code': 'a'}}
            open-choice | {'valueCoding': {'system': 's', 'code': 'a'}}
            open-choice | {'valueString': 'other'}
            attachment  | {'valueAttachment': {'contentType': 'text/plain', 'data': 'eA=='}}
            attachment  | {'valueAttachment': {'url': 'https://a.example/x'}}
            reference   | {'valueReference': {'reference': 'Observation/1'}}
            quantity    | {'valueQuantity': {'value': 1, 'unit': 'h'}}
            """)
    void takes(String type, String answer) {
        assertThat(problems(type, "{}", answer)).isEmpty();
    }

    @ParameterizedTest(name = "{0} does not take {1}")
    @CsvSource(delimiter = '|', textBlock = """
            boolean     | {'valueString': 'true'}
            boolean     | {'valueBoolean': 'true'}
            boolean     | {'valueBoolean': 1}
            integer     | {'valueInteger': 1.5}
            integer     | {'valueInteger': 1.0}
            integer     | {'valueInteger': '1'}
            integer     | {'valueInteger': 4294967296}
            integer     | {'valueDecimal': 1}
            decimal     | {'valueDecimal': '1.5'}
            decimal     | {'valueDecimal': 1e999}
            decimal     | {'valueInteger': 1}
            date        | {'valueDate': '2026-02-30'}
            date        | {'valueDate': '2026-5-1'}
            date        | {'valueDate': '2026-05-01T00:00:00Z'}
            date        | {'valueDate': 2026}
            date        | {'valueDateTime': '2026-05-01'}
            dateTime    | {'valueDateTime': '2026-05-01T10:00:00'}
            dateTime    | {'valueDateTime': 'now'}
            time        | {'valueTime': '25:00:00'}
            time        | {'valueTime': '10:00'}
            string      | {'valueString': 5}
            string      | {'valueString': ['x']}
            url         | {'valueUri': 'https://a b'}
            choice      | {'valueString': 'a'}
            choice      | {'valueCoding': {'display': 'A'}}
            choice      | {'valueCoding': 'a'}
            open-choice | {'valueCoding': {'display': 'A'}}
            open-choice | {'valueBoolean': true}
            attachment  | {'valueAttachment': {'contentType': 'text/plain'}}
            attachment  | {'valueAttachment': {'data': 5}}
            attachment  | {'valueString': 'eA=='}
            reference   | {'valueReference': {'display': 'x'}}
            quantity    | {'valueQuantity': {'unit': 'h'}}
            quantity    | {'valueQuantity': {'value': '1', 'unit': 'h'}}
            quantity    | {'valueDecimal': 1}
            string      | {'valueFoo': 'x'}
            """)
    void doesNotTake(String type, String answer) {
        assertThat(problems(type, "{}", answer)).extracting(Problem::linkId).containsExactly("a");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {'valueCoding': {'system': 's', 'code': 'a', 'display': 'anything'}} | true
            {'valueCoding': {'system': 's', 'code': 'b'}}                        | false
            {'valueCoding': {'system': 't', 'code': 'a'}}                        | false
            {'valueCoding': {'code': 'a'}}                                       | false
            """)
    void aChoiceIsMadeAmongTheOptions(String answer, boolean fits) {
        assertThat(problems("choice", OPTIONS, answer).isEmpty()).isEqualTo(fits);
    }

    @Test
    void anOpenChoiceTakesAnyCode() {
        assertThat(problems("open-choice", OPTIONS, "{'valueCoding': {'system': 't', 'code': 'z'}}"))
                .isEmpty();
    }

    @Test
    void aChoiceMayBeAmongTextsOrNumbers() {
        String options = "{'answerOption': [{'valueString': 'x'}, {'valueInteger': 3}]}";
        assertThat(problems("choice", options, "{'valueString': 'x'}")).isEmpty();
        assertThat(problems("choice", options, "{'valueInteger': 3}")).isEmpty();
        assertThat(problems("choice", options, "{'valueInteger': 4}")).hasSize(1);
        assertThat(problems("choice", options, "{'valueString': '3'}")).hasSize(1);
    }

    @Test
    void aChoiceFromAValueSetIsLookedUpThere() {
        AnswerCheck check = new AnswerCheck(
                (url, system, code) -> url.equals("https://v.example|1") && system.equals("s") && code.equals("a"));
        Form form = Form.of(form(question("a", "choice", "{'answerValueSet': 'https://v.example|1'}")));
        assertThat(check.check(
                        form, response(answered("a", "{'valueCoding': {'system': 's', 'code': 'a'}}")), Moment.FINAL))
                .isEmpty();
        assertThat(check.check(
                        form, response(answered("a", "{'valueCoding': {'system': 's', 'code': 'b'}}")), Moment.FINAL))
                .containsExactly(new Problem("a", "The answer is not among the options"));
    }

    @ParameterizedTest(name = "{0} {2} within {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            integer  | 'valueInteger': 10         | {'valueInteger': 10}         | true
            integer  | 'valueInteger': 10         | {'valueInteger': 11}         | false
            decimal  | 'valueDecimal': 10         | {'valueDecimal': 10.0}       | true
            decimal  | 'valueDecimal': 10         | {'valueDecimal': 10.01}      | false
            date     | 'valueDate': '2026-05-01'  | {'valueDate': '2026-05-01'}  | true
            date     | 'valueDate': '2026-05-01'  | {'valueDate': '2026-05'}     | true
            date     | 'valueDate': '2026-05-01'  | {'valueDate': '2026-06'}     | false
            """)
    void theMostIsKept(String type, String bound, String answer, boolean fits) {
        assertThat(problems(type, extension("maxValue", bound), answer).isEmpty())
                .isEqualTo(fits);
    }

    @Test
    void theLeastIsKept() {
        String least = extension("minValue", "'valueInteger': 0");
        assertThat(problems("integer", least, "{'valueInteger': 0}")).isEmpty();
        assertThat(problems("integer", least, "{'valueInteger': -1}"))
                .containsExactly(new Problem("a", "The answer is below the least that the question takes"));
    }

    @Test
    void theMostOfAQuantityIsKeptInItsOwnUnit() {
        String most =
                "{'extension': [{'url': 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-maxQuantity',"
                        + " 'valueQuantity': {'value': 300, 'system': 'u', 'code': 'mm[Hg]'}}]}";
        assertThat(problems("quantity", most, "{'valueQuantity': {'value': 301, 'system': 'u', 'code': 'mm[Hg]'}}"))
                .hasSize(1);
        assertThat(problems("quantity", most, "{'valueQuantity': {'value': 301, 'system': 'u', 'code': 'kPa'}}"))
                .isEmpty();
    }

    @Test
    void textsAreNoLongerThanTheyMayBe() {
        assertThat(problems("string", "{'maxLength': 3}", "{'valueString': 'abc'}"))
                .isEmpty();
        assertThat(problems("string", "{'maxLength': 3}", "{'valueString': 'abcd'}"))
                .hasSize(1);
        assertThat(problems("open-choice", "{'maxLength': 3}", "{'valueString': 'abcd'}"))
                .hasSize(1);
        assertThat(problems("string", "{'maxLength': 1}", "{'valueString': '\uD83D\uDE00'}"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {'value': 1, 'system': 'u', 'code': 'mm[Hg]'}               | true
            {'value': 1, 'system': 'u', 'code': 'mm[Hg]', 'unit': 'hg'} | true
            {'value': 1, 'unit': 'mmHg'}                                | true
            {'value': 1, 'unit': 'mm[Hg]'}                              | true
            {'value': 1, 'system': 'u', 'code': 'kPa'}                  | false
            {'value': 1, 'system': 'v', 'code': 'mm[Hg]'}               | false
            {'value': 1, 'system': 'u', 'code': 'kPa', 'unit': 'mmHg'}  | false
            {'value': 1, 'unit': 'kPa'}                                 | false
            {'value': 1}                                                | false
            """)
    void aQuantityIsInAUnitThatIsOffered(String quantity, boolean fits) {
        assertThat(problems("quantity", UNITS, "{'valueQuantity': " + quantity + "}")
                        .isEmpty())
                .isEqualTo(fits);
    }

    @Test
    void documentsAreOfTheKindsThatAreTaken() {
        String kinds = extension("mimeType", "'valueCode': 'application/pdf'");
        assertThat(problems("attachment", kinds, document("application/pdf", 1)))
                .isEmpty();
        assertThat(problems("attachment", kinds, document("Application/PDF; version=1.7", 1)))
                .isEmpty();
        assertThat(problems("attachment", kinds, document("text/html", 1))).hasSize(1);
        assertThat(problems("attachment", kinds, "{'valueAttachment': {'data': 'eA=='}}"))
                .hasSize(1);
    }

    @Test
    void documentsAreNoLargerThanTheyMayBe() {
        String size = extension("maxSize", "'valueDecimal': 0.003");
        assertThat(problems("attachment", size, document("text/plain", 4000))).isEmpty();
        assertThat(problems("attachment", size, document("text/plain", 4004))).hasSize(1);
        String elsewhere = "{'valueAttachment': {'url': 'https://a.example/x', 'size': 3001}}";
        assertThat(problems("attachment", size, elsewhere)).hasSize(1);
    }

    @Test
    void patternsOfTheFormAreNotRun() {
        String slow = extension("regex", "'valueString': '(a+)+$'");
        assertThat(problems("string", slow, "{'valueString': '" + "a".repeat(100_000) + "!'}"))
                .isEmpty();
    }

    private static String document(String type, int characters) {
        return "{'valueAttachment': {'contentType': '" + type + "', 'data': '" + "A".repeat(characters) + "'}}";
    }

    private static String extension(String name, String value) {
        return "{'extension': [{'url': 'http://hl7.org/fhir/StructureDefinition/" + name + "', " + value + "}]}";
    }

    private static List<Problem> problems(String type, String more, String answer) {
        Form form = Form.of(form(question("a", type).setAll(json(more))));
        AnswerCheck check = new AnswerCheck((url, system, code) -> false);
        return check.check(form, response(answered("a", answer)), Moment.FINAL);
    }
}
