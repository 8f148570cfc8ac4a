package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.FakeEhr;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each way in which the coverage can come with a call, or not come, and what it leads to. CRD 2.2, found-32 to found-34. */
@DemoServer
class PrefetchMatrixTest {

    private static final String SAMPLE = "order-sign/bcbsks-investigational-pain";
    private static final String SEARCH = "Coverage?patient=bcbsks-investigational-pain";
    private static final String OUTCOME = "{\"resourceType\":\"OperationOutcome\"}";
    private static final String NONE = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}";

    private FakeEhr ehr;
    private Http http;

    @BeforeEach
    void start(@LocalServerPort int port) {
        http = new Http(port);
        ehr = new FakeEhr();
    }

    @AfterEach
    void stop() {
        ehr.close();
    }

    /** How the prefetch has it, how the EHR's FHIR server has it, and the status and number of actions of the answer. */
    static Stream<Arguments> matrix() {
        return Stream.of(
                Arguments.of("present", "hanging", 200, 2, 0),
                Arguments.of("null", "there", 200, 0, 0),
                Arguments.of("empty", "there", 200, 0, 0),
                Arguments.of("an outcome", "there", 200, 2, 1),
                Arguments.of("an outcome", "forbidden", 412, 0, 1),
                Arguments.of("absent", "there", 200, 2, 1),
                Arguments.of("absent", "on two pages", 200, 2, 1),
                Arguments.of("absent", "with the next page elsewhere", 200, 2, 1),
                Arguments.of("absent", "found to be none", 200, 0, 1),
                Arguments.of("absent", "forbidden", 412, 0, 1),
                Arguments.of("absent", "an outcome", 412, 0, 1),
                Arguments.of("absent", "failing", 412, 0, 1),
                Arguments.of("absent", "no JSON", 412, 0, 1),
                Arguments.of("absent", "hanging", 412, 0, 1),
                Arguments.of("absent", "not named", 412, 0, 0));
    }

    @ParameterizedTest(name = "prefetch {0}, FHIR server {1}: {2} with {3}")
    @MethodSource("matrix")
    void answersWithWhatThereIs(String prefetch, String server, int status, int actions, int searches) {
        Call call = Call.of(SAMPLE);
        String coverage = call.prefetch().path("coverage").toString();
        holdPayor(call);
        prefetch(call, prefetch);
        server(call, server, coverage);
        Http.Answer answer = call.send(http);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.json().path("systemActions")).hasSize(actions);
        assertThat(ehr.asked().stream().filter(SEARCH::equals)).hasSize(searches);
        assertThat(ehr.asked()).noneMatch(path -> path.contains("elsewhere"));
        assertThat(ehr.tokens()).allMatch("Bearer SECRET"::equals);
    }

    private void holdPayor(Call call) {
        ehr.holds(
                "Organization/bcbsks",
                call.prefetch().at("/organizations/entry/0/resource").toString());
    }

    private static void prefetch(Call call, String state) {
        switch (state) {
            case "present" -> {}
            case "null" -> call.prefetch().putNull("coverage");
            case "empty" -> call.prefetch().set("coverage", Call.json(NONE));
            case "an outcome" -> call.prefetch().set("coverage", Call.json(OUTCOME));
            case "absent" -> call.prefetch().remove("coverage");
            default -> throw new IllegalArgumentException(state);
        }
    }

    private void server(Call call, String state, String coverage) {
        if (state.equals("not named")) {
            return;
        }
        call.from(ehr);
        switch (state) {
            case "there" -> ehr.holds(SEARCH, coverage);
            case "on two pages" -> ehr.holds(SEARCH, page("Coverage?page=2")).holds("Coverage?page=2", coverage);
            case "with the next page elsewhere" ->
                ehr.holds(
                        SEARCH,
                        coverage.replaceFirst("\"link\":\\[", "\"link\":[" + next("http://localhost/elsewhere") + ","));
            case "found to be none" -> ehr.holds(SEARCH, NONE);
            case "forbidden" -> ehr.refuses(SEARCH, 403);
            case "an outcome" -> ehr.holds(SEARCH, OUTCOME);
            case "failing" -> ehr.refuses(SEARCH, 500);
            case "no JSON" -> ehr.holds(SEARCH, "<html>");
            case "hanging" -> ehr.hang();
            default -> throw new IllegalArgumentException(state);
        }
    }

    private String page(String next) {
        return "{\"resourceType\":\"Bundle\",\"type\":\"searchset\",\"link\":[" + next(ehr.base() + "/" + next) + "]}";
    }

    private static String next(String url) {
        return "{\"relation\":\"next\",\"url\":\"" + url + "\"}";
    }
}
