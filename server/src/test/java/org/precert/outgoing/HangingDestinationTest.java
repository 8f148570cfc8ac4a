package org.precert.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.outgoing.Asking.assertFailed;
import static org.precert.outgoing.Asking.body;
import static org.precert.outgoing.Asking.ehr;
import static org.precert.outgoing.Asking.url;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who hangs harms itself: others are answered meanwhile, and after a while it is not even asked. */
class HangingDestinationTest {

    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration LATE = Duration.ofSeconds(10);

    private final AtomicBoolean hangs = new AtomicBoolean(true);
    private Listener hanging;
    private Listener lively;
    private Asking asking;

    /** Those of servers that other tests left running. */
    private Set<Thread> before = Set.of();

    @BeforeEach
    void open() {
        before = Set.copyOf(Thread.getAllStackTraces().keySet());
        hanging = Listener.saying(
                (head, out) -> (hangs.get() ? Listener.SILENCE : Listener.ok("well again")).answer(head, out));
        lively = Listener.saying(Listener.ok("{}"));
        asking = new Asking();
    }

    @AfterEach
    void close() {
        asking.close();
        hanging.close();
        lively.close();
    }

    @Test
    void othersAreAnsweredWhileOneHangs() {
        List<CompletableFuture<Answer>> stuck = flood();
        for (int i = 0; i < 50; i++) {
            assertThat(body(asking.get(ehr(lively), url(lively, "/fhir")))).isEqualTo("{}");
        }
        assertThat(stuck.stream().filter(each -> !each.isDone())).hasSize(16 + 128);
        assertThat(hanging.connections()).isLessThanOrEqualTo(16);
    }

    @Test
    void turnsAwayWhatIsTooMuchForOne() {
        List<CompletableFuture<Answer>> stuck = flood();
        for (CompletableFuture<Answer> tooMuch : stuck.subList(16 + 128, 200)) {
            assertFailed(Asking.await(tooMuch, SOON), Failure.BUSY);
        }
    }

    @Test
    void noThreadWaitsForAnAnswer() {
        flood();
        assertThat(Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !before.contains(thread))
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("outgoing-") || name.startsWith("requester-dispatch")))
                .hasSizeLessThanOrEqualTo(2 + 1 + 4 + 8);
    }

    @Test
    void othersAreAnsweredWhileAnAnswerIsHeldUp() {
        CountDownLatch held = new CountDownLatch(1);
        asking.start(ehr(lively), url(lively, "/fhir"), LATE).thenAccept(answer -> awaitUninterrupted(held));
        for (int i = 0; i < 20; i++) {
            assertThat(body(asking.get(ehr(lively), url(lively, "/fhir")))).isEqualTo("{}");
        }
        held.countDown();
    }

    @Test
    void othersAreAnsweredWhileANameHangs() {
        CountDownLatch held = new CountDownLatch(1);
        asking.names("hanging.test", host -> {
            awaitUninterrupted(held);
            return new InetAddress[0];
        });
        Destination nameless = Destination.of("http://hanging.test/fhir", true, true);
        for (int i = 0; i < 50; i++) {
            asking.start(nameless, "http://hanging.test/fhir", LATE);
        }
        assertThat(body(asking.get(ehr(lively), url(lively, "/fhir")))).isEqualTo("{}");
        assertThat(asking.lookups.stream().filter("hanging.test"::equals)).hasSize(1);
        held.countDown();
    }

    @Test
    void leavesOneAloneThatHungSeveralTimesUntilItAnswersAgain() {
        for (int i = 0; i < 3; i++) {
            assertFailed(asking.get(ehr(hanging), url(hanging, "/fhir"), SOON), Failure.TOO_LATE);
        }
        for (int i = 0; i < 10; i++) {
            assertFailed(asking.get(ehr(hanging), url(hanging, "/fhir")), Failure.BUSY);
        }
        assertThat(hanging.heads()).hasSize(3);

        asking.nanos.addAndGet(Limits.usual().rest().toNanos());
        assertFailed(asking.get(ehr(hanging), url(hanging, "/fhir"), SOON), Failure.TOO_LATE);
        assertFailed(asking.get(ehr(hanging), url(hanging, "/fhir")), Failure.BUSY);

        hangs.set(false);
        asking.nanos.addAndGet(Limits.usual().rest().toNanos());
        for (int i = 0; i < 3; i++) {
            assertThat(body(asking.get(ehr(hanging), url(hanging, "/fhir")))).isEqualTo("well again");
        }
    }

    @Test
    void leavesOneAloneThatTakesNoConnection() {
        Destination gone = ehr(lively);
        lively.close();
        for (int i = 0; i < 3; i++) {
            assertFailed(asking.get(gone, gone.base().toString()), Failure.UNREACHABLE);
        }
        assertFailed(asking.get(gone, gone.base().toString()), Failure.BUSY);
    }

    @Test
    void doesNotBlameWhomItGaveNoTime() {
        hangs.set(false);
        for (int i = 0; i < 10; i++) {
            asking.get(ehr(hanging), url(hanging, "/fhir"), Duration.ofNanos(1));
        }
        assertThat(body(asking.get(ehr(hanging), url(hanging, "/fhir")))).isEqualTo("well again");
    }

    private List<CompletableFuture<Answer>> flood() {
        List<CompletableFuture<Answer>> stuck = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            stuck.add(asking.start(ehr(hanging), url(hanging, "/fhir"), LATE));
        }
        return stuck;
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
