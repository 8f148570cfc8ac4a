package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.clients.DtrSettings;
import org.precert.clients.PasSettings;
import org.precert.review.InvalidRequest;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.FakeEhr;
import org.springframework.beans.factory.annotation.Autowired;

/** What a registration allows a client, and what it gets where its calls do not say. */
@DemoServer
class RegisteredClientTest {

    private static final String SAMPLE = "order-sign/bcbsks-investigational-pain";

    @Autowired
    private CdsHooksController hooks;

    @Test
    void speaksTheVersionOfTheClientWhereACallAsksForNone() {
        assertThat(topics(answer(Call.of(SAMPLE), client("2.2", Set.of()))))
                .isEqualTo("http://terminology.hl7.org/CodeSystem/cdshooks-card-type");
        assertThat(topics(answer(Call.of(SAMPLE).version("2.0"), client("2.2", Set.of()))))
                .isEqualTo("http://hl7.org/fhir/us/davinci-crd/CodeSystem/temp");
    }

    @Test
    void answersForNoPayerThatTheClientMayNotAsk() {
        assertThat(answer(Call.of(SAMPLE), client("2.0", Set.of("bcbsks"))).path("systemActions"))
                .hasSize(2);
        assertThat(answer(Call.of(SAMPLE), client("2.0", Set.of("medica"))).path("systemActions"))
                .isEmpty();
    }

    @Test
    void readsTheBaseOfTheClientThatCalls() {
        try (FakeEhr ehr = new FakeEhr()) {
            Call call = Call.of(SAMPLE).from(ehr);
            String coverage = call.prefetch().remove("coverage").toString();
            ehr.holds("Coverage?patient=bcbsks-investigational-pain", coverage);
            assertThat(answer(call, client("2.0", Set.of(), ehr.base())).path("systemActions"))
                    .hasSize(2);
        }
    }

    /** A base that is spelled otherwise is another base. Those on this machine are open to all in the demo profile. */
    @ParameterizedTest
    @ValueSource(
            strings = {"https://ehr.example/fhir", "https://ehr.example:8443/fhir", "https://EHR.example.org/fhir"})
    void readsNoBaseOfAnotherClient(String base) {
        Call call = Call.of(SAMPLE).withoutPrefetch().with(body -> body.put("fhirServer", base));
        assertThatThrownBy(() -> answer(call, client("2.0", Set.of(), "https://ehr.example.com/fhir")))
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        refused -> assertThat(refused.kind()).isEqualTo(InvalidRequest.Kind.PRECONDITION));
    }

    private JsonNode answer(Call call, Caller caller) {
        return Optional.ofNullable(
                        hooks.answer(call.hook(), caller, call.body().toString().getBytes(StandardCharsets.UTF_8))
                                .getBody())
                .orElseThrow();
    }

    private static String topics(JsonNode answer) {
        return answer.at("/cards/0/source/topic/system").asText();
    }

    private static Caller client(String version, Set<String> payers, String... bases) {
        List<URI> registered = List.of(bases).stream().map(URI::create).toList();
        return new Caller.Registered(new Client(
                "clinic",
                Set.of(),
                registered,
                true,
                payers,
                Optional.of(version),
                true,
                DtrSettings.USUAL,
                PasSettings.USUAL));
    }
}
