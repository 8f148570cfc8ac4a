package org.precert.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.requirements.PasRequirement;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Subscriptions of a running server, with the worker that it has. */
@DemoServer
class SubscriptionServerTest {

    private static final String BASE = "/pas/2.2.1/fhir/Subscription";
    private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");

    private final Receiver receiver = new Receiver();
    private final Publisher publisher;
    private final NotificationsEndpoint actuator;
    private final Http http;

    @Autowired
    SubscriptionServerTest(Publisher publisher, NotificationsEndpoint actuator, @LocalServerPort int port) {
        this.publisher = publisher;
        this.actuator = actuator;
        this.http = new Http(port);
    }

    private String id = "";

    @BeforeEach
    void subscribe() {
        Http.Answer made =
                http.send("POST", BASE, Wish.to(receiver.endpoint()).resource().toString());
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("status").asText()).isEqualTo("requested");
        assertThat(made.json().at("/channel/type").asText()).isEqualTo("rest-hook");
        assertThat(made.header("Content-Type")).startsWith("application/fhir+json");
        id = made.json().path("id").asText();
        assertThat(made.header("Location")).isEqualTo("http://localhost:8080" + BASE + "/" + id);
        receiver.await(each -> status().equals("active"));
    }

    @AfterEach
    void unsubscribe() {
        http.send("DELETE", BASE + "/" + id, "");
        receiver.close();
    }

    @Test
    @PasRequirement({"spec-60", "2.0.1@209"})
    void tellsEachChange() {
        publisher.publish(Nodes.notice(NOON));
        publisher.publish(Nodes.notice(NOON));
        receiver.await(each -> each.numbers().size() == 2);
        assertThat(receiver.numbers()).containsExactly(1L, 2L);
        assertThat(receiver.got("handshake")).hasSize(1);
    }

    @Test
    void readsItAsItWasSent() {
        JsonNode sent = Wish.to(receiver.endpoint()).resource();
        JsonNode read = http.get(BASE + "/" + id).json();
        assertThat(read.path("channel")).isEqualTo(sent.path("channel"));
        assertThat(read.path("_criteria")).isEqualTo(sent.path("_criteria"));
        assertThat(read.at("/meta/profile")).isEqualTo(sent.at("/meta/profile"));
        assertThat(read.path("status").asText()).isEqualTo("active");
        assertThat(read.at("/meta/versionId").asText()).isEqualTo("2");
        assertThat(http.get(BASE + "/" + id).header("ETag")).isEqualTo("W/\"2\"");
    }

    @Test
    void isFoundByWhatItIs() {
        String url = URLEncoder.encode(receiver.endpoint(), StandardCharsets.UTF_8);
        JsonNode found = http.get(BASE + "?url=" + url + "&status=active,error").json();
        assertThat(found.path("type").asText()).isEqualTo("searchset");
        assertThat(found.path("total").asInt()).isEqualTo(1);
        assertThat(found.at("/entry/0/resource/id").asText()).isEqualTo(id);
        assertThat(http.get(BASE + "?url=" + url + "&status=off")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(http.get(BASE + "?url=" + url + "&criteria=" + Urls.TOPIC)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(http.get(BASE + "?contact=x").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    @PasRequirement("spec-54")
    void tellsItsStatus(String method) {
        JsonNode bundle = http.send(method, BASE + "/" + id + "/$status", "").json();
        assertThat(bundle.path("type").asText()).isEqualTo("searchset");
        assertThat(bundle.at("/entry/0/resource/meta/profile/0").asText()).isEqualTo(Urls.STATUS);
        Receiver.Got got = new Receiver.Got("", Map.of(), bundle);
        assertThat(got.type()).isEqualTo("query-status");
        assertThat(got.parameter("status").path("valueCode").asText()).isEqualTo("active");
        assertThat(got.parameter("subscription").at("/valueReference/reference").asText())
                .endsWith("/" + id);
    }

    @Test
    void tellsEventsAgain() {
        for (int i = 0; i < 4; i++) {
            publisher.publish(Nodes.notice(NOON));
        }
        receiver.await(each -> each.numbers().size() == 4);
        JsonNode some = http.get(BASE + "/" + id + "/$events?eventsSinceNumber=2&eventsUntilNumber=3")
                .json();
        assertThat(some.path("type").asText()).isEqualTo("history");
        assertThat(some.path("entry")).hasSize(3).allMatch(each -> each.has("request") && each.has("response"));
        assertThat(some.at("/entry/1/resource/type").asText()).isEqualTo("collection");
        assertThat(new Receiver.Got("", Map.of(), some).type()).isEqualTo("query-event");
        String asked =
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"eventsSinceNumber\",\"valueString\":\"4\"},"
                        + "{\"name\":\"content\",\"valueCode\":\"empty\"}]}";
        JsonNode none = http.send("POST", BASE + "/" + id + "/$events", asked).json();
        assertThat(none.path("entry")).hasSize(1);
        assertThat(new Receiver.Got("", Map.of(), none).number()).isEqualTo(4);
        assertThat(http.get(BASE + "/" + id + "/$events?eventsSinceNumber=-1").status())
                .isEqualTo(400);
        assertThat(http.get(BASE + "/" + id + "/$events?content=all").status()).isEqualTo(400);
    }

    @Test
    @PasRequirement("2.0.1@210")
    void endsWithTheStatusOffAndBeginsAgain() {
        assertThat(update("off").json().path("status").asText()).isEqualTo("off");
        publisher.publish(Nodes.notice(NOON));
        assertThat(update("requested").json().path("status").asText()).isEqualTo("requested");
        receiver.await(each -> status().equals("active"));
        publisher.publish(Nodes.notice(NOON));
        receiver.await(each -> !each.numbers().isEmpty());
        assertThat(receiver.numbers()).containsExactly(1L);
    }

    @Test
    @PasRequirement("2.0.1@211")
    void isGoneOnceItIsDeleted() {
        assertThat(http.send("DELETE", BASE + "/" + id, "").status()).isEqualTo(204);
        assertThat(http.get(BASE + "/" + id).status()).isEqualTo(404);
        assertThat(http.get(BASE + "/" + id + "/$status").status()).isEqualTo(404);
        assertThat(http.send("DELETE", BASE + "/" + id, "").status()).isEqualTo(204);
    }

    @Test
    void refusesWithOneOutcomeThatQuotesNothing() {
        Http.Answer refused = http.send(
                "POST", BASE, Wish.to("http://10.0.0.1/JANE-DOE").resource().toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(refused.json().at("/issue/0/expression/0").asText()).isEqualTo("Subscription.channel.endpoint");
        assertThat(refused.response().body()).doesNotContain("JANE-DOE", "10.0.0.1");
        assertThat(http.send("POST", "/pas/2.1.0/fhir/Subscription", "{}").status())
                .isEqualTo(404);
        assertThat(http.send("PUT", BASE + "/none", Wish.inferno().resource().toString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    @PasRequirement("2.0.1@145")
    void takesInfernosOwnSubscriptionAtTheBaseOf201AsWell() {
        String base = "/pas/2.0.1/fhir/Subscription";
        Http.Answer made = http.send(
                "POST",
                base,
                Wish.to(receiver.endpoint()).content("id-only").resource().toString());
        assertThat(made.status()).isEqualTo(201);
        String other = made.json().path("id").asText();
        receiver.await(each -> each.got("handshake").size() == 2);
        publisher.publish(Nodes.notice(NOON));
        receiver.await(each -> each.numbers().size() == 2);
        assertThat(receiver.got("event-notification"))
                .filteredOn(each -> !each.bundle().at("/entry/1").has("resource"))
                .hasSize(1);
        http.send("DELETE", base + "/" + other, "");
    }

    @Test
    void tellsOperatorsWhatHasNotArrived() {
        receiver.answers(503);
        publisher.publish(Nodes.notice(NOON));
        receiver.await(each -> !each.numbers().isEmpty());
        receiver.await(each -> actuator.told().oldest().stream()
                .anyMatch(waiting -> waiting.failure().equals("status-503")));
        assertThat(actuator.told().toString()).contains(id).doesNotContain("localhost", "demo_execution", "JANE-DOE");
    }

    private String status() {
        return http.get(BASE + "/" + id).json().path("status").asText();
    }

    private Http.Answer update(String status) {
        return http.send(
                "PUT",
                BASE + "/" + id,
                Wish.to(receiver.endpoint())
                        .with(each -> each.put("id", id).put("status", status))
                        .resource()
                        .toString());
    }
}
