package org.precert.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * What one load got, call by call.
 *
 * @param nanos from when each call was due until it was answered or given up
 * @param took from the start until the last was
 */
record Answers(Reply[] replies, long[] nanos, long took) {

    int count() {
        return replies.length;
    }

    long count(Predicate<Reply> kind) {
        return Arrays.stream(replies).filter(kind).count();
    }

    double perSecond() {
        return count(reply -> reply.status() != 0) * 1e9 / took;
    }

    /** The time in milliseconds in which this part of the calls was answered; exact, for every single one is kept. */
    double within(double part) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e6;
    }

    long longerThan(Duration limit) {
        return Arrays.stream(nanos).filter(each -> each > limit.toNanos()).count();
    }
}
