package org.precert.outgoing;

import java.time.Duration;

/**
 * What one destination may cost.
 *
 * @param bytes the longest body
 * @param connect the longest wait for a connection to one address
 * @param atOnce the most requests under way at one destination
 * @param waiting the most requests that wait there for their turn
 * @param patience so many failures in a row to answer at all, and the destination is left alone
 * @param rest for how long
 */
public record Limits(int bytes, Duration connect, int atOnce, int waiting, int patience, Duration rest) {

    /** For reading charts and keys: 2 MB, 1 s to connect, 16 at once, 128 waiting, 3 failures in a row, 5 s of rest. */
    public static Limits usual() {
        return new Limits(2 * 1024 * 1024, Duration.ofSeconds(1), 16, 128, 3, Duration.ofSeconds(5));
    }
}
