package org.precert.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.precert.desk.DeskText;
import org.precert.pas.ManyCopies;
import org.precert.pas.PasStory;
import org.precert.subscriptions.Receiver;
import org.precert.subscriptions.SubscriptionText;
import org.precert.testing.Call;
import org.precert.testing.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole server on a PostgreSQL that was empty before: every door, its tables and HAPI's. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class PostgresServerTest extends PostgresServer {

    private static final String PAIN = "bcbsks-investigational-pain";

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcTemplate jdbc;

    private Http http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new Http(port);
    }

    private Http.Answer post(PasStory.Message message) {
        return http.send("POST", message.path(), message.body());
    }

    @Test
    void itForcesToDiskWhatItCommits() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
        }
        assertThat(jdbc.queryForObject("show fsync", String.class)).isEqualTo("on");
        assertThat(jdbc.queryForObject("show synchronous_commit", String.class)).isEqualTo("on");
    }

    @Test
    void hooksAreAnsweredAndKept() {
        JsonNode answer = Call.of("order-sign/" + PAIN).send(http).json();
        assertThat(answer.path("systemActions")).isNotEmpty();
        String assertion = Call.part(Call.information(answer).get(0), "coverage-assertion-id")
                .path("valueString")
                .asText();
        assertThat(http.get("/reviews/" + assertion).status()).isEqualTo(200);
    }

    @Test
    void aRequestIsDecidedStoredAndFoundByAnInquiry() {
        PasStory story = PasStory.of(PAIN);
        Http.Answer answer = post(story.request());
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        Http.Answer again = post(story.request());
        assertThat(again.response().body()).isEqualTo(answer.response().body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        Http.Answer found = post(story.inquiry());
        assertThat(found.response().body())
                .contains(PasStory.number(answer.response().body()));
    }

    @Test
    void aThousandCopiesAtOnceGetOneAuthorization() {
        ManyCopies copies = ManyCopies.send(1000, http.port(), jdbc);
        assertThat(copies.answers()).isEqualTo(1000);
        assertThat(copies.bodies()).hasSize(1);
        assertThat(copies.isDecidedOnce()).as(copies.toString()).isTrue();
        assertThat(copies.stored()).isEqualTo(ManyCopies.Stored.ONE_REQUEST);
    }

    @Test
    void whatAPersonDecidesIsToldToSubscribers() {
        try (Receiver receiver = new Receiver()) {
            assertThat(http.send(
                                    "POST",
                                    "/pas/2.2.1/fhir/Subscription",
                                    SubscriptionText.toEverything(receiver.endpoint()))
                            .status())
                    .isEqualTo(201);
            receiver.await(each -> !each.got("handshake").isEmpty());
            String answer = post(PasStory.of(PAIN).request()).response().body();
            DeskText.approve(http.port(), PasStory.number(answer));
            receiver.await(each -> !each.got("event-notification").isEmpty());
            assertThat(receiver.got("event-notification").get(0).bundle().toString())
                    .contains(PasStory.number(answer));
        }
    }

    /** The short form of {@link OutageProof}. */
    @Test
    void whileItIsAwayAnswersAreClearAndWhatWasAcknowledgedIsThereOnce() throws InterruptedException {
        OutageLoad load = new OutageLoad(http.port());
        try (load) {
            load.awaitGood(0);
            for (Outage outage : List.of(Outage.KILLED, Outage.HANGS)) {
                load.awaitGood(outage.happen(SharedPostgres.get(), 500));
            }
        }
        assertThat(load.wrong(jdbc)).isEmpty();
        assertThat(load.all()).anyMatch(each -> each.kind().equals("hook") && each.status() == 503);
    }

    @Test
    void itIsAskedWithManners() {
        assertThat(jdbc.queryForObject("show application_name", String.class)).isEqualTo("precert");
        assertThat(jdbc.queryForObject("show lock_timeout", String.class)).isEqualTo("6s");
        assertThat(jdbc.queryForObject("show statement_timeout", String.class)).isEqualTo("1min");
        assertThat(jdbc.queryForObject("show idle_in_transaction_session_timeout", String.class))
                .isEqualTo("1min");
        assertThat(jdbc.queryForObject("show transaction_isolation", String.class))
                .isEqualTo("read committed");
    }

    @Test
    void theFhirStoreStarts() {
        http.awaitStore();
        assertThat(http.get("/fhir/Questionnaire?_summary=count")
                        .json()
                        .path("total")
                        .asInt())
                .isPositive();
    }
}
