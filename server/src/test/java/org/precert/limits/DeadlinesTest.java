package org.precert.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.precert.clients.TestClient;
import org.precert.evaluation.PolicyDesk;
import org.precert.pas.PasStory;
import org.precert.testing.Call;
import org.precert.testing.HeldPolicies;
import org.precert.testing.Http;
import org.precert.testing.ProductionServer;
import org.precert.testing.WholePool;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A server as in production, with its own time limits, whose policies or whose database do not answer: each door does, before they do, and
 * nothing is half done. The time that is allowed here is a guard against waiting for ever; that the answers came first is what counts.
 */
class DeadlinesTest {

    private static final String SAMPLE = "bcbsks-investigational-pain";
    private static final String HOOK = "/cds-services/order-sign";
    private static final String FORM = "/dtr/2.0/fhir/Questionnaire/$questionnaire-package";
    private static final int FOR_EVER = 60;

    private final Http http = ProductionServer.http();
    private final JdbcTemplate jdbc = ProductionServer.context().getBean(JdbcTemplate.class);
    private final String access = TestClient.access(http.port(), Instant.now());
    private final PasStory.Message request = PasStory.of(SAMPLE).request();
    private final String call = Call.of("order-sign/" + SAMPLE).body().toString();

    private Http.Answer hook() {
        return http.send("POST", HOOK, call, TestClient.authorization(HOOK, Instant.now()));
    }

    private Http.Answer request() {
        return http.send("POST", request.path(), request.body(), access);
    }

    private Http.Answer form() {
        JsonNode hook = Call.json(call);
        ObjectNode parameters = (ObjectNode) Call.json("{\"resourceType\": \"Parameters\", \"parameter\": []}");
        hook.path("prefetch").forEach(each -> resources(each).forEach(one -> add(parameters, "referenced", one)));
        resources(hook.at("/context/draftOrders")).forEach(one -> add(parameters, "order", one));
        return http.send("POST", FORM, parameters.toString(), access);
    }

    private static Stream<JsonNode> resources(JsonNode sent) {
        return sent.has("entry")
                ? sent.path("entry").findValues("resource").stream()
                : Stream.of(sent).filter(each -> each.has("resourceType") && !each.has("total"));
    }

    private static void add(ObjectNode parameters, String name, JsonNode resource) {
        boolean coverage = resource.path("resourceType").asText().equals("Coverage");
        parameters
                .withArray("parameter")
                .addObject()
                .put("name", coverage ? "coverage" : name)
                .set("resource", resource);
    }

    /** All at once, answered while whatever holds them does. */
    private List<Http.Answer> answers() {
        ExecutorService clients = Executors.newCachedThreadPool();
        try {
            List<CompletableFuture<Http.Answer>> sent = Stream.<Supplier<Http.Answer>>of(
                            this::hook, this::request, this::form)
                    .map(each -> CompletableFuture.supplyAsync(each, clients).orTimeout(FOR_EVER, TimeUnit.SECONDS))
                    .toList();
            return sent.stream().map(CompletableFuture::join).toList();
        } finally {
            clients.shutdownNow();
        }
    }

    private Map<String, Integer> rows() {
        return Stream.of("exchange", "review", "submission", "pa_case", "case_event", "pas_exchange", "seen_token")
                .collect(Collectors.toMap(
                        table -> table, table -> jdbc.queryForObject("select count(*) from " + table, Integer.class)));
    }

    @Test
    void whatPoliciesDoNotAnswerInTimeIsAnsweredWithoutThem() throws Exception {
        PolicyDesk policies = ProductionServer.context().getBean(PolicyDesk.class);
        List<Http.Answer> answers;
        Map<String, Integer> before = rows();
        try (HeldPolicies held = new HeldPolicies(policies)) {
            answers = answers();
            assertThat(answers).extracting(Http.Answer::status).containsExactly(200, 200, 200);
        }
        Http.Answer hook = answers.get(0);
        assertThat(Call.information(hook.json()))
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(each.toString()).doesNotContain("\"not-covered\"", "\"no-auth\"", "\"satisfied\""));
        String decided = answers.get(1).response().body();
        assertThat(PasStory.isOpen(decided)).as("pended, for a person").isTrue();
        assertThat(answers.get(2).response().body()).contains("\"transient\"");

        Http.Answer again = request();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.response().body()).isEqualTo(decided);
        assertThat(rows())
                .containsEntry("submission", before.get("submission") + 1)
                .containsEntry("pa_case", before.get("pa_case") + 1);
    }

    @Test
    void whereNoConnectionIsToBeHadEachDoorSaysSoAndNothingIsHalfDone() throws Exception {
        DataSource database = ProductionServer.context().getBean(DataSource.class);
        Map<String, Integer> before = rows();
        List<Http.Answer> answers;
        try (WholePool held = new WholePool(database)) {
            answers = answers();
            assertThat(answers).extracting(Http.Answer::status).containsExactly(503, 503, 503);
            assertThat(http.get("/livez").status()).isEqualTo(200);
        }
        assertThat(answers)
                .allSatisfy(each -> assertThat(each.header("Retry-After")).isNotEmpty());
        assertThat(answers.get(1).response().body()).isEmpty();
        assertThat(rows()).isEqualTo(before);

        Http.Answer first = request();
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(hook().status()).isEqualTo(200);
    }
}
