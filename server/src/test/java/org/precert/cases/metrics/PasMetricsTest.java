package org.precert.cases.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.precert.cases.Actor;
import org.precert.cases.Basis;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseWorld;
import org.precert.cases.PasExchange;
import org.precert.clocks.Subject;
import org.precert.decision.Determination;
import org.precert.requirements.PasRequirement;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

/** The guide's metrics, over a small world. */
class PasMetricsTest {

    private final CaseWorld world = new CaseWorld();

    @Test
    @PasRequirement("metric-2")
    void countsCallsByTypeAndStatus() {
        call(PasExchange.Kind.INITIAL, 200, List.of());
        call(PasExchange.Kind.INITIAL, 200, List.of("72", "51"));
        call(PasExchange.Kind.INITIAL, 400, List.of());
        call(PasExchange.Kind.QUERY, 200, List.of());
        PasMetrics.Calls calls = metrics().calls();
        assertThat(calls.count()).isEqualTo(4);
        assertThat(calls.byTypeAndStatus())
                .isEqualTo(Map.of("initial", Map.of("200", 2L, "400", 1L), "query", Map.of("200", 1L)));
        assertThat(calls.withError()).isEqualTo(2);
        assertThat(calls.shareWithError()).isEqualTo(0.5);
        assertThat(calls.errors()).isEqualTo(Map.of("51", 1L, "72", 1L));
        assertThat(calls.queriesByOthers()).isEqualTo(1);
        assertThat(calls.p50Millis()).isEqualTo(40);
    }

    @Test
    void tellsNothingWhereNothingHappened() {
        PasMetrics metrics = metrics();
        assertThat(metrics.calls().count()).isZero();
        assertThat(metrics.requests().count()).isZero();
        assertThat(metrics.outstanding().requests()).isZero();
        assertThat(metrics.timeToFinal()).isEqualTo(new Taken(0, 0, 0));
    }

    @Test
    void countsWhatWasFinalAtOnce() {
        world.request().line(world.approved()).open();
        world.request().line(world.approved()).line(CaseWorld.pended()).open();
        world.request().line(CaseWorld.pended()).open();
        world.request().line(CaseWorld.pended()).open();
        PasMetrics metrics = metrics();
        assertThat(metrics.finalAtOnce()).isEqualTo(new PasMetrics.FinalAtOnce(4, 2, 1, 0.5, 0.25));
        assertThat(metrics.requests()).isEqualTo(new PasMetrics.Requests(4, 5, Map.of("medicare-advantage", 4L)));
        assertThat(metrics.results())
                .containsExactly(new PasMetrics.PolicyResult(
                        "acme", "acme-infusions|1.0.0", Map.of("approved", 2L, "pended", 3L)));
        assertThat(metrics.reasons()).isEqualTo(Map.of("0V", 3L));
    }

    @Test
    void tellsHowLongPendsAndRequestsTook() {
        Case two = world.request()
                .line(CaseWorld.pended())
                .line(CaseWorld.pended())
                .open();
        two = world.later(Duration.ofHours(10)).approve(two, 1);
        world.later(Duration.ofHours(10)).deny(two, 2);
        world.request().line(world.approved()).open();
        PasMetrics metrics = metrics();
        assertThat(metrics.pends()).isEqualTo(new PasMetrics.Pends(2, new Taken(2, 15, 15)));
        assertThat(metrics.timeToFinal()).isEqualTo(new Taken(2, 10, 10));
    }

    @Test
    void tellsHowOldWhatIsOpenIs() {
        world.request()
                .due(Duration.ofDays(7))
                .line(CaseWorld.pended())
                .line(CaseWorld.pended())
                .open();
        world.later(Duration.ofDays(8));
        world.request().line(CaseWorld.pended()).open();
        world.later(Duration.ofHours(2));
        PasMetrics.Outstanding open = metrics().outstanding();
        assertThat(open.requests()).isEqualTo(2);
        assertThat(open.lines()).isEqualTo(3);
        assertThat(open.overdue()).isEqualTo(1);
        assertThat(open.oldestHours()).isEqualTo(194);
        assertThat(open.byAge()).isEqualTo(Map.of("7 days and more", 1L, "under 1 day", 1L));
    }

    @Test
    void tellsHowLongDocumentsTookToCome() {
        Case state = world.request()
                .line(CaseWorld.pended())
                .line(CaseWorld.pended())
                .ask(1)
                .ask(2)
                .open();
        world.later(Duration.ofHours(30));
        world.add(state, new Actor.Client("springfield"), new CaseEvent.DocumentsArrived(List.of("D1"), "a1", true));
        assertThat(metrics().documents())
                .isEqualTo(new PasMetrics.Documents(2, Map.of("34133-9", 2L), new Taken(1, 30, 30)));
    }

    @Test
    void countsWhereCrdSaidOtherwise() {
        Basis.Earlier same = new Basis.Earlier("a1", Determination.AUTHORIZATION_REQUIRED, false);
        Basis.Earlier other = new Basis.Earlier("a2", Determination.NOT_ADDRESSED, true);
        world.request()
                .line(Subject.SERVICE, CaseWorld.pended(), Optional.of(same))
                .line(Subject.SERVICE, CaseWorld.pended(), Optional.of(other))
                .line(Subject.SERVICE, CaseWorld.pended())
                .open();
        assertThat(metrics().crd()).isEqualTo(new PasMetrics.CrdDifference(2, 1));
    }

    @Test
    void countsThePeriodAlone() {
        world.request().line(CaseWorld.pended()).open();
        call(PasExchange.Kind.INITIAL, 200, List.of());
        world.later(Duration.ofDays(40));
        PasMetrics metrics = metrics();
        assertThat(metrics.requests().count()).isZero();
        assertThat(metrics.calls().count()).isZero();
        assertThat(metrics.outstanding().requests()).isEqualTo(1);
        OffsetDateTime now = world.instant().atOffset(ZoneOffset.UTC);
        assertThatThrownBy(() -> endpoint().metrics(now, now.minusDays(1)))
                .isInstanceOf(InvalidEndpointRequestException.class);
    }

    @Test
    void tellsNothingOfPatients() throws Exception {
        world.request().line(CaseWorld.pended()).open();
        String told = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(metrics());
        assertThat(told).doesNotContain("M-77", "Ann Example", "DRAFTED").contains("payer-src");
    }

    private PasMetrics metrics() {
        return endpoint().metrics(null, null);
    }

    private PasEndpoint endpoint() {
        return new PasEndpoint(world.histories(), new ExchangeCounts(world.jdbc()), world);
    }

    private void call(PasExchange.Kind kind, int status, List<String> failures) {
        world.exchanges()
                .record(new PasExchange(
                        world.instant(),
                        kind,
                        "2.2.1",
                        "springfield",
                        "acme",
                        status,
                        Duration.ofMillis(40),
                        1,
                        failures,
                        kind == PasExchange.Kind.QUERY));
    }
}
