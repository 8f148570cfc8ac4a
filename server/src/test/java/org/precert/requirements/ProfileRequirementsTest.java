package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.conformance.ProfileValidator;
import org.precert.inferno.HookBodies;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every kind of answer keeps to the profiles of its resources, and those of 2.2 to its models of responses. */
@DemoServer
class ProfileRequirementsTest {

    private static final String MODEL = "http://hl7.org/fhir/us/davinci-crd/StructureDefinition/CRDHooksResponse";

    /**
     * The validator knows neither CRD's own named extension, nor where a resource inside a message ends, nor that CDS Hooks
     * wants empty arrays; and the model of alternate requests fixes the action to "create" beside an invariant that takes
     * "update".
     */
    private static final List<String> FALSE_ERRORS = List.of(
            "Unrecognized property 'davinci-crd.associated-resource'",
            "StructureDefinition/Reference#ref-1",
            "Array cannot be empty",
            "Value is 'update' but is fixed to 'create'",
            "Value is 'delete' but is fixed to 'create'");

    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.at(port);
    }

    static Stream<Arguments> everyHook() {
        return Stream.of(Guide.values())
                .flatMap(guide -> HookBodies.HOOKS.stream().map(hook -> Arguments.of(guide, hook)));
    }

    @ParameterizedTest
    @MethodSource("everyHook")
    @Requirement({"resp-47", "resp-55", "conf-13"})
    void keepsTheOrdersToTheirProfiles(Guide guide, String hook) {
        ProfileValidator profiles = guide == Guide.V2_0 ? ProfileValidator.stu2() : ProfileValidator.stu22();
        assumeTrue(profiles.isAvailable(), profiles.whyNot());
        Replies.ofEachKind(door, guide, hook)
                .forEach(reply -> assertThat(profiles.errorsOfHookResponse(
                                reply.said().json().toPrettyString()))
                        .as(reply.name())
                        .isEmpty());
    }

    @ParameterizedTest
    @FieldSource("org.precert.requirements.Given#PRIMARY_HOOKS")
    @Requirement("resp-52")
    void keepsToTheModelOfCoverageInformation(String hook) {
        needsThePackages();
        ObjectNode answer = door.ask(Guide.V2_2, hook, Given.SAMPLE).json().deepCopy();
        answer.remove("cards");
        assertThat(errors(answer, "-coverageInformation")).isEmpty();
        object(answer).put("type", "create");
        assertThat(errors(answer, "-coverageInformation")).isNotEmpty();
    }

    @ParameterizedTest
    @FieldSource("org.precert.inferno.HookBodies#HOOKS")
    @Requirement({"resp-13", "resp-22", "resp-24", "resp-56"})
    void keepsToTheModelsOfResponses(String hook) {
        needsThePackages();
        Replies.ofEachKind(door, Guide.V2_2, hook).forEach(reply -> {
            assertThat(errors(reply.said().json(), "Base")).as(reply.name()).isEmpty();
            for (JsonNode card : reply.said().cards()) {
                assertThat(errors(alone(card), model(card))).as(reply.name()).isEmpty();
            }
        });
    }

    private static void needsThePackages() {
        assumeTrue(
                ProfileValidator.stu22().isAvailable(), ProfileValidator.stu22().whyNot());
    }

    private static String model(JsonNode card) {
        if (card.has("suggestions")) {
            return "-alternateRequest";
        }
        return card.has("links") ? "-externalReference" : "-instructions";
    }

    private static List<String> errors(JsonNode answer, String model) {
        return ProfileValidator.stu22().errors(answer.toPrettyString(), MODEL + model).stream()
                .filter(error -> FALSE_ERRORS.stream().noneMatch(error::contains))
                .toList();
    }

    private static ObjectNode object(JsonNode answer) {
        return (ObjectNode) answer.at("/systemActions/0");
    }

    private static JsonNode alone(JsonNode card) {
        ObjectNode answer = new ObjectMapper().createObjectNode();
        answer.putArray("cards").add(card);
        return answer;
    }
}
