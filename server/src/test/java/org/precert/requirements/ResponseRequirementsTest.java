package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.inferno.HookBodies;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What cards say, and how: over every sample, hook and version. */
@DemoServer
class ResponseRequirementsTest {

    private static final JsonNode NOTHING = new ObjectMapper().createArrayNode();

    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.at(port);
    }

    static Stream<Arguments> calls() {
        return Stream.of(Guide.values())
                .flatMap(guide -> HookBodies.HOOKS.stream().map(hook -> Arguments.of(guide, hook)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    @Requirement("resp-3")
    void givesEverySuggestionAUuid(Guide guide, String hook) {
        assertThat(cards(guide, hook).flatMap(card -> Door.stream(card.path("suggestions"))))
                .allMatch(suggestion -> !suggestion.path("uuid").asText().isBlank());
    }

    @ParameterizedTest
    @MethodSource("calls")
    @Requirement({"resp-4", "resp-5", "resp-13"})
    void namesSourceAndTopic(Guide guide, String hook) {
        assertThat(cards(guide, hook)).allSatisfy(card -> {
            assertThat(card.at("/source/label").asText()).isNotBlank();
            assertThat(card.at("/source/topic/code").asText()).isNotBlank();
            assertThat(card.at("/source/topic/system").asText())
                    .isEqualTo(
                            guide == Guide.V2_0
                                    ? "http://hl7.org/fhir/us/davinci-crd/CodeSystem/temp"
                                    : "http://terminology.hl7.org/CodeSystem/cdshooks-card-type");
        });
    }

    /** Nobody is sent to log in somewhere: links lead to the policy, in the open. */
    @ParameterizedTest
    @MethodSource("calls")
    @Requirement({"resp-17", "resp-23"})
    void sendsNobodyToAPortal(Guide guide, String hook) {
        assertThat(cards(guide, hook)).allSatisfy(card -> {
            assertThat(card.toString().toLowerCase(Locale.ROOT)).doesNotContain("portal", "log in", "login");
            assertThat(Door.stream(card.path("links"))
                            .map(link -> link.path("url").asText()))
                    .allMatch(url -> url.startsWith("http://localhost:8080/policies/"));
        });
    }

    @ParameterizedTest
    @MethodSource("calls")
    @Requirement({"resp-18", "resp-19"})
    void givesReferencesAbsoluteLinks(Guide guide, String hook) {
        assertThat(cards(guide, hook).filter(card -> card.has("links")))
                .allSatisfy(card -> assertThat(Door.list(card.path("links")))
                        .isNotEmpty()
                        .allMatch(link -> link.path("type").asText().equals("absolute"))
                        .noneMatch(link -> link.has("appContext")));
    }

    /** Several orders, and a card about some of them. */
    @ParameterizedTest
    @MethodSource("calls")
    @Requirement({"dev-24", "dev-25"})
    void namesTheOrdersThatACardIsAbout(Guide guide, String hook) {
        Replies.of(door, guide, hook).forEach(reply -> {
            int all = reply.call().at("/context/draftOrders/entry").size();
            for (JsonNode card : reply.said().cards()) {
                JsonNode about = card.at("/extension/davinci-crd.associated-resource");
                for (JsonNode reference : about.size() < all ? about : NOTHING) {
                    JsonNode order = find(reply.call(), reference.asText());
                    assertThat(names(order))
                            .as(card.path("detail").asText())
                            .anyMatch(name -> card.path("detail").asText().contains(name));
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("calls")
    @Requirement({"resp-1", "resp-2"})
    void alarmsNobody(Guide guide, String hook) {
        assertThat(cards(guide, hook).map(card -> card.path("indicator").asText()))
                .allMatch(indicator -> Set.of("info", "warning").contains(indicator));
    }

    /** Forms go through DTR, and coverage through X12: neither a Task nor a Coverage is ever sent. */
    @ParameterizedTest
    @MethodSource("calls")
    @Requirement({"resp-59", "resp-69", "resp-70"})
    void createsNoTaskAndChangesNoCoverage(Guide guide, String hook) {
        Replies.of(door, guide, hook)
                .forEach(reply -> assertThat(reply.said().json().findValues("resource"))
                        .extracting(resource -> resource.path("resourceType").asText())
                        .doesNotContain("Task", "Coverage"));
    }

    /** There are some of every kind on order-sign, so that nothing here is said of nothing. */
    private Stream<JsonNode> cards(Guide guide, String hook) {
        List<JsonNode> cards = Replies.of(door, guide, hook).stream()
                .flatMap(reply -> reply.said().cards().stream())
                .toList();
        if (hook.equals("order-sign")) {
            assertThat(cards).anyMatch(card -> card.has("suggestions")).anyMatch(card -> card.has("links"));
        }
        return cards.stream();
    }

    private static JsonNode find(JsonNode call, String reference) {
        return call.findParents("resourceType").stream()
                .filter(each -> reference.equals(each.path("resourceType").asText() + "/"
                        + each.path("id").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(reference + " is not in the call"));
    }

    private static List<String> names(JsonNode order) {
        List<String> names = new ArrayList<>(order.findValuesAsText("display"));
        names.addAll(order.findValuesAsText("text"));
        names.addAll(order.findValuesAsText("code"));
        names.addAll(order.findValuesAsText("description"));
        names.removeIf(String::isEmpty);
        return names;
    }
}
