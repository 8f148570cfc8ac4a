package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.clients.DtrSettings;
import org.precert.clients.PasSettings;
import org.precert.conformance.ProfileValidator;
import org.precert.coverage.GuideVersion;
import org.precert.crd.call.Hook;
import org.precert.crd.call.HookCall;
import org.precert.crd.call.HookCallReader;
import org.precert.review.Deadline;
import org.precert.review.ReviewRequest;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.FakeEhr;
import org.springframework.beans.factory.annotation.Autowired;

/** A client without DTR is asked to complete the form as a task; one with DTR never is. CRD 2.2, resp-59 and dev-20. */
@DemoServer
class FormCompletionTest {

    private static final String CONSENT = "order-sign/bcbsri-commercial-not-medically-necessary";

    @Autowired
    private HookService service;

    @Autowired
    private HookCallReader calls;

    @ParameterizedTest
    @EnumSource(GuideVersion.class)
    void proposesTheFormAndATaskToWhoHasNoDtr(GuideVersion version) {
        JsonNode answer = answer(Call.of(CONSENT), client(false), version);
        JsonNode actions = suggestion(answer).path("actions");
        assertThat(actions).hasSize(2);
        assertThat(actions.at("/0/resource/resourceType").asText()).isEqualTo("Questionnaire");
        String canonical = actions.at("/0/resource/url").asText() + "|"
                + actions.at("/0/resource/version").asText();
        assertThat(actions.at("/0/extension/davinci-crd.if-none-exist").asText())
                .startsWith("url=http");
        assertThat(actions.at("/1/resource/resourceType").asText()).isEqualTo("Task");
        assertThat(actions.at("/1/resource/input/0/valueCanonical").asText()).isEqualTo(canonical);
    }

    @ParameterizedTest
    @EnumSource(GuideVersion.class)
    void writesTheTaskAsTheProfileHasIt(GuideVersion version) {
        ProfileValidator profiles =
                version == GuideVersion.STU_2_0 ? ProfileValidator.stu2() : ProfileValidator.stu22();
        assumeTrue(profiles.isAvailable(), profiles.whyNot());
        assertThat(profiles.errorsOfHookResponse(
                        answer(Call.of(CONSENT), client(false), version).toString()))
                .isEmpty();
    }

    @Test
    void proposesNoFormToWhoHasDtr() {
        assertThat(answer(Call.of(CONSENT), client(true), GuideVersion.STU_2_0).toString())
                .doesNotContain("\"Task\"");
        assertThat(answer(Call.of(CONSENT), new Caller.Anybody(), GuideVersion.STU_2_0)
                        .toString())
                .doesNotContain("\"Task\"");
    }

    @Test
    void sendsNoFormThatTheClientHas() {
        try (FakeEhr ehr = new FakeEhr()) {
            String first = answer(Call.of(CONSENT), client(false), GuideVersion.STU_2_0)
                    .toString();
            String search = first.replaceAll("(?s).*\"davinci-crd.if-none-exist\":\"([^\"]+)\".*", "$1");
            ehr.holds(
                    "Questionnaire?" + search,
                    "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Questionnaire\"}}]}");
            JsonNode answer =
                    answer(Call.of(CONSENT).from(ehr), client(false, URI.create(ehr.base())), GuideVersion.STU_2_0);
            assertThat(ehr.asked()).containsExactly("Questionnaire?" + search);
            assertThat(suggestion(answer).path("actions")).hasSize(1);
            assertThat(suggestion(answer).at("/actions/0/resource/resourceType").asText())
                    .isEqualTo("Task");
        }
    }

    private JsonNode answer(Call sample, Caller caller, GuideVersion version) {
        HookCall call = calls.read(Hook.ORDER_SIGN, sample.body(), version);
        return service.answer(
                call,
                caller,
                new ReviewRequest.Call(
                        "crd.order-sign",
                        "",
                        Set.of(),
                        call.instance(),
                        call.body(),
                        Deadline.after(Duration.ofSeconds(20))));
    }

    private static JsonNode suggestion(JsonNode answer) {
        return StreamSupport.stream(answer.path("cards").spliterator(), false)
                .filter(card -> card.path("summary").asText().startsWith("A form to complete"))
                .findFirst()
                .orElseThrow()
                .at("/suggestions/0");
    }

    private static Caller client(boolean dtr, URI... bases) {
        return new Caller.Registered(new Client(
                "clinic",
                Set.of(),
                List.of(bases),
                true,
                Set.of(),
                Optional.empty(),
                dtr,
                DtrSettings.USUAL,
                PasSettings.USUAL));
    }
}
