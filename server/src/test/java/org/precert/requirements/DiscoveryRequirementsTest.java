package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.requirements.Door.list;
import static org.precert.requirements.Door.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.inferno.HookBodies;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the server says of itself. */
@DemoServer
class DiscoveryRequirementsTest {

    /** http://hl7.org/fhir/us/davinci-crd/ValueSet/cardType */
    private static final Set<String> CARD_TYPES = Set.of(
            "coverage-info",
            "claim",
            "insurance",
            "limits",
            "network",
            "appropriate-use",
            "cost",
            "therapy-alternatives-opt",
            "therapy-alternatives-req",
            "clinical-reminder",
            "duplicate-therapy",
            "contraindication",
            "guideline",
            "off-guideline");

    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.at(port);
    }

    @Test
    @Requirement({
        "hook-4",
        "2.0.1@35",
        "2.0.1@170",
        "2.0.1@185",
        "2.0.1@196",
        "2.0.1@204",
        "2.0.1@208",
        "2.0.1@217",
        "ops-1"
    })
    void offersAServiceForEveryHook() {
        assertThat(stream(door.services()).map(service -> service.path("hook").asText()))
                .containsExactlyInAnyOrderElementsOf(HookBodies.HOOKS);
        for (String hook : HookBodies.HOOKS) {
            assertThat(door.ask(Guide.V2_0, hook, Given.SAMPLE)
                            .json()
                            .path("cards")
                            .isArray())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "2.2"})
    @Requirement({"dev-1", "dev-2"})
    void declaresEachVersionForEachHook(String version) {
        assertThat(stream(door.services()).map(service -> service.at("/extension/davinci-crd.version")))
                .hasSize(HookBodies.HOOKS.size())
                .allMatch(versions ->
                        stream(versions).anyMatch(each -> each.asText().equals(version)));
    }

    @Test
    @Requirement("dev-4")
    void describesEachOption() {
        for (JsonNode option : options()) {
            assertThat(option.path("code").asText()).isNotBlank();
            assertThat(option.path("name").asText()).isNotBlank();
            assertThat(option.path("description").asText()).isNotBlank();
            assertThat(option.path("type").asText()).isIn("boolean", "integer");
            assertThat(option.path("default").isBoolean())
                    .isEqualTo(option.path("type").asText().equals("boolean"));
            assertThat(option.path("default").isIntegralNumber())
                    .isEqualTo(option.path("type").asText().equals("integer"));
        }
        assertThat(options()).isNotEmpty();
    }

    @Test
    @Requirement({"dev-5", "dev-10"})
    void offersASwitchForEachTypeOfAnswerThatItGives() {
        Set<String> given = new TreeSet<>(Set.of("coverage-info"));
        Replies.of(door, Guide.V2_0, "order-sign")
                .forEach(reply -> reply.said()
                        .cards()
                        .forEach(card -> given.add(card.at("/source/topic/code").asText())));
        for (JsonNode service : door.services()) {
            assertThat(stream(service.at("/extension/davinci-crd.configuration-options"))
                            .filter(option -> option.path("type").asText().equals("boolean"))
                            .map(option -> option.path("code").asText()))
                    .containsAll(given);
        }
        assertThat(given).hasSizeGreaterThan(3);
    }

    @Test
    @Requirement("dev-7")
    void takesItsOptionsFromTheCardTypes() {
        for (JsonNode option : options()) {
            String code = option.path("code").asText();
            assertThat(code).matches("[A-Za-z][A-Za-z0-9_-]*");
            assertThat(CARD_TYPES.contains(code))
                    .isEqualTo(option.path("type").asText().equals("boolean"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "name", "description"})
    @Requirement("dev-8")
    void namesNoTwoOptionsAlike(String element) {
        for (JsonNode service : door.services()) {
            assertThat(service.at("/extension/davinci-crd.configuration-options")
                            .findValuesAsText(element))
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    @Requirement("dev-9")
    void namesTheSameOptionAlikeOnAllHooks() {
        Set<String> codes = new HashSet<>();
        options().forEach(option -> codes.add(option.path("code").asText()));
        assertThat(new HashSet<>(options())).hasSameSizeAs(codes);
    }

    /** The templates of "standard" prefetch, in the tokens that clients of 2.0.1 resolve as well. */
    @Test
    @Requirement({"found-24", "found-29"})
    void asksForTheStandardPrefetch() {
        for (JsonNode service : door.services()) {
            JsonNode prefetch = service.path("prefetch");
            assertThat(prefetch.path("patient").asText()).isEqualTo("Patient/{{context.patientId}}");
            assertThat(prefetch.path("coverage").asText())
                    .isEqualTo("Coverage?patient={{context.patientId}}&status=active");
            boolean visit = service.path("hook").asText().startsWith("encounter");
            assertThat(prefetch.path("encounter").asText())
                    .isEqualTo(
                            visit
                                    ? "Encounter/{{context.encounterId}}"
                                    : prefetch.path("encounter").asText());
        }
    }

    @Test
    @Requirement({"2.0.1@42", "found-27", "found-28"})
    void prefetchesNothingOfTheChartThatOnlySomePoliciesNeed() {
        Set<String> always = Set.of(
                "Patient",
                "Coverage",
                "Encounter",
                "Practitioner",
                "PractitionerRole",
                "Organization",
                "Location",
                "Medication",
                "Device",
                "ServiceRequest",
                "MedicationRequest",
                "DeviceRequest",
                "NutritionOrder",
                "VisionPrescription",
                "CommunicationRequest");
        for (JsonNode service : door.services()) {
            assertThat(list(service.path("prefetch")))
                    .isNotEmpty()
                    .allSatisfy(template ->
                            assertThat(always).contains(template.asText().split("[/?]")[0]));
        }
    }

    private List<JsonNode> options() {
        return stream(door.services())
                .flatMap(service -> stream(service.at("/extension/davinci-crd.configuration-options")))
                .toList();
    }
}
