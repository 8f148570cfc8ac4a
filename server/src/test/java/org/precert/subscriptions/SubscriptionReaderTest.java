package org.precert.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.outgoing.Header;
import org.precert.requirements.PasRequirement;
import org.precert.review.InvalidRequest;

/** What a Subscription may ask for. */
class SubscriptionReaderTest {

    private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
    private static final String HOOK = "http://localhost:4567/hook";
    private static final Owner CLINIC =
            Nodes.owner(Nodes.client("clinic", Set.of("8189991234"), "https://ehr.example/hooks"));

    private final SubscriptionReader demo = new SubscriptionReader(new ObjectMapper(), new Endpoints(true));
    private final SubscriptionReader production = new SubscriptionReader(new ObjectMapper(), new Endpoints(false));

    @Test
    void takesInfernosOwnAndLeavesOutThatItEndedIn2020() {
        Wanted wanted = demo.created(Wish.inferno().bytes(), Guide.STU_2_2, Nodes.NOBODY, NOW);
        assertThat(wanted.end()).isEmpty();
        assertThat(wanted.resource().has("end")).isFalse();
        assertThat(wanted.filters().all()).containsExactly(new Filter(Set.of("8189991234")));
        assertThat(wanted.channel().headers()).containsExactly(new Header("Authorization", "Bearer demo_execution"));
        assertThat(wanted.channel().payload()).isEqualTo("application/fhir+json");
        assertThat(wanted.channel().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(wanted.channel().heartbeat()).isEmpty();
    }

    @Test
    void showsNoSecretWhenPrinted() {
        Wanted wanted = demo.created(Wish.to(HOOK + "?token=JANE").bytes(), Guide.STU_2_2, Nodes.NOBODY, NOW);
        assertThat(wanted.channel() + " " + wanted.channel().headers()).doesNotContain("demo_execution", "JANE");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("status", "no status", each -> each.remove("status")),
                mistake("status", "a status of no meaning", each -> each.put("status", "on")),
                mistake("status", "a new one that is off", each -> each.put("status", "off")),
                mistake("reason", "no reason", each -> each.remove("reason")),
                mistake("criteria", "another topic", each -> each.put("criteria", "http://example.org/topic")),
                mistake("criteria", "no topic", each -> each.remove("criteria")),
                mistake("end", "an end that is no time", each -> each.put("end", "tomorrow")),
                mistake(
                        "modifierExtension",
                        "a modifier",
                        each -> each.putArray("modifierExtension").addObject()),
                mistake("channel", "no channel", each -> each.remove("channel")),
                mistake("channel.type", "a websocket", each -> channel(each).put("type", "websocket")),
                mistake("channel.type", "mail", each -> channel(each).put("type", "email")),
                mistake("channel.endpoint", "no endpoint", each -> channel(each).remove("endpoint")),
                mistake("channel.endpoint", "no URL", each -> channel(each).put("endpoint", "http://a b")),
                mistake("channel.endpoint", "a number", each -> channel(each).put("endpoint", 1)),
                mistake(
                        "channel.payload",
                        "no media type",
                        each -> channel(each).remove("payload")),
                mistake("channel.payload", "XML", each -> channel(each).put("payload", "application/fhir+xml")),
                mistake(
                        "channel.payload",
                        "a line break",
                        each -> channel(each).put("payload", "application/fhir+json;\r\nX: y")),
                mistake("channel.payload", "no content", each -> channel(each).remove("_payload")),
                mistake(
                        "channel.header",
                        "one that is no list",
                        each -> channel(each).put("header", "A: b")),
                mistake(
                        "channel.header",
                        "the same twice",
                        each -> channel(each).putArray("header").add("A: b").add("a: c")));
    }

    private static Arguments mistake(String path, String what, Consumer<ObjectNode> change) {
        return arguments(path, what, change);
    }

