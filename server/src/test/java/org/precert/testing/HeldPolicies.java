package org.precert.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import org.precert.evaluation.PolicyDesk;
import org.springframework.test.util.ReflectionTestUtils;

/** Every thread that asks policies, busy: whoever asks one waits until they are let go. */
public final class HeldPolicies implements AutoCloseable {

    private final CountDownLatch over = new CountDownLatch(1);

    public HeldPolicies(PolicyDesk policies) throws InterruptedException {
        ThreadPoolExecutor threads = (ThreadPoolExecutor) ReflectionTestUtils.getField(timed(policies), "threads");
        CountDownLatch busy = new CountDownLatch(threads.getCorePoolSize());
        for (int i = 0; i < threads.getCorePoolSize(); i++) {
            threads.execute(() -> {
                busy.countDown();
                hold();
            });
        }
        busy.await();
    }

    /** What gives each evaluation its time. */
    public static Object timed(PolicyDesk policies) {
        return ReflectionTestUtils.getField(policies, "timed");
    }

    private void hold() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
