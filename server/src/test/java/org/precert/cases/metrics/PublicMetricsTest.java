package org.precert.cases.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.precert.cases.Case;
import org.precert.cases.CaseWorld;
import org.precert.cases.LineDecision;
import org.precert.clocks.Subject;

/** The nine metrics, over small worlds whose numbers anybody can add up. */
class PublicMetricsTest {

    private final CaseWorld world = new CaseWorld();
    private final Counted counted = Counted.all(world);

    @Test
    void approvedAndDeniedAreSharesOfWhatWasDecided() {
        for (int i = 0; i < 3; i++) {
            world.request().line(world.approved()).open();
        }
        world.deny(world.request().line(CaseWorld.pended()).open(), 1);
        assertThat(counted.figure(2026, "standard-decided")).isEqualTo("4/  requests");
        assertThat(counted.figure(2026, "standard-approved")).isEqualTo("3/4 75.0 percent");
        assertThat(counted.figure(2026, "standard-denied")).isEqualTo("1/4 25.0 percent");
        assertThat(counted.figure(2026, "expedited-approved")).isEqualTo("0/0  percent");
    }

    @Test
    void aRequestOfWhichOneLineIsDeniedIsDeniedAndSoInPart() {
        Case state =
                world.request().line(world.approved()).line(CaseWorld.pended()).open();
        world.deny(state, 2);
        assertThat(counted.figure(2026, "standard-approved")).isEqualTo("0/1 0.0 percent");
        assertThat(counted.figure(2026, "standard-denied")).isEqualTo("1/1 100.0 percent");
        assertThat(counted.figure(2026, "standard-denied-in-part")).isEqualTo("1/1 100.0 percent");
    }

    @Test
    void aModifiedRequestIsApprovedOtherwiseThanAsked() {
        Case state = world.request().line(CaseWorld.pended()).open();
        world.decide(state, CaseWorld.REVIEWER, 1, world.modified());
        assertThat(counted.figure(2026, "standard-approved")).isEqualTo("1/1 100.0 percent");
        assertThat(counted.figure(2026, "standard-approved-otherwise")).isEqualTo("1/1 100.0 percent");
    }

    @Test
    void timesAreInDaysForStandardAndInHoursForExpeditedRequests() {
        decidedAfter(Duration.ofHours(12), false);
        decidedAfter(Duration.ofDays(3), false);
        decidedAfter(Duration.ofDays(7), false);
        decidedAfter(Duration.ofMinutes(90), true);
        decidedAfter(Duration.ofHours(30), true);
        assertThat(counted.figure(2026, "standard-time-mean")).isEqualTo("/3 3.5 days");
        assertThat(counted.figure(2026, "standard-time-median")).isEqualTo("/3 3.0 days");
        // 15.75 is rounded half up.
        assertThat(counted.figure(2026, "expedited-time-mean")).isEqualTo("/2 15.8 hours");
        assertThat(counted.figure(2026, "expedited-time-median")).isEqualTo("/2 15.8 hours");
    }

    @Test
    void anOverturnedDenialStaysADenialAndIsApprovedAfterAppeal() {
        Case state = world.deny(world.request().line(CaseWorld.pended()).open(), 1);
        state = world.later(Duration.ofDays(2)).appeal(state, 1);
        world.later(Duration.ofDays(5)).decide(state, CaseWorld.OTHER, 1, world.approved());
        Case upheld =
                world.appeal(world.deny(world.request().line(CaseWorld.pended()).open(), 1), 1);
        world.decide(upheld, CaseWorld.OTHER, 1, CaseWorld.denied(CaseWorld.OTHER));
        assertThat(counted.figure(2026, "standard-approved")).isEqualTo("0/2 0.0 percent");
        assertThat(counted.figure(2026, "standard-denied")).isEqualTo("2/2 100.0 percent");
        assertThat(counted.figure(2026, "standard-approved-after-appeal")).isEqualTo("1/2 50.0 percent");
        // The appeal has a time of its own.
        assertThat(counted.figure(2026, "standard-time-mean")).isEqualTo("/2 0.0 days");
    }

    @Test
    void anAppealCountsInTheYearInWhichItIsDecided() {
        world.at("2025-12-20T12:00:00Z");
        Case state = world.deny(world.request().line(CaseWorld.pended()).open(), 1);
        state = world.appeal(state, 1);
        world.at("2026-01-10T12:00:00Z").decide(state, CaseWorld.OTHER, 1, world.approved());
        assertThat(counted.figure(2025, "standard-denied")).isEqualTo("1/1 100.0 percent");
        assertThat(counted.figure(2025, "standard-approved-after-appeal")).isEqualTo("0/0  percent");
        assertThat(counted.figure(2026, "standard-decided")).isEqualTo("0/  requests");
        assertThat(counted.figure(2026, "standard-approved-after-appeal")).isEqualTo("1/1 100.0 percent");
    }

