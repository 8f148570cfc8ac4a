package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.requirements.Door.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The annotation of orders: where it stands, and what it leaves alone. */
@DemoServer
class CoverageInformationRequirementsTest {

    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.at(port);
    }

    static Stream<Arguments> primary() {
        return Stream.of(Guide.values())
                .flatMap(guide -> Given.PRIMARY_HOOKS.stream()
                        .flatMap(hook -> Stream.of(Given.SAMPLE, Given.TOO_LITTLE, Given.DOCUMENTS_NEEDED)
                                .map(sample -> Arguments.of(guide, hook, sample))));
    }

    @ParameterizedTest
    @MethodSource("primary")
    @Requirement({"hook-16", "hook-26", "hook-33", "hook-39", "resp-14", "resp-26", "resp-28", "resp-48"})
    void annotatesEveryOrderOfAPrimaryHook(Guide guide, String hook, String sample) {
        Door.Said said = door.ask(guide, hook, sample);
        assertThat(said.actions()).isNotEmpty().allSatisfy(action -> {
            assertThat(action.path("type").asText()).isEqualTo("update");
            assertThat(action.path("description").asText()).isNotBlank();
            assertThat(Information.of(action.path("resource"))).isNotEmpty();
        });
    }

    /** As the guide spells it; by the place where it stands, order-sign is meant. */
    @ParameterizedTest
    @EnumSource
    @Requirement("hook-39")
    void annotatesOrdersThatAreSelected(Guide guide) {
        assertThat(door.ask(guide, "order-select", Given.SAMPLE).information()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("resp-29")
    void annotatesEachOrderOfTheCall(Guide guide) {
        ObjectNode call = guide.call("order-sign", Given.SAMPLE);
        assertThat(references(door.ask(call).resources()))
                .containsExactlyInAnyOrderElementsOf(
                        references(call.at("/context/draftOrders/entry").findValues("resource")));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"hook-30", "hook-34"})
    void annotatesOnlyWhatIsSelectedOrDispatched(Guide guide) {
        ObjectNode call = guide.call("order-select", Given.SAMPLE);
        String selected = call.at("/context/selections/0").asText();
        object(call, "/context").putArray("selections").add(selected);
        assertThat(references(door.ask(call).resources())).containsExactly(selected);
        assertThat(door.ask(guide, "order-dispatch", Given.SAMPLE).actions()).hasSize(1);
    }

    @ParameterizedTest
    @FieldSource("org.precert.requirements.Given#SECONDARY_HOOKS")
    @Requirement("hook-19")
    void asksForNoDocumentsEarly(String hook) {
        for (Guide guide : Guide.values()) {
            Replies.of(door, guide, hook)
                    .forEach(reply -> assertThat(reply.said().information())
                            .as(reply.name())
                            .allMatch(information ->
                                    !information.has("doc-needed") && !information.has("questionnaire")));
        }
        assertThat(door.ask(Guide.V2_0, "order-sign", Given.DOCUMENTS_NEEDED).information())
                .anyMatch(information -> information.has("doc-needed"));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("resp-25")
    void putsNoCoverageInformationOnACard(Guide guide) {
        Replies.of(door, guide, "order-sign")
                .forEach(reply ->
                        assertThat(reply.said().json().path("cards").toString()).doesNotContain(Information.URL));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("resp-37")
    void changesNothingElse(Guide guide) {
        ObjectNode call = guide.call("order-sign", Given.SAMPLE);
        for (JsonNode entry : call.at("/context/draftOrders/entry")) {
            ObjectNode order = object(entry, "/resource");
            order.put("unheardOf", "é 1.10");
            order.putObject("meta").put("versionId", "7");
            order.putArray("extension")
                    .addObject()
                    .put("url", "https://example.org/own")
                    .put("valueDecimal", 1);
            order.putArray("contained").addObject().put("resourceType", "Basic").put("id", "inside");
        }
        List<JsonNode> echoes = new ArrayList<>();
        for (JsonNode resource : door.ask(call).resources()) {
            ObjectNode echo = resource.deepCopy();
            removeInformation((ArrayNode) echo.path("extension"));
            echoes.add(echo);
        }
        assertThat(echoes)
                .containsExactlyInAnyOrderElementsOf(
                        call.at("/context/draftOrders/entry").findValues("resource"));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("resp-35")
    void saysNothingTwice(Guide guide) {
        ObjectNode call = guide.call("order-sign", Given.SAMPLE);
        List<JsonNode> annotated = door.ask(call).resources();
        ArrayNode entries = object(call, "/context/draftOrders").putArray("entry");
        annotated.forEach(order -> entries.addObject().set("resource", order));
        assertThat(door.ask(call).actions()).isEmpty();
        object(call, "/context/draftOrders/entry/0/resource").remove("extension");
        assertThat(door.ask(call).actions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("resp-32")
    void tellsCoveragesApartByTheirIds(Guide guide) {
        Set<String> coverages = new HashSet<>();
        for (JsonNode order : door.ask(guide, "order-sign", Given.TWO_COVERAGES).resources()) {
            List<Information> all = Information.of(order);
            Set<String> ids = new HashSet<>();
            all.forEach(information -> {
                ids.add(information.assertionId());
                coverages.add(information.coverage());
            });
            assertThat(ids).hasSameSizeAs(all);
        }
        assertThat(coverages).hasSize(2);
    }

    @Test
    @Requirement({"2.0.1@265", "resp-32"})
    void usesOneIdForOneCoverageOfAnOrder() {
        Replies.of(door, Guide.V2_0, "order-sign").stream()
                .flatMap(reply -> reply.said().resources().stream())
                .map(Information::of)
                .forEach(all -> assertThat(all.stream()
                                .map(Information::assertionId)
                                .distinct()
                                .count())
                        .isEqualTo(all.stream()
                                .map(Information::coverage)
                                .distinct()
                                .count()));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"conf-5", "conf-13"})
    void fillsTheElementsOfTheExtension(Guide guide) {
        assertThat(door.ask(guide, "order-sign", Given.DOCUMENTS_NEEDED).information())
                .isNotEmpty()
                .allSatisfy(information -> {
                    assertThat(information.coverage()).startsWith("Coverage/");
                    assertThat(information.code("covered")).isNotBlank();
                    assertThat(information.code("pa-needed")).isEqualTo("auth-needed");
                    assertThat(information.codes("doc-needed")).contains("clinical");
                    assertThat(information
                                    .part("questionnaire")
                                    .path("valueCanonical")
                                    .asText())
                            .startsWith("http");
                    assertThat(information.reasonText()).isNotBlank();
                    assertThat(information.part("date").path("valueDate").asText())
                            .isEqualTo("2026-06-10");
                    assertThat(information.assertionId()).isNotBlank();
                });
    }

    /** The order, the codes that it is billed by, and the statement that limits it. */
    @ParameterizedTest
    @EnumSource
    @Requirement("resp-30")
    void statesWhatTheAssertionHoldsFor(Guide guide) {
        assertThat(door.ask(guide, "order-sign", Given.SAMPLE).information())
                .anyMatch(information -> information
                        .part("billingCode")
                        .at("/valueCoding/code")
                        .asText()
                        .equals("96365"))
                .allMatch(information -> information.reasonText().contains("IV infusion"));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement("resp-38")
    void namesTheQuestionnaireWhereDocumentsAreNeeded(Guide guide) {
        Replies.of(door, guide, "order-sign")
                .forEach(reply -> assertThat(reply.said().information())
                        .as(reply.name())
                        .allMatch(information -> !information.has("doc-needed") || information.has("questionnaire")));
    }

    private static List<String> references(List<JsonNode> resources) {
        return resources.stream()
                .map(resource -> resource.path("resourceType").asText() + "/"
                        + resource.path("id").asText())
                .toList();
    }

    private static void removeInformation(ArrayNode extensions) {
        for (int i = extensions.size() - 1; i >= 0; i--) {
            if (extensions.path(i).path("url").asText().equals(Information.URL)) {
                extensions.remove(i);
            }
        }
    }
}
