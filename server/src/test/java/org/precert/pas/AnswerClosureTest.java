package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.pas.PasCall.Answer;
import org.precert.requirements.PasRequirement;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Answers stand by themselves: what they refer to is in them, once, as it was sent. Inferno's kit does not look. */
@DemoServer
class AnswerClosureTest {

    /** What the server makes; all else comes from the request. */
    private static final Set<String> OURS = Set.of("ClaimResponse", "CommunicationRequest", "Task", "OperationOutcome");

    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    static Stream<Arguments> samples() {
        return Stream.of("2.0.1", "2.2.1")
                .flatMap(version -> Stream.of(
                                "bcbsks-investigational-pain",
                                "bcbsks-mixed-lines",
                                "example-authorization-required-criteria-met",
                                "example-criteria-unknown",
                                "excellus-psychiatric-refer",
                                "medica-medicare-primary-authorization-required")
                        .map(name -> Arguments.of(version, name)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    @PasRequirement({"use-1", "spec-11", "spec-30", "own@first-entry"})
    void anAnswerIsABundleThatStartsWithTheClaimResponse(String version, String name) {
        Answer answer = PasCall.of(version, name).submit(port);
        assertThat(answer.header("Content-Type")).startsWith("application/fhir+json");
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("Bundle");
        assertThat(answer.json().path("type").asText()).isEqualTo("collection");
        assertThat(answer.claimResponse().path("resourceType").asText()).isEqualTo("ClaimResponse");
        assertThat(answer.resources("ClaimResponse")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("samples")
    @PasRequirement({"spec-31", "2.0.1@101", "own@closure"})
    void whatIsReferredToIsThereOnce(String version, String name) {
        PasCall call = PasCall.of(version, name);
        JsonNode bundle = call.submit(port).json();
        Map<String, JsonNode> entries = new HashMap<>();
        Set<JsonNode> resources = new HashSet<>();
        bundle.path("entry").forEach(entry -> {
            assertThat(entries.put(entry.path("fullUrl").asText(), entry.path("resource")))
                    .as(entry.path("fullUrl").asText())
                    .isNull();
            assertThat(resources.add(entry.path("resource"))).isTrue();
        });
        // The Claim is not sent back.
        String claim = call.bundle().at("/entry/0/fullUrl").asText();
        Set<String> reached = new HashSet<>(Set.of(bundle.at("/entry/0/fullUrl").asText()));
        entries.forEach((url, resource) -> references(resource).forEach(reference -> {
            if (!resolves(reference, url, claim)) {
                String target = entries.keySet().stream()
                        .filter(each -> resolves(reference, url, each))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(url + " refers to " + reference));
                reached.add(target);
            }
        }));
        entries.forEach((url, resource) -> assertThat(reached.contains(url)
                        || Set.of("Task", "OperationOutcome")
                                .contains(resource.path("resourceType").asText()))
                .as(url + " is asked for by nothing")
                .isTrue());
    }

    @ParameterizedTest
    @MethodSource("samples")
    @PasRequirement({"spec-33", "own@echo"})
    void whatComesBackIsWhatWasSentUnderTheSameUrl(String version, String name) {
        PasCall call = PasCall.of(version, name);
        Map<String, JsonNode> sent = new HashMap<>();
        call.bundle()
                .path("entry")
                .forEach(entry -> sent.put(entry.path("fullUrl").asText(), entry.path("resource")));
        int back = 0;
        for (JsonNode entry : call.submit(port).json().path("entry")) {
            if (!OURS.contains(entry.at("/resource/resourceType").asText())) {
                back++;
                assertThat(entry.path("resource"))
                        .isEqualTo(sent.get(entry.path("fullUrl").asText()));
            }
        }
        assertThat(back).isGreaterThanOrEqualTo(3);
    }

    private static List<String> references(JsonNode resource) {
        return resource.findParents("reference").stream()
                .map(each -> each.path("reference").asText())
                .filter(reference -> !reference.startsWith("#"))
                .toList();
    }

    private static boolean resolves(String reference, String from, String to) {
        boolean relative = !reference.contains(":");
        String base = from.replaceFirst("/[A-Za-z]+/[^/]+$", "");
        return (relative ? base + "/" + reference : reference).equals(to);
    }
}
