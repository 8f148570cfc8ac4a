package org.precert.dtr.trouble;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.evaluation.CqlLines;
import org.precert.evaluation.CqlLines.Define;
import org.precert.review.InvalidRequest;

/** Reports are read in all their spellings, and told where they can not be. */
class ReportReaderTest {

    private static final String CANONICAL = "https://precert.example/fhir/Questionnaire/acme";
    private static final String FORM = "{'name':'questionnaire','valueCanonical':'" + CANONICAL + "|1.0.0'}";
    private static final String OUTCOME =
            "{'name':'operationOutcome','resource':{'resourceType':'OperationOutcome','issue':[%s]}}";
    private static final String ISSUE = "{'severity':'error','code':'exception','diagnostics':'%s'}";
    private static final FormVersion ACME = new FormVersion(CANONICAL, "1.0.0");

    private final ReportReader reports = new ReportReader(
            new ObjectMapper(),
            new KnownForms(Map.of("acme", Set.of("1.0.0")), "https://precert.example"),
            new IssueReader(new PlaceFinder(new CqlLines(List.of(new Define("Acme", "Drug", 10, 12))))));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'questionnaire','valueCanonical':'CANONICAL|1.0.0'}",
                "{'name':'Questionnaire','valueCanonical':'CANONICAL|1.0.0'}",
                "{'name':'Questionnaire','valueUri':'CANONICAL|1.0.0'}",
                "{'name':'questionnaire','valueReference':{'reference':'CANONICAL|1.0.0'}}",
                "{'name':'questionnaire','resource':{'resourceType':'Questionnaire','url':'CANONICAL','version':'1.0.0'}}"
            })
    void aFormIsNamedInManyWays(String form) {
        List<Trouble> read = read(outcome("Acme.Drug"), form.replace("CANONICAL", CANONICAL));
        assertThat(read).containsExactly(new Trouble(ACME, issue(new Place("Acme", "Drug", 10))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operationOutcome", "OperationOutcome", "outcome"})
    void anOutcomeIsNamedInManyWays(String name) {
        assertThat(read(FORM, outcome("Acme 11:1-11:2").replace("operationOutcome", name)))
                .containsExactly(new Trouble(ACME, issue(new Place("Acme", "Drug", 11))));
    }

    @Test
    void oneOfBothIsEnough() {
        assertThat(read(FORM)).containsExactly(new Trouble(ACME, Issue.UNSAID));
        assertThat(read(outcome(""))).containsExactly(new Trouble(FormVersion.UNKNOWN, issue(Place.UNKNOWN)));
    }

    @Test
    void everyIssueIsOfEveryForm() {
        String other = "{'name':'questionnaire','valueCanonical':'https://elsewhere.example/x'}";
        assertThat(read(FORM, other, FORM, outcome("a"), outcome("Acme")))
                .containsExactly(
                        new Trouble(ACME, issue(Place.UNKNOWN)),
                        new Trouble(FormVersion.UNKNOWN, issue(Place.UNKNOWN)),
                        new Trouble(ACME, issue(new Place("Acme", "", 0))),
                        new Trouble(FormVersion.UNKNOWN, issue(new Place("Acme", "", 0))));
    }

    @Test
    void codesAreKeptWhereFhirHasThem() {
        String coded = """
                {'severity':'fatal','code':'not-supported','expression':['Acme.Drug'],'details':{'text':'John','coding':[
                  {'system':'urn:own','code':'John'},
                  {'system':'http://terminology.hl7.org/CodeSystem/operation-outcome','code':'MSG_JOHN'},
                  {'system':'http://terminology.hl7.org/CodeSystem/operation-outcome','code':'MSG_BAD_SYNTAX'}]}}""";
        assertThat(read(FORM, OUTCOME.formatted(coded)))
                .containsExactly(new Trouble(
                        ACME, new Issue("fatal", "not-supported", "MSG_BAD_SYNTAX", new Place("Acme", "Drug", 10))));
        assertThat(read(FORM, OUTCOME.formatted("{'severity':'John','code':'Doe','details':{'coding':'x'}}")))
                .containsExactly(new Trouble(ACME, Issue.UNSAID));
    }

    @Test
    void whatFollowsAfterAHundredIssuesIsNotKept() {
        String many = String.join(",", Collections.nCopies(101, ISSUE.formatted("Acme")));
        assertThat(read(FORM, OUTCOME.formatted(many), outcome("x"))).hasSize(100);
        String unknown = FORM.replace("/acme", "/other");
        assertThat(read(FORM, unknown, OUTCOME.formatted(many))).hasSize(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "``; ``",
                "{; ``",
                "[]; ``",
                "{'resourceType':'OperationOutcome'}; resourceType",
                "{'resourceType':'Parameters'}; Parameters.parameter",
                "{'resourceType':'Parameters','parameter':{}}; Parameters.parameter",
                "{'resourceType':'Parameters','parameter':[]}; Parameters.parameter",
                "{'resourceType':'Parameters','parameter':[{'name':'other'}]}; Parameters.parameter",
                "{'resourceType':'Parameters','parameter':[1]}; Parameters.parameter[0].name",
                "{'resourceType':'Parameters','parameter':[{'name':'questionnaire'}]};"
                        + " Parameters.parameter[0].valueCanonical",
                "{'resourceType':'Parameters','parameter':[{'name':'outcome'}]}; Parameters.parameter[0].resource",
                "{'resourceType':'Parameters','parameter':[{'name':'outcome','resource':{'resourceType':'Patient'}}]};"
                        + " Parameters.parameter[0].resource",
                "{'resourceType':'Parameters','parameter':[{'name':'outcome','resource':{'resourceType':"
                        + "'OperationOutcome'}}]}; Parameters.parameter[0].resource.issue",
                "{'resourceType':'Parameters','parameter':[{'name':'outcome','resource':{'resourceType':"
                        + "'OperationOutcome','issue':[{},1]}}]}; Parameters.parameter[0].resource.issue[1]"
            })
    void whatCanNotBeUnderstoodIsToldWithItsPlace(String body, String path) {
        assertThatThrownBy(() -> reports.read(body.replace('\'', '"').getBytes(UTF_8)))
                .isInstanceOfSatisfying(InvalidRequest.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(InvalidRequest.Kind.MALFORMED);
                    assertThat(refused.path()).isEqualTo(path);
                });
    }

    private static String outcome(String diagnostics) {
        return OUTCOME.formatted(ISSUE.formatted(diagnostics));
    }

    private static Issue issue(Place place) {
        return new Issue("error", "exception", "", place);
    }

    private List<Trouble> read(String... parameters) {
        String body = "{'resourceType':'Parameters','parameter':[" + String.join(",", parameters) + "]}";
        return reports.read(body.replace('\'', '"').getBytes(UTF_8));
    }
}