    private static ObjectNode channel(ObjectNode subscription) {
        return subscription.withObject("/channel");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    @PasRequirement({"spec-56", "spec-57"})
    void refusesWhatCanNotBeDoneAndSaysWhere(String path, String what, Consumer<ObjectNode> change) {
        refuses(demo, Wish.to(HOOK).with(change), Guide.STU_2_2, Nodes.NOBODY, "Subscription." + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer x\r\nX-Forged: y",
                "X: a\nb",
                "X: a\u0000b",
                "X-Fo\r\nrged: y",
                "Host: other.example",
                "content-length: 5",
                "Transfer-Encoding: chunked",
                "Connection: keep-alive",
                "Content-Type: text/html",
                "Proxy-Authorization: x",
                "Expect: 100-continue",
                "X Y: z",
                ": z",
                "no colon",
                "X:",
                "X: é",
                ""
            })
    void refusesHeadersThatWouldBeMoreThanAHeader(String line) {
        refuses(demo, Wish.to(HOOK).header(line), Guide.STU_2_2, Nodes.NOBODY, "Subscription.channel.header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "http://10.0.0.1/hook",
                "http://example.org/hook",
                "http://localhost.example.org/hook",
                "http://localhost@example.org/hook",
                "http://127.0.0.1.nip.io/hook",
                "http://2130706433/hook",
                "http://0x7f.1/hook",
                "http://[::ffff:169.254.169.254]/hook",
                "http://localhost/a/../b",
                "http://localhost/%2e%2e/",
                "http://localhost:0/hook",
                "file:///etc/passwd",
                "gopher://localhost/",
                "//localhost/hook",
                "hook",
                "mailto:a@localhost"
            })
    void letsAnybodyUseThisMachineAlone(String endpoint) {
        refuses(demo, Wish.to(endpoint), Guide.STU_2_2, Nodes.NOBODY, "Subscription.channel.endpoint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ehr.example/hooks/../admin",
                "https://ehr.example/hooksmith",
                "https://ehr.example/",
                "https://ehr.example:8443/hooks",
                "https://ehr.example.org/hooks",
                "https://ehr.example@evil.example/hooks",
                "http://ehr.example/hooks",
                "http://localhost/hooks"
            })
    @PasRequirement("own@subscription-hijack")
    void letsAClientUseWhatIsRegisteredAlone(String endpoint) {
        refuses(production, Wish.to(endpoint), Guide.STU_2_2, CLINIC, "Subscription.channel.endpoint");
        refuses(demo, Wish.to(endpoint), Guide.STU_2_2, CLINIC, "Subscription.channel.endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ehr.example/hooks", "https://ehr.example/hooks/pas?token=x"})
    void takesWhatIsRegistered(String endpoint) {
        Wanted wanted = production.created(Wish.to(endpoint).bytes(), Guide.STU_2_2, CLINIC, NOW);
        assertThat(wanted.channel().endpoint()).hasToString(endpoint);
    }

    @Test
    void letsNobodyInParticularUseAnythingInProduction() {
        refuses(production, Wish.to(HOOK), Guide.STU_2_2, Nodes.NOBODY, "Subscription.channel.endpoint");
    }

    @Test
    @PasRequirement({"spec-59", "own@subscription-hijack"})
    void letsAClientSubscribeForItsOwnOrganizationsAlone() {
        Wish wish = Wish.to("https://ehr.example/hooks").filtered("org-identifier=8189991234,1");
        refuses(production, wish, Guide.STU_2_2, CLINIC, "Subscription.criteria");
    }

    @Test
    void refusesAFilterOnAnythingElse() {
        Wish wish = Wish.to(HOOK).filtered("org-identifier=1&patient=Patient/1");
        refuses(
                demo,
                wish,
                Guide.STU_2_2,
                Nodes.NOBODY,
                "Subscription._criteria.extension.where(url='" + Urls.FILTER_CRITERIA + "')");
    }

    @ParameterizedTest
    @CsvSource({
        "2.0.1, id-only, true",
        "2.0.1, full-resource, true",
        "2.0.1, empty, false",
        "2.2.1, full-resource, true",
        "2.2.1, id-only, false",
        "2.2.1, empty, false",
        "2.2.1, all, false"
    })
    @PasRequirement({"spec-62", "2.0.1@145"})
    void sendsWhatTheVersionAllows(String version, String content, boolean allowed) {
        Wish wish = Wish.to(HOOK).content(content);
        if (allowed) {
            assertThat(demo.created(wish.bytes(), Guide.of(version), Nodes.NOBODY, NOW)
                            .channel()
                            .content()
                            .code())
                    .isEqualTo(content);
        } else {
            refuses(
                    demo,
                    wish,
                    Guide.of(version),
                    Nodes.NOBODY,
                    "Subscription.channel._payload.extension.where(url='" + Urls.PAYLOAD_CONTENT + "')");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 604_801})
    void beatsNeitherTooOftenNorTooSeldom(int seconds) {
        Wish wish = Wish.to(HOOK).channelExtension("backport-heartbeat-period", seconds);
        refuses(demo, wish, Guide.STU_2_2, Nodes.NOBODY, "Subscription.channel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"resourceType\":\"Patient\"}", "{\"resourceType\":1}"})
    void refusesWhatIsNoSubscription(String body) {
        assertThatThrownBy(() -> demo.created(body.getBytes(StandardCharsets.UTF_8), Guide.STU_2_2, Nodes.NOBODY, NOW))
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.kind()).isEqualTo(InvalidRequest.Kind.MALFORMED));
    }

    @Test
    void refusesAnUpdateThatEndsInThePastAndOneOfAnotherId() {
        byte[] past = Wish.inferno().with(each -> each.put("id", "a")).bytes();
        assertThatThrownBy(() -> demo.updated(past, "a", Guide.STU_2_2, Nodes.NOBODY, NOW))
                .hasMessageContaining("the status off ends a Subscription");
        assertThatThrownBy(() -> demo.updated(past, "b", Guide.STU_2_2, Nodes.NOBODY, NOW))
                .hasMessageContaining("not that of the address");
    }

    private static void refuses(SubscriptionReader reader, Wish wish, Guide guide, Owner owner, String path) {
        assertThatThrownBy(() -> reader.created(wish.bytes(), guide, owner, NOW))
                .isInstanceOfSatisfying(InvalidRequest.class, e -> {
                    assertThat(e.kind()).isEqualTo(InvalidRequest.Kind.NOT_CONFORMANT);
                    assertThat(e.path()).isEqualTo(path);
                });
    }
}
