package org.precert.limits;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.clients.Caller;
import org.precert.staff.Staff;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Addresses of strangers, clients and people each have a pace; a client's address does not pay for it. */
class CallerLimitsTest {

    private static final String HOOK = "/cds-services/order-sign";
    private static final Pace STRANGERS = new Pace(1, 2);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger reached = new AtomicInteger();
    private final Refusals refusals = new Refusals();
    private final Places places = new Places(4);
    private final StrangerFilter first = new StrangerFilter(STRANGERS, refusals, now::get);
    private final WorkInFlight inFlight = new WorkInFlight(places, refusals);
    private final CallerLimits second = new CallerLimits(
            new Paces(new Pace(1, 3), Map.of("large", new Pace(1, 10), "free", new Pace(0, 1)), now::get),
            new Paces(new Pace(1, 3), Map.of(), now::get),
            STRANGERS,
            places,
            refusals);

    private int call(MockHttpServletRequest request) {
        return call(request, (one, other) -> reached.incrementAndGet());
    }

    private int call(MockHttpServletRequest request, FilterChain service) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            inFlight.doFilter(
                    request,
                    response,
                    (one, other) -> first.doFilter(one, other, (two, more) -> second.doFilter(two, more, service)));
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
        return response.getStatus();
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = TestCallers.post(HOOK);
        request.setRemoteAddr(address);
        return request;
    }

    @Test
    void aStrangerWhoIsTooFastIsRefusedAndAnotherIsNot() {
        assertThat(call(from("192.0.2.1"))).isEqualTo(200);
        assertThat(call(from("192.0.2.1"))).isEqualTo(200);
        assertThat(call(from("192.0.2.1"))).isEqualTo(429);
        assertThat(call(from("198.51.100.77"))).isEqualTo(200);
        now.addAndGet(1_000_000_000L);
        assertThat(call(from("192.0.2.1"))).isEqualTo(200);
    }

    @Test
    void allAddressesOfOneNetworkAreOneStranger() {
        for (int number = 1; number <= 2; number++) {
            assertThat(call(from("2001:db8::" + number))).isEqualTo(200);
        }
        assertThat(call(from("2001:db8::3"))).isEqualTo(429);
    }

    @Test
    void manyClientsMayShareOneAddress() {
        for (int number = 0; number < 50; number++) {
            assertThat(call(TestCallers.by(TestCallers.client("client-" + number), from("192.0.2.1"))))
                    .isEqualTo(200);
        }
    }

    @Test
    void aClientThatIsTooFastIsRefusedWhereverItCallsFrom() {
        for (int number = 1; number <= 3; number++) {
            assertThat(call(TestCallers.by(TestCallers.client("one"), from("192.0.2." + number))))
                    .isEqualTo(200);
        }
        assertThat(call(TestCallers.by(TestCallers.client("one"), from("192.0.2.4"))))
                .isEqualTo(429);
        assertThat(call(TestCallers.by(TestCallers.client("other"), from("192.0.2.4"))))
                .isEqualTo(200);
    }

    @Test
    void oneClientsPaceIsTheSameAtEveryDoor() {
        Caller one = TestCallers.client("one");
        assertThat(call(TestCallers.by(one, TestCallers.post(HOOK)))).isEqualTo(200);
        assertThat(call(TestCallers.by(one, TestCallers.post("/dtr/2.2/fhir/Questionnaire/$populate"))))
                .isEqualTo(200);
        assertThat(call(TestCallers.by(one, TestCallers.get("/fhir/Questionnaire"))))
                .isEqualTo(200);
        assertThat(call(TestCallers.by(one, TestCallers.post("/pas/2.2.1/fhir/Claim/$submit"))))
                .isEqualTo(503);
        assertThat(call(TestCallers.by(one, TestCallers.post(HOOK)))).isEqualTo(429);
    }

    @Test
    void aClientMayHaveAPaceOfItsOwn() {
        for (int number = 0; number < 10; number++) {
            assertThat(call(TestCallers.by(TestCallers.client("large"), from("192.0.2.1"))))
                    .isEqualTo(200);
        }
        assertThat(call(TestCallers.by(TestCallers.client("large"), from("192.0.2.1"))))
                .isEqualTo(429);
        for (int number = 0; number < 1000; number++) {
            assertThat(call(TestCallers.by(TestCallers.client("free"), from("192.0.2.1"))))
                    .isEqualTo(200);
        }
    }

    @Test
    void aPersonOfTheStaffHasAPaceAsWellAndIsNoClientOfTheSameName() {
        Caller namesake = TestCallers.client("admin");
        for (int call = 0; call < 3; call++) {
            assertThat(call(TestCallers.by(namesake, TestCallers.post(HOOK)))).isEqualTo(200);
        }
        for (int call = 0; call < 3; call++) {
            assertThat(call(byAdmin())).isEqualTo(200);
        }
        assertThat(call(byAdmin())).isEqualTo(429);
    }

    private static MockHttpServletRequest byAdmin() {
        MockHttpServletRequest request = TestCallers.get("/review-desk/api/cases");
        request.setAttribute(Staff.ATTRIBUTE, TestCallers.person("admin"));
        return request;
    }

    @Test
    void whoProvedNothingPaysWithTheAddressThoughItIsToldApartAsAnybody() {
        for (int call = 0; call < 2; call++) {
            assertThat(call(TestCallers.by(new Caller.Anybody(), from("192.0.2.1"))))
                    .isEqualTo(200);
        }
        assertThat(call(TestCallers.by(new Caller.Anybody(), from("192.0.2.1"))))
                .isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/livez",
                "/readyz",
                "/actuator/health",
                "/actuator/health/readiness",
                "/cds-services",
                "/fhir/metadata",
                "/pas/2.2.1/fhir/metadata",
                "/dtr/2.2/fhir/.well-known/smart-configuration",
                "/.well-known/smart-configuration"
            })
    void healthAndWhatTheDoorsSayOfThemselvesIsNeverRefused(String path) {
        for (int call = 0; call < 4; call++) {
            places.enter();
            places.enter("strangers");
        }
        for (int call = 0; call < 20; call++) {
            assertThat(call(TestCallers.get(path))).isEqualTo(200);
        }
        assertThat(reached).hasValue(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cds-services/",
                "/livez/..",
                "/actuator/healthy",
                "/actuator/metrics",
                "/fhir/metadata/x",
                "/pas/2.2.1/fhir/Claim",
                "/x/fhir/metadata",
                "/oauth/token"
            })
    void whatOnlyLooksLikeItIsCounted(String path) {
        for (int call = 0; call < 4; call++) {
            call(TestCallers.get(path));
        }
        assertThat(reached).hasValue(2);
    }

    @Test
    void aPostToDiscoveryIsCounted() {
        for (int call = 0; call < 4; call++) {
            call(TestCallers.post("/cds-services"));
        }
        assertThat(reached).hasValue(2);
    }

    @Test
    void whereNoPlaceIsLeftNobodyWaits() {
        for (int call = 0; call < 4; call++) {
            places.enter();
        }
        assertThat(call(TestCallers.post(HOOK))).isEqualTo(429);
        assertThat(call(TestCallers.post("/pas/2.2.1/fhir/Claim/$submit"))).isEqualTo(503);
        places.leave();
        assertThat(call(TestCallers.post(HOOK))).isEqualTo(200);
    }

    @Test
    void oneClientDoesNotGetAllThePlaces() {
        Caller one = TestCallers.client("free");
        int[] innermost = new int[2];
        call(
                TestCallers.by(one, TestCallers.post(HOOK)),
                (a, b) -> call(TestCallers.by(one, TestCallers.post(HOOK)), (c, d) -> {
                    innermost[0] = call(TestCallers.by(one, TestCallers.post(HOOK)));
                    innermost[1] = call(TestCallers.by(TestCallers.client("other"), TestCallers.post(HOOK)));
                }));
        assertThat(innermost).containsExactly(429, 200);
    }

    @Test
    void aPlaceComesFreeWhateverBecomesOfTheCall() {
        for (int call = 0; call < 20; call++) {
            try {
                call(TestCallers.by(TestCallers.client("free"), TestCallers.post(HOOK)), (a, b) -> {
                    throw new IllegalArgumentException("as if it failed");
                });
            } catch (IllegalArgumentException e) {
                reached.incrementAndGet();
            }
        }
        assertThat(reached).hasValue(20);
        assertThat(call(TestCallers.by(TestCallers.client("free"), TestCallers.post(HOOK))))
                .isEqualTo(200);
    }
}
