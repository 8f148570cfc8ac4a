package org.precert.clients;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys at the URL that a client is registered with. They are used as long as their server allows and not a moment
 * longer: keys that can not be renewed may have been revoked. Calls that need them at once share one fetch. Strangers
 * can make us fetch, by naming an unknown key, but only once a minute, and after a failure every ten seconds.
 */
final class RemoteKeys implements KeySource {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteKeys.class);
    private static final Duration BETWEEN_MISSES = Duration.ofMinutes(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    /** Half of the server's threads: a slow host of one client's keys must not stop the others. */
    private static final int MOST_WAITING = 100;

    private final String client;
    private final URI url;
    private final KeyFetch fetch;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile State state = new State(0, SigningKeys.NONE, Instant.MIN, false, Instant.MIN, Instant.MIN);

    RemoteKeys(String client, URI url, KeyFetch fetch, Clock clock) {
        this.client = client;
        this.url = url;
        this.fetch = fetch;
        this.clock = clock;
    }

    /**
     * @param fetches how many there were
     * @param until when the keys may be used
     * @param given whether the last fetch gave keys
     * @param nextMiss when an unknown key may cause the next fetch
     * @param nextTry when the next fetch may be tried after one that failed
     */
    private record State(
            long fetches, SigningKeys keys, Instant until, boolean given, Instant nextMiss, Instant nextTry) {

        boolean isFresh(Instant now) {
            return now.isBefore(until);
        }
    }

    @Override
    public Optional<SigningKeys> knowing(String kid) {
        State before = state;
        Instant now = clock.instant();
        if (before.isFresh(now)) {
            boolean goodEnough = before.keys.know(kid) || now.isBefore(before.nextMiss);
            return goodEnough ? Optional.of(before.keys) : fetchedAfter(before);
        }
        return now.isBefore(before.nextTry) ? Optional.empty() : fetchedAfter(before);
    }

    private Optional<SigningKeys> fetchedAfter(State before) {
        try {
            if (fetching.getQueueLength() >= MOST_WAITING
                    || !fetching.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            // Whoever waited takes what the one before fetched, even if it must not be kept.
            if (state.fetches == before.fetches) {
                state = next(before);
            }
            State after = state;
            return after.given || after.isFresh(clock.instant()) ? Optional.of(after.keys) : Optional.empty();
        } finally {
            fetching.unlock();
        }
    }

    private State next(State before) {
        Optional<FetchedKeys> fetched = fetch.fetch(url);
        Optional<ReadKeys> read = fetched.flatMap(each -> ReadKeys.of(each.json()));
        Instant now = clock.instant();
        boolean fresh = before.isFresh(now);
        Instant nextMiss = fresh ? now.plus(BETWEEN_MISSES) : before.nextMiss;
        if (fetched.isEmpty() || read.isEmpty()) {
            LOG.warn("The keys of the client {} can not be {}", client, fetched.isEmpty() ? "fetched" : "read");
            SigningKeys kept = fresh ? before.keys : SigningKeys.NONE;
            return new State(before.fetches + 1, kept, before.until, false, nextMiss, now.plus(AFTER_FAILURE));
        }
        read.get().problems().forEach(problem -> LOG.warn("The client {} publishes {}", client, problem));
        Instant until = now.plus(fetched.get().maxAge());
        return new State(before.fetches + 1, read.get().keys(), until, true, nextMiss, Instant.MIN);
    }
}
