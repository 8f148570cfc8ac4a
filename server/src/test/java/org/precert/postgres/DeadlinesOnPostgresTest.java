package org.precert.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.precert.pas.PasStory;
import org.precert.testing.Call;
import org.precert.testing.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a door waits for does not come: each answers while it still does not, clearly, and nothing is half done. The time that is
 * allowed here is a guard against waiting for ever; that the answer came first is what counts.
 */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
@TestInstance(Lifecycle.PER_CLASS)
class DeadlinesOnPostgresTest extends PostgresServer {

    private static final String HOOK = "order-sign/bcbsks-investigational-pain";
    private static final int FOR_EVER = 60;

    /** As long as nobody waits. */
    private static final List<String> SLOW_SEARCHES = List.of(
            "alter table hfj_spidx_uri rename to hfj_spidx_uri_away",
            "create view hfj_spidx_uri as select each.* from hfj_spidx_uri_away each"
                    + " cross join lateral (select pg_sleep(50)) asleep");

    private static final List<String> QUICK_SEARCHES =
            List.of("drop view hfj_spidx_uri", "alter table hfj_spidx_uri_away rename to hfj_spidx_uri");

    /** Each of them has time enough for itself. */
    private static final List<String> SLOW_WRITES = Stream.concat(
                    Stream.of("create function doze() returns trigger language plpgsql as"
                            + " 'begin perform pg_sleep(2.4); return null; end'"),
                    Stream.of("insert on exchange", "insert on review", "insert on audit_link", "update on audit_chain")
                            .map(what -> "create trigger dozes after " + what + " execute function doze()"))
            .toList();

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    private final PasStory story = PasStory.of("example-authorization-required-criteria-met");
    private Http.Answer hook;
    private Http.Answer request;
    private Http.Answer form;
    private Http.Answer search;
    private Map<String, Integer> before;
    private Map<String, Integer> after;

    @BeforeAll
    void everythingIsHeldUntilTheAnswersAreThere() throws Exception {
        Http http = new Http(port);
        http.awaitStore();
        Http.Answer said = Call.of(HOOK).send(http);
        String context = Call.part(Call.information(said.json()).get(0), "coverage-assertion-id")
                .path("valueString")
                .asText();
        String url = http.get("/fhir/Questionnaire?_count=1")
                .json()
                .at("/entry/0/resource/url")
                .asText();
        ExecutorService clients = Executors.newCachedThreadPool();
        before = rows();
        SLOW_SEARCHES.forEach(jdbc::execute);
        try (Connection holder = database.getConnection();
                Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("lock table exchange, review, submission in access exclusive mode");
            PasStory.Message message = story.request();
            List<CompletableFuture<Http.Answer>> sent = Stream.<Supplier<Http.Answer>>of(
                            () -> Call.of(HOOK).send(http),
                            () -> http.send("POST", message.path(), message.body()),
                            () -> http.send("POST", "/dtr/2.0/fhir/Questionnaire/$questionnaire-package", """
                                    {"resourceType": "Parameters",
                                     "parameter": [{"name": "context", "valueString": "%s"}]}""".formatted(
                                            context)),
                            () -> http.get("/fhir/Questionnaire?url=" + url))
                    .map(each -> CompletableFuture.supplyAsync(each, clients).orTimeout(FOR_EVER, TimeUnit.SECONDS))
                    .toList();
            hook = sent.get(0).join();
            request = sent.get(1).join();
            form = sent.get(2).join();
            search = sent.get(3).join();
            holder.rollback();
        } finally {
            QUICK_SEARCHES.forEach(jdbc::execute);
            clients.shutdownNow();
        }
        after = rows();
    }

    private Map<String, Integer> rows() {
        return Stream.of("exchange", "review", "submission", "pa_case", "case_event", "pas_exchange", "audit_link")
                .collect(Collectors.toMap(
                        table -> table, table -> jdbc.queryForObject("select count(*) from " + table, Integer.class)));
    }

    @Test
    void aHookIsAnsweredWhileTheLedgerIsHeld() {
        assertThat(hook.status()).isEqualTo(503);
        assertThat(hook.header("Retry-After")).isNotEmpty();
        assertThat(hook.json().at("/issue/0/code").asText()).isEqualTo("transient");
    }

    @Test
    void aRequestForPriorAuthorizationIsAnsweredWithoutABody() {
        assertThat(request.status()).isEqualTo(503);
        assertThat(request.header("Retry-After")).isNotEmpty();
        assertThat(request.response().body()).isEmpty();
    }

    @Test
    void aFormIsAnswered() {
        assertThat(form.status()).isEqualTo(503);
        assertThat(form.header("Retry-After")).isNotEmpty();
        assertThat(form.json().at("/issue/0/code").asText()).isEqualTo("transient");
    }

    @Test
    void aSearchIsGivenUp() {
        assertThat(search.status()).as(search.response().body()).isEqualTo(503);
        assertThat(search.header("Retry-After")).isNotEmpty();
        assertThat(search.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(search.json().path("issue")).hasSize(1);
        assertThat(search.json().at("/issue/0/diagnostics").asText())
                .isEqualTo("The search takes too long: ask for less");
        assertThat(jdbc.queryForObject(
                        "select count(*) from pg_stat_activity where wait_event = 'PgSleep'", Integer.class))
                .as("the database works on it no more")
                .isZero();
    }

    @Test
    void nothingIsHalfDoneAndTheSameRequestIsTakenOnce() {
        assertThat(after).isEqualTo(before);
        Http http = new Http(port);
        PasStory.Message message = story.request();
        Http.Answer first = http.send("POST", message.path(), message.body());
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(rows().get("submission")).isEqualTo(before.get("submission") + 1);
    }

    @Test
    void manyAnswersThatAreQuickEnoughAreTogetherTooSlow() throws SQLException {
        Map<String, Integer> rows = rows();
        SLOW_WRITES.forEach(jdbc::execute);
        try {
            Http.Answer answer = Call.of(HOOK).send(new Http(port));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
        } finally {
            jdbc.execute("drop function doze() cascade");
        }
        assertThat(rows()).isEqualTo(rows);
    }
}
