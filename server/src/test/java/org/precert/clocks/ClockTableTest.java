package org.precert.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.precert.clocks.Tables.NEW_YORK;
import static org.precert.clocks.Tables.newYork;
import static org.precert.clocks.Tables.question;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.requirements.PasRequirement;

/** How the table is read: over clock changes, with several questions, extended, and by state. */
class ClockTableTest {

    private static final Instant RECEIVED = newYork("2026-11-02T10:15:00");
    private static final String TEXAS = "id: texas, lines: ['*'], states: [TX], subject: service, urgency: standard,"
            + " calendar-days: 3, from: 2024-01-01, status: in-force, citation: C";

    private final ClockTable table = Tables.shipped(NEW_YORK);

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T10:00:00, 2026-03-13T10:00:00, 167",
        "2026-10-30T10:00:00, 2026-11-06T10:00:00, 169",
        "2028-02-24T10:00:00, 2028-03-02T10:00:00, 168",
        "2027-02-24T10:00:00, 2027-03-03T10:00:00, 168",
        "2026-12-28T10:00:00, 2027-01-04T10:00:00, 168"
    })
    void keepsTheTimeOfDayWhereDaysAreCounted(String received, String due, int hours) {
        Due said = table.due(question("medicare-advantage", Subject.SERVICE, Urgency.STANDARD, newYork(received)));
        assertThat(said.at()).isEqualTo(newYork(due));
        assertThat(Duration.between(newYork(received), said.at())).isEqualTo(Duration.ofHours(hours));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-06T10:00:00", "2026-10-30T10:00:00", "2028-02-28T10:00:00"})
    void countsHoursWhateverTheWallClockDoes(String received) {
        Due said = table.due(question("medicare-advantage", Subject.SERVICE, Urgency.EXPEDITED, newYork(received)));
        assertThat(said.at()).isEqualTo(newYork(received).plus(Duration.ofHours(72)));
    }

    /** On 8 March 2026 clocks go from 02:00 to 03:00: 02:30 never is. Read with the summer's offset it is 01:30 of the winter. */
    @Test
    void takesTheEarlierReadingOfATimeThatNeverIs() {
        assertThat(sevenDaysFrom("2026-03-01T02:30:00")).isEqualTo(Instant.parse("2026-03-08T06:30:00Z"));
    }

    /** On 1 November 2026 clocks go back from 02:00 to 01:00: 01:30 is twice, at 05:30 and 06:30 UTC. */
    @Test
    void takesTheEarlierReadingOfATimeThatIsTwice() {
        assertThat(sevenDaysFrom("2026-10-25T01:30:00")).isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
    }

    @Test
    void countsTheDayOfReceiptWhereThePayerIs() {
        Instant received = Instant.parse("2026-01-01T03:00:00Z");
        ClockQuestion question = question("medicaid", Subject.SERVICE, Urgency.STANDARD, received);
        assertThat(table.due(question).rule()).isEqualTo("medicaid-service-standard-2024");
        assertThat(Tables.shipped(ZoneId.of("UTC")).due(question).rule()).isEqualTo("medicaid-service-standard");
    }

    @Test
    @PasRequirement("own@mixed-clock")
    void takesTheShortestClockOfADrugAndAService() {
        Due said = table.due(List.of(
                question("medicare-advantage", Subject.SERVICE, Urgency.STANDARD, RECEIVED),
                question("medicare-advantage", Subject.DRUG, Urgency.STANDARD, RECEIVED)));
        assertThat(said.rule()).isEqualTo("ma-drug-standard");
        assertThat(said.mostExtension()).isEqualTo(Period.ZERO);
    }

    @Test
    void answersNothingToNoQuestion() {
        assertThatIllegalArgumentException().isThrownBy(() -> table.due(List.of()));
    }

    @Test
    void warnsWhenThreeQuartersOfTheTimeAreGone() {
        Due said = table.due(question("medicaid", Subject.DRUG, Urgency.STANDARD, RECEIVED));
        assertThat(said.warnAt()).isEqualTo(RECEIVED.plus(Duration.ofHours(18)));
    }

    @Test
    void extendsOnceByTheMostThatTheRuleAllows() {
        Due due = table.due(question("medicare-advantage", Subject.SERVICE, Urgency.EXPEDITED, RECEIVED));
        Due extended = table.extended(due, RECEIVED);
        assertThat(extended.at()).isEqualTo(newYork("2026-11-19T10:15:00"));
        assertThat(extended.rule()).isEqualTo(due.rule());
        assertThat(extended.words()).isEqualTo("72 hours (expedited service, Medicare Advantage), extended by 14 days");
        assertThat(extended.warnAt()).isEqualTo(newYork("2026-11-15T04:15:00"));
        assertThatThrownBy(() -> table.extended(extended, RECEIVED)).isInstanceOf(NotExtendable.class);
    }

    @Test
    void refusesAnExtensionWhereTheRuleHasNone() {
        Due due = table.due(question("medicare-advantage", Subject.DRUG, Urgency.STANDARD, RECEIVED));
        assertThatThrownBy(() -> table.extended(due, RECEIVED))
                .isInstanceOf(NotExtendable.class)
                .hasMessage("The decision time can not be extended: 72 hours (standard drug, Medicare Advantage),"
                        + " 42 CFR 422.568(b)(3).");
    }

    /** The slow clock ends after 15 days at the latest; 20 days more on the other would pass it. */
    @Test
    void refusesAnExtensionThatWouldBreakAnotherClock() {
        ClockTable two = Tables.with(
                "id: short, lines: [medicaid], subject: drug, hours: 24, extension-days: 20, from: 2024-01-01,"
                        + " status: in-force, citation: C",
                "id: firm, lines: [medicaid], subject: service, calendar-days: 15, from: 2024-01-01,"
                        + " status: in-force, citation: D");
        ClockQuestion drug = question("medicaid", Subject.DRUG, Urgency.STANDARD, RECEIVED);
        ClockQuestion service = question("medicaid", Subject.SERVICE, Urgency.STANDARD, RECEIVED);
        assertThat(two.due(drug).isExtendable()).isTrue();
        assertThat(two.due(List.of(drug, service)).isExtendable()).isFalse();
    }

    @Test
    void letsAStatesRuleCountWhereItIsShorter() {
        ClockTable states = Tables.with(TEXAS);
        assertThat(inState(states, "TX", Subject.SERVICE, Urgency.STANDARD).rule())
                .isEqualTo("texas");
        assertThat(inState(states, "tx", Subject.SERVICE, Urgency.STANDARD).words())
                .isEqualTo("3 calendar days (standard service, commercial, TX)");
        assertThat(inState(states, "RI", Subject.SERVICE, Urgency.STANDARD).rule())
                .isEqualTo("slow");
        assertThat(inState(states, "TX", Subject.DRUG, Urgency.STANDARD).rule()).isEqualTo("slow");
        assertThat(inState(states, "TX", Subject.SERVICE, Urgency.EXPEDITED).rule())
                .isEqualTo("fast");
    }

    @Test
    void letsALongerRuleOfAStateNeverCount() {
        ClockTable states = Tables.with(TEXAS.replace("calendar-days: 3", "calendar-days: 30"));
        assertThat(inState(states, "TX", Subject.SERVICE, Urgency.STANDARD).rule())
                .isEqualTo("slow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Texas", "T", "48"})
    void holdsAnUnknownStateToTheStrictestRule(String state) {
        assertThat(inState(Tables.with(TEXAS), state, Subject.SERVICE, Urgency.STANDARD)
                        .rule())
                .isEqualTo("texas");
    }

    @Test
    void endsAStatesRuleWithItsLastDay() {
        ClockTable states = Tables.with(TEXAS.replace("from: 2024-01-01", "from: 2024-01-01, until: 2026-11-01"));
        assertThat(inState(states, "TX", Subject.SERVICE, Urgency.STANDARD).rule())
                .isEqualTo("slow");
    }

    private Instant sevenDaysFrom(String received) {
        return table.due(question("medicare-advantage", Subject.SERVICE, Urgency.STANDARD, newYork(received)))
                .at();
    }

    private static Due inState(ClockTable table, String state, Subject subject, Urgency urgency) {
        return table.due(new ClockQuestion(Optional.of("commercial"), subject, urgency, state, RECEIVED));
    }
}