    @Test
    void anAppealThatIsTakenBackIsNotDecided() {
        Case state = world.deny(world.request().line(CaseWorld.pended()).open(), 1);
        world.cancel(world.appeal(state, 1), 1);
        assertThat(counted.figure(2026, "standard-approved-after-appeal")).isEqualTo("0/0  percent");
    }

    @Test
    void extendedAndApprovedIsAShareOfAllDecidedEvenIfAnAppealFollows() {
        Case state = world.extend(world.request().line(CaseWorld.pended()).open());
        world.approve(state, 1);
        Case denied = world.deny(
                world.extend(
                        world.request().expedited().line(CaseWorld.pended()).open()),
                1);
        world.appeal(denied, 1);
        world.request().line(world.approved()).open();
        world.request().line(world.approved()).open();
        assertThat(counted.figure(2026, "extended-approved")).isEqualTo("1/4 25.0 percent");
        assertThat(counted.figure(2026, "extended-denied")).isEqualTo("1/4 25.0 percent");
    }

    @Test
    void whatIsOpenWithdrawnOrNeedsNothingIsInNoPercentage() {
        world.request().line(CaseWorld.pended()).open();
        world.cancel(world.request().line(CaseWorld.pended()).open(), 1);
        world.request()
                .line(new LineDecision.NotRequired("No authorization is needed"))
                .open();
        world.request()
                .line(new LineDecision.ContactPayer("Another program decides"))
                .open();
        world.request().line(world.approved()).open();
        assertThat(counted.figure(2026, "requests-received")).isEqualTo("5/  requests");
        assertThat(counted.figure(2026, "open")).isEqualTo("2/  requests");
        assertThat(counted.figure(2026, "withdrawn")).isEqualTo("1/  requests");
        assertThat(counted.figure(2026, "no-authorization-needed")).isEqualTo("1/  requests");
        assertThat(counted.figure(2026, "standard-approved")).isEqualTo("1/1 100.0 percent");
    }

    @Test
    void aRequestTakesAsLongAsItsLastLine() {
        Case state = world.request()
                .line(CaseWorld.pended())
                .line(CaseWorld.pended())
                .open();
        state = world.later(Duration.ofDays(1)).approve(state, 2);
        assertThat(counted.figure(2026, "standard-decided")).isEqualTo("0/  requests");
        world.later(Duration.ofDays(4)).approve(state, 1);
        assertThat(counted.figure(2026, "standard-time-mean")).isEqualTo("/1 5.0 days");
    }

    @Test
    void aLineTakenBackLeavesTheOthersTheirTime() {
        Case state = world.request()
                .line(CaseWorld.pended())
                .line(CaseWorld.pended())
                .open();
        state = world.later(Duration.ofDays(1)).approve(state, 1);
        world.later(Duration.ofDays(9)).cancel(state, 2);
        assertThat(counted.figure(2026, "standard-approved")).isEqualTo("1/1 100.0 percent");
        assertThat(counted.figure(2026, "standard-time-mean")).isEqualTo("/1 1.0 days");
    }

    @Test
    void anApprovalThatIsCancelledLaterStaysAnApproval() {
        world.cancel(world.request().line(world.approved()).open(), 1);
        assertThat(counted.figure(2026, "standard-approved")).isEqualTo("1/1 100.0 percent");
    }

    @Test
    void drugsAreCountedApart() {
        Case mixed = world.request()
                .line(Subject.SERVICE, world.approved())
                .line(Subject.DRUG, CaseWorld.pended())
                .open();
        world.request().line(Subject.DRUG, world.approved()).open();
        assertThat(counted.figure(2026, "standard-approved")).isEqualTo("1/1 100.0 percent");
        assertThat(counted.figure(2026, "requests-received")).isEqualTo("1/  requests");
        world.deny(mixed, 2);
        Report drugs = counted.report(2026, Subject.DRUG, Level.PAYER);
        assertThat(Counted.figure(drugs, "acme", "standard-approved")).isEqualTo("1/2 50.0 percent");
    }

