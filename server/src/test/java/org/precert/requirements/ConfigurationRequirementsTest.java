package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.inferno.HookBodies;
import org.precert.testing.DemoServer;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What clients may choose. */
@DemoServer
class ConfigurationRequirementsTest {

    private static final String OFF_TYPE = "off-guideline";

    private Door door;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        door = Door.at(port);
    }

    @Test
    @Requirement({"dev-5", "dev-14"})
    void leavesOutTheTypesThatAreSwitchedOff() {
        assertThat(topics(configured(options -> {}))).contains(OFF_TYPE);
        assertThat(topics(configured(options -> options.put(OFF_TYPE, false))))
                .isNotEmpty()
                .doesNotContain(OFF_TYPE);
        assertThat(topics(configured(options -> options.put(OFF_TYPE, true)))).contains(OFF_TYPE);
    }

    @Test
    @Requirement({"dev-14", "resp-28"})
    void annotatesNothingWhereCoverageInformationIsSwitchedOff() {
        Door.Said said = configured(options -> options.put("coverage-info", false));
        assertThat(said.actions()).isEmpty();
        assertThat(said.cards()).isNotEmpty();
    }

    @Test
    @Requirement("dev-14")
    void showsNoMoreCardsThanAreWanted() {
        int usual = configured(options -> {}).cards().size();
        assertThat(usual).isGreaterThan(1);
        assertThat(configured(options -> options.put("max-cards", 1)).cards()).hasSize(1);
        assertThat(configured(options -> options.put("max-cards", 0)).cards()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("org.precert.inferno.HookBodies#HOOKS")
    @Requirement("dev-15")
    void needsNoConfiguration(String hook) {
        ObjectNode call = HookBodies.of(hook, Given.SAMPLE);
        assertThat(call.has("extension")).isFalse();
        assertThat(door.send(call).status()).isEqualTo(200);
    }

    static Stream<Consumer<ObjectNode>> nonsense() {
        return Stream.of(
                options -> options.put(OFF_TYPE, "false"),
                options -> options.put(OFF_TYPE, 0),
                options -> options.putNull(OFF_TYPE),
                options -> options.putArray(OFF_TYPE).add(false),
                options -> options.put("max-cards", "none"),
                options -> options.put("max-cards", -1),
                options -> options.put("max-cards", 1.5),
                options -> options.put("max-cards", true));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    @Requirement("dev-6")
    void takesNonsenseAsUnsaid(Consumer<ObjectNode> nonsense) {
        assertThat(topics(configured(nonsense))).isEqualTo(topics(configured(options -> {})));
    }

    @Test
    @Requirement("dev-6")
    void takesAConfigurationThatIsNoneAsUnsaid() {
        ObjectNode call = Guide.V2_0.call("order-sign", Given.SAMPLE);
        call.withObjectProperty("extension").put("davinci-crd.configuration", "all");
        assertThat(topics(door.ask(call))).isEqualTo(topics(configured(options -> {})));
    }

    /** The codes that Inferno's presets send are in no value set. */
    @Test
    @Requirement("dev-17")
    void ignoresOptionsThatAreNotOffered() {
        assertThat(topics(configured(options -> options.put("coverage", false)
                        .put("alt-drug", false)
                        .put("dtr-clin", false)
                        .put("unheard-of", 3))))
                .isEqualTo(topics(configured(options -> {})));
    }

    private Door.Said configured(Consumer<ObjectNode> how) {
        ObjectNode call = Guide.V2_0.call("order-sign", Given.SAMPLE);
        how.accept(call.withObjectProperty("extension").putObject("davinci-crd.configuration"));
        return door.ask(call);
    }

    private static List<String> topics(Door.Said said) {
        return said.cards().stream()
                .map(card -> card.at("/source/topic/code").asText())
                .toList();
    }
}
