package org.precert.requirements.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.requirements.DtrRequirement;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How the standard forms are made. */
@DemoServer
class FormRequirementsTest {

    /** Groups that are asked of everybody: the order, what it is asked for, and at last what is no clinician's. */
    private static final List<String> OF_EVERYBODY = List.of("order", "consideration", "criteria", "administrative");

    private Payer payer;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        payer = Payer.at(port);
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("sec-4")
    void nothingIsHiddenOrReadOnly(Edition edition) {
        assertThat(payer.everyForm(edition))
                .allSatisfy(each -> assertThat(Tree.items(each.form()))
                        .isNotEmpty()
                        .noneMatch(item -> item.path("readOnly").asBoolean())
                        .noneMatch(item ->
                                !Tree.extensions(item, "/questionnaire-hidden").isEmpty()));
    }

    /** Whatever an answer can make idle hangs on that answer. */
    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-17")
    void whatIsNotAskedOfEverybodyHangsOnAnAnswer(Edition edition) {
        for (Packaged each : payer.everyForm(edition)) {
            List<String> linkIds = Tree.linkIds(each.form());
            assertThat(Tree.stream(each.form().path("item"))
                            .filter(group -> group.path("type").asText().equals("group"))
                            .filter(group ->
                                    !OF_EVERYBODY.contains(group.path("linkId").asText())))
                    .as(each.form().path("title").asText())
                    .allSatisfy(group -> {
                        assertThat(Tree.list(group.path("enableWhen"))).isNotEmpty();
                        assertThat(linkIds)
                                .contains(group.at("/enableWhen/0/question").asText());
                    });
        }
        assertThat(payer.everyForm(edition).stream()
                        .flatMap(each -> Tree.items(each.form()))
                        .filter(item -> item.has("enableWhen")))
                .hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-22")
    void cliniciansAreToldWhenTheirPartIsDone(Edition edition) {
        for (Packaged each : payer.everyForm(edition)) {
            List<JsonNode> parts = Tree.list(each.form().path("item"));
            List<String> names =
                    parts.stream().map(part -> part.path("linkId").asText()).toList();
            int done = names.indexOf("clinical-complete");
            assertThat(done).as(each.form().path("title").asText()).isEqualTo(parts.size() - 2);
            assertThat(parts.get(done).path("type").asText()).isEqualTo("display");
            assertThat(parts.get(done).path("text").asText()).isNotBlank();
            assertThat(names.get(done + 1)).isEqualTo("administrative");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-22")
    void whatIsNoCliniciansIsAFormOfItsOwn(Edition edition) {
        JsonNode form = payer.give(edition, Wish.administrative()).form();
        assertThat(Tree.extensions(form, "/questionnaireAudience"))
                .extracting(audience -> audience.path("valueCode").asText())
                .containsExactly("admin");
        assertThat(Tree.linkIds(form)).isNotEmpty().doesNotContain("order", "criteria", "clinical-complete");
    }

    @ParameterizedTest
    @EnumSource
    @DtrRequirement("spec-53")
    void everyFormSaysFromWhenItIsValid(Edition edition) {
        assertThat(payer.everyPackage(edition))
                .allSatisfy(each -> assertThat(
                                each.form().at("/effectivePeriod/start").asText())
                        .matches("\\d{4}-\\d{2}-\\d{2}")
                        .isLessThan("2026-06-11"));
    }
}