    @Test
    void whatIsDecidedAfterItsTimeIsNotInTime() {
        Case late =
                world.request().due(Duration.ofDays(7)).line(CaseWorld.pended()).open();
        world.later(Duration.ofDays(8)).approve(late, 1);
        Case punctual =
                world.request().due(Duration.ofDays(7)).line(CaseWorld.pended()).open();
        world.later(Duration.ofDays(7)).approve(punctual, 1);
        assertThat(counted.figure(2026, "standard-approved-in-time")).isEqualTo("1/2 50.0 percent");
    }

    @Test
    void aRequestCountsWhereItWasDecidedAndNotWhereItCameIn() {
        world.at("2025-12-30T12:00:00Z");
        Case state = world.request().line(CaseWorld.pended()).open();
        world.at("2026-01-02T12:00:00Z").approve(state, 1);
        assertThat(counted.figure(2025, "standard-decided")).isEqualTo("0/  requests");
        assertThat(counted.figure(2025, "open")).isEqualTo("1/  requests");
        assertThat(counted.figure(2026, "standard-decided")).isEqualTo("1/  requests");
        assertThat(counted.figure(2026, "standard-time-mean")).isEqualTo("/1 3.0 days");
    }

    @Test
    void theYearBeginsAndEndsByThePayersClocks() {
        // 23:30 on 31 December in Chicago, which is 2027 already in London.
        world.at("2027-01-01T05:30:00Z").request().line(world.approved()).open();
        world.at("2027-01-01T06:00:00Z").request().line(world.approved()).open();
        Counted chicago = counted.in("America/Chicago");
        assertThat(chicago.figure(2026, "standard-decided")).isEqualTo("1/  requests");
        assertThat(chicago.figure(2027, "standard-decided")).isEqualTo("1/  requests");
        assertThat(counted.figure(2026, "standard-decided")).isEqualTo("none");
        assertThat(counted.figure(2027, "standard-decided")).isEqualTo("2/  requests");
    }

    @Test
    void aLeapYearHasItsLastDay() {
        world.at("2028-02-29T23:00:00Z").request().line(world.approved()).open();
        world.at("2028-12-31T23:59:59.999Z").request().line(world.approved()).open();
        assertThat(counted.figure(2028, "standard-decided")).isEqualTo("2/  requests");
        assertThat(counted.report(2028, Subject.SERVICE, Level.PAYER).year().lastDay())
                .hasToString("2028-12-31");
    }

    @Test
    void aYearThatIsOverDoesNotChange() {
        Case denied = world.deny(world.request().line(CaseWorld.pended()).open(), 1);
        Case open = world.request().line(CaseWorld.pended()).open();
        world.at("2027-02-01T12:00:00Z");
        Report before = counted.report(2026, Subject.SERVICE, Level.PAYER);
        world.decide(world.appeal(denied, 1), CaseWorld.OTHER, 1, world.approved());
        world.approve(open, 1);
        world.request().line(world.approved()).open();
        Report after = counted.report(2026, Subject.SERVICE, Level.PAYER);
        assertThat(after.isOver()).isTrue();
        assertThat(after.groups()).isEqualTo(before.groups());
    }

    @Test
    void requestsAreToldApartByContractPlanIssuerAndState() {
        Contract advantage =
                new Contract("acme", java.util.List.of("medicare-advantage"), java.util.List.of(), "H1234", "", "");
        Contract medicaid =
                new Contract("acme", java.util.List.of("medicaid"), java.util.List.of("NY"), "", "Acme Care", "");
        Counted assigned = counted.with(advantage, medicaid);
        world.request().of("medicare-advantage", "KS").line(world.approved()).open();
        world.request().of("medicaid", "NY").line(world.approved()).open();
        world.request().of("medicaid", "").line(world.approved()).open();
        assertThat(groups(assigned, Level.CONTRACT)).containsExactly("H1234", "not assigned");
        assertThat(groups(assigned, Level.PLAN)).containsExactly("Acme Care", "not assigned");
        assertThat(groups(assigned, Level.ISSUER)).containsExactly("not assigned");
        assertThat(groups(assigned, Level.STATE)).containsExactly("KS", "NY", "not assigned");
        assertThat(Counted.figure(assigned.report(2026, Subject.SERVICE, Level.CONTRACT), "H1234", "standard-approved"))
                .isEqualTo("1/1 100.0 percent");
    }

    private static java.util.List<String> groups(Counted counted, Level level) {
        return counted.report(2026, Subject.SERVICE, level).groups().stream()
                .map(Report.Group::name)
                .toList();
    }

    private void decidedAfter(Duration time, boolean expedited) {
        CaseWorld.Request request = world.request().line(CaseWorld.pended());
        Case state = expedited ? request.expedited().open() : request.open();
        world.later(time).approve(state, 1);
    }
}
