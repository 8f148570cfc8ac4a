package org.precert.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class CorrelationTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";
    private static final String UUID = "76d148b6-586d-11ec-bf63-0242ac130002";

    @AfterEach
    void leave() {
        Correlation.leave();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00-" + TRACE + "-" + SPAN + "-01", "01-" + TRACE + "-" + SPAN + "-00-what-comes-later"})
    void aTraceOfTheCallerIsGoneOnWith(String traceparent) {
        Correlation correlation = of(traceparent, "");
        assertThat(correlation.traceId()).isEqualTo(TRACE);
        assertThat(correlation.parent()).isEqualTo(SPAN);
        assertThat(correlation.requestId()).isEqualTo("0af76519-16cd-43dd-8448-eb211c80319c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-" + TRACE + "-" + SPAN,
                "00-" + TRACE + "-" + SPAN + "-01-more",
                "00-" + TRACE + "-0000000000000000-01",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "ff-" + TRACE + "-" + SPAN + "-01",
                "00-0AF7651916CD43DD8448EB211C80319C-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-01\n",
                " 00-" + TRACE + "-" + SPAN + "-01",
                "00-MRN-4711-Jane-Doe"
            })
    void whatIsNoTraceIsNotTaken(String traceparent) {
        Correlation correlation = of(traceparent, "");
        assertThat(correlation.traceId()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
        assertThat(correlation.parent()).isEmpty();
    }

    @Test
    void oneHeaderOfSeveralIsNotChosen() {
        String traceparent = "00-" + TRACE + "-" + SPAN + "-01";
        Correlation correlation = Correlation.of(List.of(traceparent, traceparent), List.of(UUID, UUID));
        assertThat(correlation.traceId()).isNotEqualTo(TRACE);
        assertThat(correlation.requestId()).isNotEqualTo(UUID);
    }

    @Test
    void aRequestIdThatIsAUuidIsTheCallersToChoose() {
        assertThat(of("", UUID.toUpperCase()).requestId()).isEqualTo(UUID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MRN-4711",
                "Jane",
                "76d148b6-586d-11ec-bf63-0242ac130002 Jane",
                "76d148b6586d11ecbf630242ac130002"
            })
    void anyOtherCouldTellOfAPatientAndIsNotTaken(String requestId) {
        assertThat(of("", requestId).requestId()).matches("[0-9a-f-]{36}").isNotEqualTo(requestId);
    }

    @Test
    void noTwoRequestsAreTheSame() {
        assertThat(of("", "").traceId()).isNotEqualTo(of("", "").traceId());
    }

    @Test
    void aThreadKnowsItsRequestUntilItLeavesIt() {
        of("", UUID).enter();
        assertThat(Correlation.here()).isEqualTo(UUID);
        assertThat(MDC.get("trace.id")).hasSize(32);
        Correlation.leave();
        assertThat(Correlation.here()).isNotEqualTo(UUID);
        assertThat(MDC.get("trace.id")).isNull();
    }

    @Test
    void whoGoesOnWithItKnowsItToo() throws InterruptedException {
        of("", UUID).enter();
        Carried carried = Carried.fromHere();
        String[] there = new String[2];
        Thread other = new Thread(() -> {
            carried.run(() -> there[0] = Correlation.here());
            there[1] = Correlation.here();
        });
        other.start();
        other.join();
        assertThat(there[0]).isEqualTo(UUID);
        assertThat(there[1]).isNotEqualTo(UUID);
    }

    private static Correlation of(String traceparent, String requestId) {
        return Correlation.of(List.of(traceparent), List.of(requestId));
    }
}
