package org.precert.cases.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.precert.cases.Case;
import org.precert.cases.CaseWorld;

/** What is shown of few people, and what is not. */
class SmallCellsTest {

    private final CaseWorld world = new CaseWorld();
    private final Counted counted = Counted.all(world).hidingBelow(11);

    @Test
    void fewRequestsAreFewerThanEleven() {
        approved(10);
        assertThat(counted.figure(2026, "standard-decided")).isEqualTo("fewer than 11/  requests");
        assertThat(counted.figure(2026, "standard-approved")).isEqualTo("fewer than 11/fewer than 11 withheld percent");
        assertThat(counted.figure(2026, "standard-time-mean")).isEqualTo("/fewer than 11 withheld days");
    }

    @Test
    void elevenAreShownAndZeroIs() {
        approved(11);
        assertThat(counted.figure(2026, "standard-approved")).isEqualTo("11/11 100.0 percent");
        assertThat(counted.figure(2026, "standard-denied")).isEqualTo("0/11 0.0 percent");
        assertThat(counted.figure(2026, "standard-time-mean")).isEqualTo("/11 0.0 days");
    }

    @Test
    void theRestDoesNotTellASmallNumber() {
        approved(20);
        for (int i = 0; i < 3; i++) {
            Case state = world.request().line(CaseWorld.pended()).open();
            world.deny(state, 1);
        }
        assertThat(counted.figure(2026, "standard-denied")).isEqualTo("fewer than 11/23 withheld percent");
        assertThat(counted.figure(2026, "standard-approved")).isEqualTo("withheld/23 withheld percent");
        assertThat(counted.figure(2026, "standard-approved-in-time")).doesNotContain("20");
    }

    @Test
    void theSumOfBothKindsDoesNotTellTheSmallOne() {
        approved(20);
        for (int i = 0; i < 4; i++) {
            world.request().expedited().line(world.approved()).open();
        }
        assertThat(counted.figure(2026, "standard-decided")).isEqualTo("20/  requests");
        assertThat(counted.figure(2026, "expedited-decided")).isEqualTo("fewer than 11/  requests");
        assertThat(counted.figure(2026, "extended-approved")).isEqualTo("withheld/withheld withheld percent");
        assertThat(counted.figure(2026, "requests-received")).doesNotContain("24");
    }

    private void approved(int count) {
        for (int i = 0; i < count; i++) {
            world.request().line(world.approved()).open();
        }
    }
}
