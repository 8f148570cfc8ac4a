package org.precert.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.outgoing.Gate.Sign.ANSWERED;
import static org.precert.outgoing.Gate.Sign.HUNG;
import static org.precert.outgoing.Gate.Sign.NOTHING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Duration REST = Duration.ofSeconds(5);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final Gate gate = new Gate(new Limits(1, REST, 2, 3, 3, REST), nanos::get);
    private final List<String> happened = new ArrayList<>();

    @Test
    void startsSoManyAtOnceAndLetsSoManyWait() {
        for (String name : List.of("a", "b", "c", "d", "e", "f")) {
            gate.enter(visit(name));
        }
        assertThat(happened).containsExactly("a starts", "b starts", "f is turned away");
    }

    @Test
    void startsTheNextWhenOneLeaves() {
        Gate.Visit first = entered("a");
        entered("b");
        Gate.Visit third = entered("c");
        entered("d");
        gate.leave(first, ANSWERED);
        gate.leave(third, ANSWERED);
        assertThat(happened).containsExactly("a starts", "b starts", "c starts", "d starts");
    }

    @Test
    void forgetsOneThatLeavesWhileItWaits() {
        Gate.Visit first = entered("a");
        entered("b");
        gate.leave(entered("c"), NOTHING);
        gate.leave(first, ANSWERED);
        entered("d");
        assertThat(happened).containsExactly("a starts", "b starts", "d starts");
    }

    @Test
    void isNotConfusedByOneThatLeavesBeforeItEntersOrTwice() {
        Gate.Visit early = visit("a");
        gate.leave(early, NOTHING);
        gate.enter(early);
        Gate.Visit twice = entered("b");
        gate.leave(twice, ANSWERED);
        gate.leave(twice, ANSWERED);
        entered("c");
        entered("d");
        entered("e");
        assertThat(happened).containsExactly("b starts", "c starts", "d starts");
    }

    @Test
    void shutsAfterItHungSeveralTimesInARow() {
        hang(3);
        entered("x");
        assertThat(happened).endsWith("x is turned away");
    }

    @Test
    void staysOpenWhenAnAnswerCameBetween() {
        hang(2);
        gate.leave(entered("a"), ANSWERED);
        hang(2);
        entered("x");
        assertThat(happened).endsWith("x starts");
    }

    @Test
    void staysOpenForWhatShowsNothing() {
        for (int i = 0; i < 10; i++) {
            gate.leave(entered("a"), NOTHING);
        }
        entered("x");
        assertThat(happened).endsWith("x starts");
    }

    @Test
    void countsThoseThatHangSideBySideAsOne() {
        Gate wide = new Gate(new Limits(1, REST, 40, 0, 3, REST), nanos::get);
        List<Gate.Visit> together = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            together.add(visit("v"));
            wide.enter(together.get(i));
        }
        for (Gate.Visit each : together) {
            nanos.incrementAndGet();
            wide.leave(each, HUNG);
        }
        wide.enter(visit("x"));
        assertThat(happened).endsWith("x starts");
    }

    @Test
    void turnsAwayThoseThatWaitWhenItShuts() {
        hang(2);
        Gate.Visit last = entered("a");
        Gate.Visit beside = entered("b");
        entered("c");
        gate.leave(last, HUNG);
        gate.leave(beside, NOTHING);
        assertThat(happened).endsWith("b starts", "c is turned away");
    }

    @Test
    void letsOneTryAfterTheRest() {
        hang(3);
        nanos.addAndGet(REST.toNanos());
        Gate.Visit trial = entered("trial");
        entered("x");
        gate.leave(trial, ANSWERED);
        entered("y");
        assertThat(happened).endsWith("trial starts", "x is turned away", "y starts");
    }

    @Test
    void restsAgainWhenTheTryHangs() {
        hang(3);
        nanos.addAndGet(REST.toNanos());
        gate.leave(entered("trial"), HUNG);
        entered("x");
        nanos.addAndGet(REST.toNanos());
        entered("y");
        assertThat(happened).endsWith("trial starts", "x is turned away", "y starts");
    }

    @Test
    void letsAnotherTryWhenTheTryShowedNothing() {
        hang(3);
        nanos.addAndGet(REST.toNanos());
        gate.leave(entered("trial"), NOTHING);
        entered("x");
        assertThat(happened).endsWith("trial starts", "x starts");
    }

    private void hang(int times) {
        for (int i = 0; i < times; i++) {
            Gate.Visit visit = entered("h");
            nanos.incrementAndGet();
            gate.leave(visit, HUNG);
        }
    }

    private Gate.Visit entered(String name) {
        Gate.Visit visit = visit(name);
        gate.enter(visit);
        return visit;
    }

    private Gate.Visit visit(String name) {
        return new Gate.Visit(() -> happened.add(name + " starts"), () -> happened.add(name + " is turned away"));
    }
}
