package org.precert.evaluation;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.precert.policy.Policy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each evaluation a time limit. Running into it, or failing, is an outcome that the caller must handle: it never
 * becomes an approval, a denial or "not required". An evaluation that hangs keeps one thread of a bounded pool.
 */
final class TimedEvaluator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TimedEvaluator.class);

    sealed interface Outcome<T> {}

    record Done<T>(T result) implements Outcome<T> {}

    /** @param trouble for people, without data of the patient */
    record Failed<T>(String trouble) implements Outcome<T> {}

    /** A burst waits its turn, within its time limit; more than this is overload. */
    private static final int MOST_WAITING = 512;

    private final Duration limit;
    private final ExecutorService threads;

    TimedEvaluator(Duration limit, int threads) {
        this.limit = limit;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                    Thread thread = new Thread(task, "policy-evaluation");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    <T> Outcome<T> evaluate(Policy policy, Callable<T> evaluation) {
        Future<T> running;
        try {
            running = threads.submit(evaluation);
        } catch (RejectedExecutionException e) {
            LOG.warn("No thread is free to evaluate {}", policy.name());
            return new Failed<>("The server is busy and could not ask the policy");
        }
        try {
            return new Done<>(running.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            running.cancel(true);
            LOG.error("{} was not evaluated within {}", policy.name(), limit);
            return new Failed<>("The policy could not be evaluated in time");
        } catch (ExecutionException e) {
            // Messages of the engine quote data of the patient: the log gets the kinds of the errors alone.
            LOG.error("{} could not be evaluated: {}", policy.name(), kinds(e));
            return new Failed<>("The policy could not be evaluated");
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            return new Failed<>("The server is shutting down");
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
