package org.precert.pas;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.precert.review.Deadline;
import org.precert.review.TryLater;

/** Lets so many requests be worked on at once as there is memory for; the others wait, for as long as they may take. */
final class Turnstile {

    private final Semaphore places;

    Turnstile(int places) {
        this.places = new Semaphore(places, true);
    }

    /** @throws TryLater where no place came free in time */
    <A> A within(Deadline deadline, Supplier<A> work) {
        boolean entered = false;
        try {
            entered = places.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            if (!entered) {
                throw new TryLater("There is too much to do just now: send the same request again");
            }
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TryLater("The server is stopping: send the same request again");
        } finally {
            if (entered) {
                places.release();
            }
        }
    }
}
