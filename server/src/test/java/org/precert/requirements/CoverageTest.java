package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** The gate shuts when it should. */
class CoverageTest {

    private static final GuideStatement ECHO =
            new GuideStatement("resp-37", "SHALL NOT", "server", "Change nothing", List.of("266"), "", "");

    @Test
    void missesAStatementWithoutTestOrReason() {
        assertThat(coverage(ECHO, "other").gaps()).containsExactly("resp-37: Change nothing");
        assertThat(coverage(ECHO, "resp-37").gaps()).isEmpty();
        assertThat(coverage(reason("not-used", "why"), "other").gaps()).isEmpty();
    }

    @Test
    void findsAStatementByItsOlderNumber() {
        assertThat(coverage(ECHO, "2.0.1@266").gaps()).isEmpty();
        assertThat(coverage(ECHO, "2.0.1@267").unknownIds()).containsExactly("Some.test names 2.0.1@267");
    }

    @Test
    void doesNotAskForTestsOfWhatOthersMustDo() {
        assertThat(coverage(new GuideStatement("a", "SHALL", "client", "", List.of(), "", ""), "b")
                        .gaps())
                .isEmpty();
        assertThat(coverage(new GuideStatement("a", "SHOULD", "server", "", List.of(), "", ""), "b")
                        .gaps())
                .isEmpty();
    }

    @Test
    void asksForTestsOfOurOwnPoints() {
        GuideStatement own = new GuideStatement("own@a", "own", "server", "Keep it", List.of(), "", "");
        assertThat(coverage(own, "b").gaps()).containsExactly("own@a: Keep it");
        assertThat(coverage(own, "own@a").gaps()).isEmpty();
        GuideStatement excused = new GuideStatement("own@a", "own", "server", "", List.of(), "permission", "");
        assertThat(coverage(excused, "b").badReasons()).containsExactly("own@a");
    }

    @Test
    void refusesReasonsThatAreNone() {
        assertThat(coverage(reason("not-used", "why"), "other").badReasons()).isEmpty();
        assertThat(coverage(reason("not-used", "why"), "resp-37").badReasons()).containsExactly("resp-37");
        assertThat(coverage(reason("not-used", " "), "other").badReasons()).containsExactly("resp-37");
        assertThat(coverage(reason("laziness", "why"), "other").badReasons()).containsExactly("resp-37");
        assertThat(coverage(reason("permission", "why"), "other").badReasons()).containsExactly("resp-37");
    }

    @Test
    void knowsAnIdOnce() {
        assertThatThrownBy(() -> new Catalog(List.of(ECHO, ECHO))).hasMessageContaining("resp-37 twice");
    }

    @Test
    void seesTestsThatNobodyRuns() {
        Proofs proofs = Proofs.of(Claims.class, Requirement.class);
        assertThat(proofs.thatDoNotRun()).containsExactly("Claims.isNoTest", "Claims.isSwitchedOff");
        assertThat(proofs.testsById()).containsKey("resp-37").containsKey("2.0.1@1");
        assertThat(Proofs.of(Claims.class, DtrRequirement.class).testsById()).containsOnlyKeys("oper-12");
    }

    private static GuideStatement reason(String kind, String because) {
        return new GuideStatement("resp-37", "SHALL NOT", "server", "Change nothing", List.of(), kind, because);
    }

    private static Coverage coverage(GuideStatement statement, String tested) {
        SortedMap<String, SortedSet<String>> tests = new TreeMap<>();
        tests.put(tested, new TreeSet<>(List.of("Some.test")));
        return new Coverage(new Catalog(List.of(statement)), tests);
    }

    /** Looked at, never run: neither Surefire nor {@link Proofs#ofCompiledTests} take a nested class that is not {@code @Nested}. */
    static class Claims {

        @Test
        @Requirement("resp-37")
        void isATest() {}

        @Test
        @DtrRequirement("oper-12")
        void isATestOfAnotherGuide() {}

        @Requirement("2.0.1@1")
        void isNoTest() {}

        @Test
        @Disabled
        @Requirement("resp-37")
        void isSwitchedOff() {}
    }
}
