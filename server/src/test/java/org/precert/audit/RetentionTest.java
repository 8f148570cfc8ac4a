package org.precert.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What need not be kept any more goes, from the beginning alone, and the rest can still be verified. */
class RetentionTest {

    private static final Duration YEAR = Duration.ofDays(366);
    private static final Map<String, Period> SIX = Map.of("default", Period.ofYears(6));

    private final AuditWorld world = new AuditWorld().inChain(2);

    @Test
    void withoutARuleNothingIsRemoved() {
        world.record(3).later(YEAR.multipliedBy(100));
        assertThat(world.sweep(Map.of())).isZero();
        assertThat(world.links()).isEqualTo(3);
    }

    @Test
    void whatIsOverIsRemovedAndTheRestIsSound() {
        world.record(4).later(YEAR.multipliedBy(5)).record(2).later(YEAR.multipliedBy(2));
        assertThat(world.sweep(SIX)).isEqualTo(4);
        Verification found = world.verify();
        assertThat(found.broken()).isEmpty();
        assertThat(found.chains().get(2).anchor().number()).isEqualTo(4);
        assertThat(world.sweep(SIX)).isZero();
    }

    @Test
    void ofAChainThatIsOverTheLinkOfTheSweepStays() {
        world.record(4).later(YEAR.multipliedBy(7));
        assertThat(world.sweep(SIX)).isEqualTo(4);
        assertThat(world.verify().sound()).isTrue();
    }

    @Test
    void sweptAgainItIsStillSound() {
        world.record(4).later(YEAR.multipliedBy(7)).record(2);
        world.sweep(SIX);
        world.later(YEAR.multipliedBy(7)).record(2);
        assertThat(world.sweep(SIX)).isEqualTo(3);
        assertThat(world.verify().broken()).isEmpty();
        world.record(1);
        assertThat(world.verify().broken()).isEmpty();
    }

    @Test
    void aLinkThatMustBeKeptKeepsAllThatComeAfterIt() {
        world.record(2);
        world.trail().record(new AuditEntry.NodeStarted("n", "1"));
        world.record(3).later(YEAR.multipliedBy(7));
        assertThat(world.sweep(Map.of("read", Period.ofYears(6)))).isEqualTo(2);
        assertThat(world.verify().sound()).isTrue();
    }

    @Test
    void manyAreRemovedInParts() {
        world.transaction().executeWithoutResult(status -> world.record(2500));
        world.later(YEAR.multipliedBy(7)).record(1);
        assertThat(world.sweep(SIX)).isEqualTo(2500);
        assertThat(world.verify().sound()).isTrue();
    }

    @Test
    void aCutThatWentFurtherThanTheSweepIsFound() {
        world.record(4).later(YEAR.multipliedBy(5)).record(3).later(YEAR.multipliedBy(2));
        world.sweep(SIX);
        String hash = new AuditLinks(world.jdbc()).find(2, 5).orElseThrow().hash();
        world.jdbc().update("delete from audit_link where chain = 2 and number = 5");
        world.jdbc().update("update audit_chain set anchor_number = 5, anchor_hash = ? where chain = 2", hash);
        assertThat(world.verify().broken())
                .singleElement()
                .extracting(BrokenLink::flaw)
                .isEqualTo(Flaw.ANCHOR);
    }

    @Test
    void lessThanSixYearsIsRefused() {
        assertThatThrownBy(() -> new KeepRules(Map.of("default", Period.ofYears(5))))
                .hasMessageContaining("six years");
        assertThatThrownBy(() -> new KeepRules(Map.of("reed", Period.ofYears(7))))
                .hasMessageContaining("reed");
        assertThat(new KeepRules(Map.of("read", Period.ofMonths(72))).areNone()).isFalse();
    }
}
