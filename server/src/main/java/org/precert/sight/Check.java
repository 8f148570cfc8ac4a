package org.precert.sight;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Asks whether something works, for probes: at most once a second however many ask, and nobody waits longer than the limit.
 * Where there is no answer by then it does not work.
 */
final class Check {

    private static final Duration FRESH = Duration.ofSeconds(1);

    /** A connection that died may never tell. */
    private static final Duration HANGING = Duration.ofSeconds(10);

    private final BooleanSupplier question;
    private final Duration limit;
    private final Executor beside;
    private final LongSupplier nanos;
    private Asked latest;

    private record Asked(CompletableFuture<Boolean> answer, long at) {}

    Check(BooleanSupplier question, Duration limit, Executor beside, LongSupplier nanos) {
        this.question = question;
        this.limit = limit;
        this.beside = beside;
        this.nanos = nanos;
        this.latest = new Asked(CompletableFuture.completedFuture(false), nanos.getAsLong() - FRESH.toNanos());
    }

    boolean works() {
        CompletableFuture<Boolean> answer = ask();
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private synchronized CompletableFuture<Boolean> ask() {
        long now = nanos.getAsLong();
        Duration good = latest.answer().isDone() ? FRESH : HANGING;
        if (now - latest.at() < good.toNanos()) {
            return latest.answer();
        }
        Asked next = new Asked(new CompletableFuture<>(), now);
        latest = next;
        try {
            beside.execute(() -> next.answer().complete(answer()));
        } catch (RejectedExecutionException e) {
            next.answer().complete(false); // too many of them hang
        }
        return next.answer();
    }

    private boolean answer() {
        try {
            return question.getAsBoolean();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
