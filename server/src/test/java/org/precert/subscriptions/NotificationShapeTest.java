package org.precert.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.precert.requirements.PasRequirement;

/** What Inferno's kits for PAS and for subscriptions assert of notifications, and what they should. */
class NotificationShapeTest {

    private final Nodes nodes = new Nodes(new HandClock());
    private final Nodes.Node node = nodes.node();
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
        nodes.close();
    }

    @Test
    @PasRequirement("spec-54")
    void aHandshakeSaysThatTheSubscriptionIsRequested() {
        String id = node.active(Wish.to(receiver.endpoint()));
        Receiver.Got handshake = receiver.got().get(0);
        isHistory(handshake, "2.2.1", id);
        assertThat(handshake.type()).isEqualTo("handshake");
        assertThat(handshake.parameter("status").path("valueCode").asText()).isEqualTo("requested");
        assertThat(handshake.bundle().path("entry")).hasSize(1);
    }

    @Test
    void aHeartbeatHoldsNoEvent() {
        HandClock clock = (HandClock) nodes.clock;
        String id = node.active(Wish.to(receiver.endpoint()).channelExtension("backport-heartbeat-period", 10));
        clock.pass(Duration.ofSeconds(10));
        node.deliver();
        Receiver.Got heartbeat = receiver.got("heartbeat").get(0);
        isHistory(heartbeat, "2.2.1", id);
        assertThat(heartbeat.bundle().path("entry")).hasSize(1);
        assertThat(heartbeat.parameter("status").path("valueCode").asText()).isEqualTo("active");
    }

    @Test
    @PasRequirement({"spec-54", "spec-61"})
    void aNotificationOf221HoldsTheWholeResponseAndPointsToIt() {
        String id = node.active(Wish.to(receiver.endpoint()));
        node.publish(1);
        node.deliver();
        Receiver.Got event = receiver.got("event-notification").get(0);
        isHistory(event, "2.2.1", id);
        assertThat(event.parameter("status").path("valueCode").asText()).isEqualTo("active");
        assertThat(event.parameter("topic").path("valueCanonical").asText()).isEqualTo(Urls.TOPIC);
        assertThat(event.parameter("events-since-subscription-start")
                        .path("valueString")
                        .asText())
                .isEqualTo("1");
        assertThat(event.part("timestamp").path("valueInstant").asText()).isEqualTo("2026-06-10T12:00:00Z");
        JsonNode entry = event.bundle().at("/entry/1");
        assertThat(event.part("focus").at("/valueReference/reference").asText())
                .isEqualTo(entry.path("fullUrl").asText())
                .isEqualTo("urn:uuid:" + entry.at("/resource/id").asText());
        assertThat(entry.at("/resource/resourceType").asText()).isEqualTo("Bundle");
        assertThat(entry.at("/resource/type").asText()).isEqualTo("collection");
        assertThat(entry.at("/resource/entry/0/resource/resourceType").asText()).isEqualTo("ClaimResponse");
        assertThat(entry.at("/request/method").asText()).isEqualTo("POST");
        assertThat(entry.at("/request/url").asText()).isEqualTo("https://precert.example/pas/2.2.1/fhir/Bundle");
        assertThat(entry.at("/response/status").asText()).isEqualTo("201");
    }

    @Test
    @PasRequirement("2.0.1@145")
    void anIdOnlyNotificationOf201PointsToTheClaimResponseAndHoldsNothingOfIt() {
        String id = node.create(Wish.to(receiver.endpoint()).content("id-only"), Guide.STU_2_0, Nodes.NOBODY);
        node.publish(1);
        node.deliver();
        Receiver.Got event = receiver.got("event-notification").get(0);
        isHistory(event, "2.0.1", id);
        JsonNode entry = event.bundle().at("/entry/1");
        assertThat(entry.has("resource")).isFalse();
        assertThat(event.part("focus").at("/valueReference/reference").asText())
                .isEqualTo(entry.path("fullUrl").asText())
                .isEqualTo("https://precert.example/pas/2.0.1/fhir/ClaimResponse/cr-1");
        assertThat(event.bundle().toString()).doesNotContain("JANE-DOE");
        assertThat(nodes.jdbc.queryForList("select body from pas_notification", byte[].class))
                .as("what nobody gets is not kept")
                .containsOnlyNulls();
    }

    @Test
    void aFullNotificationOf201IsAllowedToo() {
        node.create(Wish.to(receiver.endpoint()), Guide.STU_2_0, Nodes.NOBODY);
        node.publish(1);
        node.deliver();
        assertThat(receiver.got("event-notification")
                        .get(0)
                        .bundle()
                        .at("/entry/1/resource/type")
                        .asText())
                .isEqualTo("collection");
    }

    @Test
    void headersAndMediaTypeAreSentToTheLetter() {
        node.active(Wish.to(receiver.endpoint())
                .with(each -> each.withObject("/channel").put("payload", "application/fhir+json; charset=utf-8"))
                .header("Authorization: Bearer a.b-c_d~e", "X-Clinic: one two:three", "X-Tight:value"));
        Receiver.Got got = receiver.got().get(0);
        assertThat(got.header("Authorization")).isEqualTo("Bearer a.b-c_d~e");
        assertThat(got.header("X-Clinic")).isEqualTo("one two:three");
        assertThat(got.header("X-Tight")).isEqualTo("value");
        assertThat(got.header("Content-Type")).isEqualTo("application/fhir+json; charset=utf-8");
        assertThat(got.header("Host")).startsWith("localhost:");
    }

    @Test
    void theSameEventHasTheSameFocusWhenItIsSentAgain() {
        HandClock clock = (HandClock) nodes.clock;
        node.active(Wish.to(receiver.endpoint()));
        node.publish(1);
        receiver.answers(503);
        node.deliver();
        clock.pass(Duration.ofMinutes(1));
        receiver.answers(200);
        node.deliver();
        List<String> foci = receiver.got("event-notification").stream()
                .map(each -> each.part("focus").toString())
                .toList();
        assertThat(foci).hasSize(2);
        assertThat(foci.get(0)).isEqualTo(foci.get(1));
    }

    /** Inferno: NotificationConformanceVerification. */
    private static void isHistory(Receiver.Got got, String version, String id) {
        assertThat(got.bundle().path("resourceType").asText()).isEqualTo("Bundle");
        assertThat(got.bundle().path("type").asText()).isEqualTo("history");
        assertThat(got.bundle().path("timestamp").asText()).isNotEmpty();
        assertThat(got.header("Content-Type")).isEqualTo("application/fhir+json");
        assertThat(got.header("Authorization")).isEqualTo("Bearer demo_execution");
        String url = "https://precert.example/pas/" + version + "/fhir/Subscription/" + id;
        assertThat(got.bundle().at("/entry/0/request/url").asText()).isEqualTo(url + "/$status");
        assertThat(got.bundle().at("/entry/0/request/method").asText()).isEqualTo("GET");
        assertThat(got.status().path("resourceType").asText()).isEqualTo("Parameters");
        assertThat(got.status().at("/meta/profile/0").asText()).isEqualTo(Urls.STATUS);
        assertThat(got.parameter("subscription").at("/valueReference/reference").asText())
                .isEqualTo(url);
        assertThat(StreamSupport.stream(got.bundle().path("entry").spliterator(), false))
                .allMatch(entry -> entry.has("fullUrl") && entry.has("request") && entry.has("response"));
    }
}
