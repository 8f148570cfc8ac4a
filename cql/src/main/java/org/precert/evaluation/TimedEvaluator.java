package org.precert.evaluation;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.precert.policy.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Gives each evaluation a time limit. Running into it, or failing, is an outcome that the caller must handle: it never
 * becomes an approval, a denial or "not required". Nothing can stop an evaluation that hangs: its thread is given up, and
 * another one takes its place until it ends after all.
 */
final class TimedEvaluator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TimedEvaluator.class);

    sealed interface Outcome<T> {}

    record Done<T>(T result) implements Outcome<T> {}

    /** @param trouble for people, without data of the patient */
    record Failed<T>(String trouble) implements Outcome<T> {}

    /** A burst waits its turn, within its time limit; more than this is overload. */
    private static final int MOST_WAITING = 512;

    /** So many threads are replaced; whoever has lost more has no processor left to answer with. */
    private static final int MOST_LOST = 64;

    private final Duration limit;
    private final ThreadPoolExecutor threads;
    private final AtomicInteger lost = new AtomicInteger();

    TimedEvaluator(Duration limit, int threads) {
        this.limit = limit;
        this.threads = new ThreadPoolExecutor(
                threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                    Thread thread = new Thread(task, "policy-evaluation");
                    thread.setDaemon(true);
                    return thread;
                });
        this.threads.allowCoreThreadTimeOut(true);
    }

    <T> Outcome<T> evaluate(Policy policy, Callable<T> evaluation) {
        Run<T> running = new Run<>(forTheSame(evaluation));
        try {
            threads.execute(running);
        } catch (RejectedExecutionException e) {
            LOG.warn("No thread is free to evaluate {}", policy.name());
            return new Failed<>("The server is busy and could not ask the policy");
        }
        try {
            return new Done<>(running.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            running.giveUp();
            LOG.error("{} was not evaluated within {}", policy.name(), limit);
            return new Failed<>("The policy could not be evaluated in time");
        } catch (ExecutionException e) {
            // Messages of the engine quote data of the patient: the log gets the kinds of the errors alone.
            LOG.error("{} could not be evaluated: {}", policy.name(), kinds(e));
            return new Failed<>("The policy could not be evaluated");
        } catch (InterruptedException e) {
            running.giveUp();
            Thread.currentThread().interrupt();
            return new Failed<>("The server is shutting down");
        }
    }

    /** What is logged there is logged of the same request. */
    private static <T> Callable<T> forTheSame(Callable<T> evaluation) {
        Map<String, String> asker = MDC.getCopyOfContextMap();
        if (asker == null || asker.isEmpty()) {
            return evaluation;
        }
        return () -> {
            MDC.setContextMap(asker);
            try {
                return evaluation.call();
            } finally {
                MDC.clear();
            }
        };
    }

    /** Whether there are threads, and those that hang are replaced. */
    boolean getsOn() {
        return !threads.isShutdown() && lost.get() <= MOST_LOST;
    }

    /** How many there may be, those that were given up included. */
    int threads() {
        return threads.getCorePoolSize();
    }

    private enum State {
        WAITING,
        RUNNING,
        LOST,
        ENDED
    }

    /** One evaluation, whose thread may be given up while it runs. */
    private final class Run<T> extends FutureTask<T> {

        private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

        Run(Callable<T> evaluation) {
            super(evaluation);
        }

        @Override
        public void run() {
            state.set(State.RUNNING);
            try {
                super.run();
            } finally {
                if (state.getAndSet(State.ENDED) == State.LOST) {
                    found();
                }
            }
        }

        void giveUp() {
            cancel(true);
            if (state.compareAndSet(State.RUNNING, State.LOST)) {
                lost();
            }
        }
    }

    private synchronized void lost() {
        int all = lost.incrementAndGet();
        if (all > MOST_LOST) {
            LOG.error("{} evaluations never ended; no more threads are replaced: restart this node", all);
        } else {
            threads.setMaximumPoolSize(threads.getMaximumPoolSize() + 1);
            threads.setCorePoolSize(threads.getCorePoolSize() + 1);
        }
    }

    private synchronized void found() {
        if (lost.getAndDecrement() <= MOST_LOST) {
            threads.setCorePoolSize(threads.getCorePoolSize() - 1);
            threads.setMaximumPoolSize(threads.getMaximumPoolSize() - 1);
        }
    }

    private static String kinds(Throwable error) {
        StringBuilder kinds = new StringBuilder();
        for (Throwable each = error.getCause(); each != null; each = each.getCause()) {
            kinds.append(kinds.isEmpty() ? "" : " < ").append(each.getClass().getSimpleName());
        }
        return kinds.toString();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
