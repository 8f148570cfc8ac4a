package org.precert.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that can not be right stops the start, and says where to look. */
class InvalidClocksTest {

    private static final String GOOD =
            "id: good, lines: [medicaid], hours: 24, from: 2024-01-01, status: in-force," + " citation: C";

    @Test
    void readsAGoodRow() {
        assertThat(Tables.with(GOOD).rules()).extracting(ClockRule::id).containsExactly("slow", "fast", "good");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            , citation: C           |                                | 'citation' is missing
            , citation: C           | , citation: ' '                | 'citation' is missing
            lines: [medicaid],      |                                | 'lines' is missing
            [medicaid]              | []                             | 'lines' is missing
            [medicaid]              | [medicade]                     | 'medicade', which the table does not name
            hours: 24,              |                                | needs 'hours' or 'calendar-days'
            hours: 24               | hours: 24, calendar-days: 1    | needs 'hours' or 'calendar-days'
            hours: 24               | hours: 0                       | 'hours' is not above zero
            hours: 24               | calendar-days: -7              | 'calendar-days' is not above zero
            hours: 24               | hours: 24, extension-days: 0   | 'extension-days' is not above zero
            hours: 24               | hours: 24, subject: pill       | 'subject' can not be 'pill'
            hours: 24               | hours: 24, urgency: slow       | 'urgency' can not be 'slow'
            hours: 24               | hours: 24, states: [Texas]     | 'states' are not two capital letters
            hours: 24               | hours: 24, states: []          | 'states' are not two capital letters
            from: 2024-01-01,       |                                | 'from' is missing
            from: 2024-01-01        | from: 2023-02-29               | 'from' is no date: 2023-02-29
            from: 2024-01-01        | from: 2024-01-01, until: soon  | 'until' is no date: soon
            from: 2024-01-01        | from: 2024-01-01, until: 2023-12-31 | ends before it starts
            in-force                | in-forse                       | 'status' can not be 'in-forse'
            status: in-force,       |                                | 'status' is missing
            hours: 24               | hours: 24, replaces: [nobody]  | replaces 'nobody', which is no other row
            hours: 24               | hours: 24, replaces: [good]    | replaces 'good', which is no other row
            """)
    void refusesARowByItsName(String good, String bad, String why) {
        String row = GOOD.replace(good, bad == null ? "" : bad);
        assertThat(row).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> Tables.with(row))
                .isInstanceOf(InvalidClocks.class)
                .hasMessageContainingAll("row 'good'", why);
    }

    @Test
    void refusesARowThatIsOnlyProposedAsStrictly() {
        assertThatThrownBy(() -> Tables.with(
                        GOOD,
                        GOOD.replace("good", "next")
                                .replace("in-force", "proposed")
                                .replace(", citation: C", "")))
                .hasMessageContainingAll("row 'next'", "'citation' is missing");
    }

    @Test
    void refusesAnIdThatIsThereTwice() {
        assertThatThrownBy(() -> Tables.with(GOOD, GOOD)).hasMessageContainingAll("row 'good'", "twice");
    }

    @Test
    void refusesTwoRowsForOneDay() {
        assertThatThrownBy(() -> Tables.with(
                        GOOD.replace("from: 2024-01-01", "from: 2024-01-01, until: 2026-06-30"),
                        GOOD.replace("good", "next").replace("2024-01-01", "2026-06-30")))
                .isInstanceOf(InvalidClocks.class)
                .hasMessageContainingAll("'good' and 'next' both count on 2026-06-30", "medicaid");
    }

    @Test
    void refusesTwoRowsOfOneStateForOneDay() {
        String texas = GOOD.replace("hours", "states: [TX, RI], hours");
        assertThatThrownBy(() -> Tables.with(GOOD.replace("good", "all"), texas, texas.replace("good", "more")))
                .hasMessageContainingAll("'good' and 'more' both count", "RI");
    }

    @Test
    void refusesADayWithoutARow() {
        assertThatThrownBy(() -> Tables.with(
                        GOOD.replace("from: 2024-01-01", "from: 2024-01-01, until: 2026-06-29"),
                        GOOD.replace("good", "next").replace("2024-01-01", "2026-07-01")))
                .isInstanceOf(InvalidClocks.class)
                .hasMessageContainingAll("no row counts on 2026-06-30", "'good'", "'next'");
    }

    @Test
    void refusesATableThatEnds() {
        assertThatThrownBy(() -> Tables.with(GOOD.replace("from: 2024-01-01", "from: 2024-01-01, until: 2030-12-31")))
                .hasMessageContainingAll("no row counts on 2031-01-01", "after row 'good'");
    }

    @Test
    void refusesALineWithARuleForDrugsAlone() {
        assertThatThrownBy(() -> Tables.with(GOOD.replace("hours", "subject: drug, hours")))
                .hasMessageContaining("no row counts on 2024-01-01 for medicaid, service");
    }

    @Test
    void refusesARowThatStartsAfterTheTable() {
        assertThatThrownBy(() -> Tables.with(GOOD.replace("2024-01-01", "2024-01-02")))
                .hasMessageContainingAll("no row counts on 2024-01-01", "before row 'good'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rows: []",
                "starts: 2024-01-01",
                "rows: [",
                "surprise: 1",
                "starts: someday\nwarn-after-percent: 75\nlines: {}\nrows: []",
                "starts: 2024-01-01\nwarn-after-percent: 100\nlines: {}\nrows: []",
                "starts: 2024-01-01\nwarn-after-percent: 75\nlines: {}\nrows: []",
                "starts: 2024-01-01\nstarts: 2024-01-01\nwarn-after-percent: 75\nlines: {}\nrows: []"
            })
    void refusesWhatIsNoTable(String text) {
        assertThatThrownBy(() -> Tables.of(text, Tables.NEW_YORK)).isInstanceOf(InvalidClocks.class);
    }
}
