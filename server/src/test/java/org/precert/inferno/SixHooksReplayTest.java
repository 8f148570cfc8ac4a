package org.precert.inferno;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.conformance.ProfileValidator;
import org.precert.inferno.Verdict.Outcome;
import org.precert.requirements.Requirement;

/** The kit's server suite, over a server as in production: six hooks, each with tokens of both algorithms. */
class SixHooksReplayTest {

    private static final List<String> SAMPLES = List.of(
            "bcbsks-investigational-pain",
            "bcbsri-commercial-not-medically-necessary",
            "bcbsks-information-needed",
            "medica-medicare-primary-authorization-required",
            "two-coverages");
    private static final List<String> ALGORITHMS = List.of("ES384", "RS384");
    private static final Set<String> PRIMARY = Set.of("appointment-book", "order-dispatch", "order-sign");

    @TempDir
    static Path data;

    private static RegisteredServer server;

    @BeforeAll
    static void start() {
        server = new RegisteredServer(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> groups() {
        return HookBodies.HOOKS.stream()
                .flatMap(hook -> ALGORITHMS.stream().map(algorithm -> Arguments.of(hook, algorithm)));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void keepTheirShape(String hook, String algorithm) {
        assertThat(failures(hook, verdicts(hook, algorithm, Profiles.UNCHECKED)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("groups")
    void keepToTheProfiles(String hook, String algorithm) {
        assumeTrue(
                ProfileValidator.stu2().isAvailable(), ProfileValidator.stu2().whyNot());
        assertThat(failures(hook, verdicts(hook, algorithm, new Crd201Profiles())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"crd_external_reference_card_validation", "crd_valid_instructions_card_received"})
    @Requirement({"2.0.1@248", "2.0.1@249"})
    void someHookReturnsEachRequiredType(String test) {
        assertThat(HookBodies.HOOKS)
                .anyMatch(hook -> verdicts(hook, "ES384", Profiles.UNCHECKED).stream()
                        .anyMatch(verdict -> verdict.test().equals(test) && verdict.passes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ES384", "RS384"})
    void offersItsServices(String algorithm) {
        HttpResponse<String> answer = server.send("GET", "/cds-services", "", algorithm);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(DiscoveryAnswer.errors(Example.json(answer.body()))).isEmpty();
        assertThat(Example.json(answer.body()).findValuesAsText("hook"))
                .containsExactlyInAnyOrderElementsOf(HookBodies.HOOKS);
    }

    @Test
    void answersNobodyWithoutAToken() {
        assertThat(server.send(
                                "POST",
                                "/cds-services/order-sign",
                                HookBodies.of("order-sign", SAMPLES.get(0)).toString(),
                                "")
                        .statusCode())
                .isEqualTo(401);
    }

    private static List<Verdict> verdicts(String hook, String algorithm, Profiles profiles) {
        Stream<ObjectNode> bodies = Stream.concat(
                SAMPLES.stream().map(sample -> HookBodies.of(hook, sample)),
                Stream.of(HookBodies.likeThePresets(hook, SAMPLES.get(0))));
        return new HookGroup(
                        hook,
                        bodies.map(body -> exchange(hook, body, algorithm)).toList(),
                        profiles)
                .verdicts();
    }

    /** The kit's optional tests must hold as well, but for those that want a certain kind of card of each hook. */
    private static List<Verdict> failures(String hook, List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.FAIL)
                .filter(verdict -> !Set.of(HookGroup.EXTERNAL_REFERENCE, HookGroup.INSTRUCTIONS)
                        .contains(verdict.test()))
                .filter(verdict ->
                        PRIMARY.contains(hook) || !verdict.test().equals(CoverageInformationActions.RECEIVED))
                .toList();
    }

    private static Exchange exchange(String hook, ObjectNode body, String algorithm) {
        HttpResponse<String> answer = server.send("POST", "/cds-services/" + hook, body.toString(), algorithm);
        return new Exchange(body, answer.statusCode(), answer.body());
    }
}
