package org.precert.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.precert.clocks.Tables.NEW_YORK;
import static org.precert.clocks.Tables.newYork;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the law gives, row by row (sections 5.5 and 5.6 of the survey of PAS). */
class ShippedTableTest {

    private static final Instant RECEIVED = newYork("2026-11-02T10:15:00");

    private final ClockTable table = Tables.shipped(NEW_YORK);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            medicare-advantage | SERVICE | STANDARD  | ma-service-standard        | 2026-11-09T10:15:00 | 14 | 42 CFR 422.568(b)(1)(ii)
            medicare-advantage | SERVICE | EXPEDITED | ma-service-expedited       | 2026-11-05T10:15:00 | 14 | 42 CFR 422.572(a)(1)
            medicare-advantage | DRUG    | STANDARD  | ma-drug-standard           | 2026-11-05T10:15:00 | 0  | 42 CFR 422.568(b)(3)
            medicare-advantage | DRUG    | EXPEDITED | ma-drug-expedited          | 2026-11-03T10:15:00 | 0  | 42 CFR 422.572(a)(2)
            dual-snp           | SERVICE | STANDARD  | ma-service-standard        | 2026-11-09T10:15:00 | 14 | 42 CFR 422.568(b)(1)(ii)
            medicare-cost      | DRUG    | EXPEDITED | ma-drug-expedited          | 2026-11-03T10:15:00 | 0  | 42 CFR 422.572(a)(2)
            medicaid           | SERVICE | STANDARD  | medicaid-service-standard  | 2026-11-09T10:15:00 | 14 | 42 CFR 438.210(d)(1), 440.230(e)(1)
            medicaid           | SERVICE | EXPEDITED | medicaid-service-expedited | 2026-11-05T10:15:00 | 14 | 42 CFR 438.210(d)(2), 440.230(e)(1)
            medicaid           | DRUG    | STANDARD  | medicaid-drug              | 2026-11-03T10:15:00 | 0  | SSA 1927(d)(5); 42 CFR 438.210(d)(3)
            medicaid           | DRUG    | EXPEDITED | medicaid-drug              | 2026-11-03T10:15:00 | 0  | SSA 1927(d)(5); 42 CFR 438.210(d)(3)
            chip               | SERVICE | STANDARD  | chip-service-standard      | 2026-11-09T10:15:00 | 14 | 42 CFR 457.495(d), 457.1230(d)
            chip               | SERVICE | EXPEDITED | chip-service-expedited     | 2026-11-05T10:15:00 | 14 | 42 CFR 457.495(d), 457.1230(d)
            chip               | DRUG    | STANDARD  | chip-drug                  | 2026-11-03T10:15:00 | 0  | 42 CFR 457.1230(d), 438.210(d)(3)
            chip               | DRUG    | EXPEDITED | chip-drug                  | 2026-11-03T10:15:00 | 0  | 42 CFR 457.1230(d), 438.210(d)(3)
            commercial         | SERVICE | STANDARD  | commercial-standard        | 2026-11-17T10:15:00 | 15 | 29 CFR 2560.503-1(f)(2)(iii)(A)
            commercial         | DRUG    | STANDARD  | commercial-standard        | 2026-11-17T10:15:00 | 15 | 29 CFR 2560.503-1(f)(2)(iii)(A)
            commercial         | SERVICE | EXPEDITED | commercial-expedited       | 2026-11-05T10:15:00 | 0  | 29 CFR 2560.503-1(f)(2)(i)
            commercial         | DRUG    | EXPEDITED | commercial-expedited       | 2026-11-05T10:15:00 | 0  | 29 CFR 2560.503-1(f)(2)(i)
            exchange           | SERVICE | STANDARD  | commercial-standard        | 2026-11-17T10:15:00 | 15 | 29 CFR 2560.503-1(f)(2)(iii)(A)
            exchange           | DRUG    | EXPEDITED | commercial-expedited       | 2026-11-05T10:15:00 | 0  | 29 CFR 2560.503-1(f)(2)(i)
            """)
    void givesTheTimeOfTheLaw(
            String line, Subject subject, Urgency urgency, String rule, String due, int extension, String citation) {
        Due said = due(line, subject, urgency, RECEIVED);
        assertThat(said.rule()).isEqualTo(rule);
        assertThat(said.at()).isEqualTo(newYork(due));
        assertThat(said.extensionDays()).isEqualTo(extension);
        assertThat(said.citation()).isEqualTo(citation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"self-insured", "fep", "other", "medicare", "medicare-supplement", "never-heard-of"})
    void holdsLinesWithoutARuleOfTheirOwnToTheCommercialOne(String line) {
        assertThat(due(line, Subject.SERVICE, Urgency.STANDARD, RECEIVED).rule())
                .isEqualTo("commercial-standard");
        assertThat(due(line, Subject.DRUG, Urgency.EXPEDITED, RECEIVED).rule()).isEqualTo("commercial-expedited");
    }

    @ParameterizedTest
    @CsvSource({
        "SERVICE, STANDARD, 2026-11-09T10:15:00",
        "SERVICE, EXPEDITED, 2026-11-05T10:15:00",
        "DRUG, STANDARD, 2026-11-03T10:15:00",
        "DRUG, EXPEDITED, 2026-11-03T10:15:00"
    })
    void holdsAnUnknownLineToTheStrictestRule(Subject subject, Urgency urgency, String due) {
        Due said = due("", subject, urgency, RECEIVED);
        assertThat(said.at()).isEqualTo(newYork(due));
        assertThat(said.words()).contains("line of business unknown");
    }

    /** 72 hours all of them; the commercial rule has no extension. */
    @Test
    void takesTheRuleWithoutExtensionWhereAnUnknownLineLeavesTheChoice() {
        assertThat(due("", Subject.SERVICE, Urgency.EXPEDITED, RECEIVED).rule()).isEqualTo("commercial-expedited");
    }

    @ParameterizedTest
    @ValueSource(strings = {"medicare-advantage", "medicaid", "chip"})
    void changesOverWithTheDayOfReceiptInThePayersZone(String line) {
        Instant lastMinute = newYork("2025-12-31T23:59:59");
        Instant firstMinute = newYork("2026-01-01T00:00:00");
        assertThat(due(line, Subject.SERVICE, Urgency.STANDARD, lastMinute).at())
                .isEqualTo(newYork("2026-01-14T23:59:59"));
        assertThat(due(line, Subject.SERVICE, Urgency.STANDARD, firstMinute).at())
                .isEqualTo(newYork("2026-01-08T00:00:00"));
    }

    @Test
    void holdsRequestsFromBeforeTheTableToItsFirstDay() {
        Due said = due("medicaid", Subject.SERVICE, Urgency.STANDARD, newYork("2019-05-01T12:00:00"));
        assertThat(said.rule()).isEqualTo("medicaid-service-standard-2024");
        assertThat(said.at()).isEqualTo(newYork("2019-05-15T12:00:00"));
    }

    @Test
    void saysItInWords() {
        assertThat(due("medicare-advantage", Subject.SERVICE, Urgency.EXPEDITED, RECEIVED)
                        .words())
                .isEqualTo("72 hours (expedited service, Medicare Advantage)");
        assertThat(due("commercial", Subject.DRUG, Urgency.STANDARD, RECEIVED).words())
                .isEqualTo("15 calendar days (standard drug, commercial)");
        assertThat(due("never-heard-of", Subject.DRUG, Urgency.STANDARD, RECEIVED)
                        .words())
                .isEqualTo("15 calendar days (standard drug, other lines of business)");
    }

    @Test
    void appliesNothingThatIsOnlyProposed() {
        Instant afterwards = newYork("2028-02-29T09:00:00");
        for (Urgency urgency : Urgency.values()) {
            for (String line : List.of("exchange", "chip", "medicaid")) {
                assertThat(due(line, Subject.DRUG, urgency, afterwards).rule()).doesNotContain("0062");
            }
        }
        assertThat(table.rules())
                .filteredOn(rule -> rule.status() == Status.PROPOSED)
                .hasSize(5)
                .allSatisfy(rule -> {
                    assertThat(rule.from()).isEqualTo(LocalDate.of(2027, 10, 1));
                    assertThat(rule.citation()).contains("CMS-0062-P");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "exchange, STANDARD, cms-0062-exchange-drug-standard, 2027-10-04T09:00:00, commercial-standard",
        "exchange, EXPEDITED, cms-0062-exchange-drug-expedited, 2027-10-02T09:00:00, commercial-expedited",
        "chip, STANDARD, cms-0062-chip-drug, 2027-10-02T09:00:00, chip-drug"
    })
    void appliesAProposedRuleOnceItIsSwitchedOn(
            String line, Urgency urgency, String rule, String due, String replaced) {
        ClockTable switched = Tables.of(switchedOn(rule), NEW_YORK);
        Due said = switched.due(Tables.question(line, Subject.DRUG, urgency, newYork("2027-10-01T09:00:00")));
        assertThat(said.rule()).isEqualTo(rule);
        assertThat(said.at()).isEqualTo(newYork(due));
        assertThat(switched.due(Tables.question(line, Subject.DRUG, urgency, newYork("2027-09-30T09:00:00")))
                        .rule())
                .isEqualTo(replaced);
        assertThat(switched.due(Tables.question("commercial", Subject.DRUG, urgency, newYork("2027-10-01T09:00:00")))
                        .rule())
                .startsWith("commercial-");
    }

    /** A request does not tell a bundled drug from others, and 24 hours are the stricter rule. */
    @ParameterizedTest
    @ValueSource(strings = {"cms-0062-medicaid-bundled-drug-standard", "cms-0062-medicaid-bundled-drug-expedited"})
    void refusesToLengthenTheClockOfEveryMedicaidDrug(String rule) {
        assertThatThrownBy(() -> Tables.of(switchedOn(rule), NEW_YORK))
                .isInstanceOf(InvalidClocks.class)
                .hasMessageContainingAll("'medicaid-drug'", "'" + rule + "'");
    }

    @Test
    void namesEveryLineOfBusinessThatMembersCanHave() throws IOException {
        Map<?, ?> known = new YAMLMapper().readValue(Tables.text(), Map.class);
        Map<?, ?> lines = new YAMLMapper()
                .readValue(Files.readString(Path.of("../cql/shared/lines-of-business.yaml")), Map.class);
        assertThat(lines.values()).isNotEmpty().allSatisfy(line -> {
            if (!line.equals("unknown")) {
                assertThat(((Map<?, ?>) known.get("lines")).containsKey(line))
                        .as("%s", line)
                        .isTrue();
            }
        });
    }

    private Due due(String line, Subject subject, Urgency urgency, Instant receivedAt) {
        return table.due(Tables.question(line, subject, urgency, receivedAt));
    }

    private static String switchedOn(String rule) {
        String text = Tables.text();
        int row = text.indexOf("- id: " + rule + "\n");
        assertThat(row).isPositive();
        return text.substring(0, row) + text.substring(row).replaceFirst("status: proposed", "status: in-force");
    }
}
