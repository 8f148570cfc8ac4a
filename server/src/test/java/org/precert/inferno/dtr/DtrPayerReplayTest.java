package org.precert.inferno.dtr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.conformance.DtrOrigins;
import org.precert.conformance.DtrProfiles;
import org.precert.testing.DemoServer;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The kit's payer suite, over the demo server: for every policy a standard form, and an adaptive one to its end. */
@DemoServer
@TestPropertySource(properties = "precert.dtr.canonicals=lenient")
class DtrPayerReplayTest {

    @LocalServerPort
    private int port;

    private DtrClient client;

    @BeforeEach
    void ready() {
        client = new DtrClient(new Http(port), "/dtr/2.0/fhir", true);
    }

    static Stream<String> payers() {
        return PackageRequest.SAMPLES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("payers")
    void keepTheirShape(String payer) {
        assertThat(failures(payer, ProfileCheck.UNCHECKED)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("payers")
    void keepToTheProfilesThatTheKitLooksAt(String payer) {
        assumeTrue(DtrProfiles.areAvailable(), DtrProfiles.whyNot());
        assertThat(failures(payer, DtrProfiles::check)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("payers")
    void keepToTheOtherProfilesToo(String payer) {
        assumeTrue(DtrProfiles.areAvailable(), DtrProfiles.whyNot());
        Flow flow = Flow.of(client, payer, false);
        List<String> errors = new ArrayList<>();
        PackageResponse standard = new PackageResponse(flow.standard().answer());
        PackageResponse adaptive = new PackageResponse(flow.adaptive().answer());
        standard.questionnaires().forEach(form -> errors.addAll(DtrProfiles.check(form, DtrProfiles.STANDARD_FORM)));
        standard.libraries().forEach(library -> errors.addAll(DtrProfiles.check(library, DtrProfiles.LIBRARY)));
        Stream.concat(
                        Stream.of(standard, adaptive).flatMap(each -> each.resources("QuestionnaireResponse")),
                        flow.replies().stream())
                .forEach(response -> {
                    errors.addAll(DtrProfiles.check(response, DtrProfiles.RESPONSE));
                    errors.addAll(DtrOrigins.DTR_2_0.errors(response));
                });
        NextQuestionChecks.contained(flow.replies())
                .forEach(form -> errors.addAll(DtrProfiles.check(form, DtrProfiles.ADAPTIVE_FORM)));
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("payers")
    void neverTakeAQuestionBack(String payer) {
        List<JsonNode> forms =
                NextQuestionChecks.contained(Flow.of(client, payer, false).replies());
        assertThat(forms).hasSizeGreaterThan(1);
        for (int i = 1; i < forms.size(); i++) {
            assertThat(Flow.linkIds(forms.get(i))).containsAll(Flow.linkIds(forms.get(i - 1)));
        }
    }

    private List<KitResult> failures(String payer, ProfileCheck profiles) {
        Flow flow = Flow.of(client, payer, false);
        Scratch scratch = new Scratch();
        return Stream.concat(
                        new StaticGroup(scratch, profiles).results(flow.standard()).stream(),
                        new AdaptiveGroup(scratch, profiles).results(flow.adaptive(), flow.questions()).stream())
                .filter(result -> !result.passes())
                .toList();
    }
}
