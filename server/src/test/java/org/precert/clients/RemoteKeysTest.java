package org.precert.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RemoteKeysTest {

    private static final URI URL = URI.create(TestToken.JWKS);

    private final TestClock clock = new TestClock();
    private final AtomicInteger fetches = new AtomicInteger();
    private Optional<FetchedKeys> published = published(600, TestKeys.EC);
    private final RemoteKeys keys = new RemoteKeys("springfield", URL, this::fetch, clock);

    private Optional<FetchedKeys> fetch(URI url) {
        assertThat(url).isEqualTo(URL);
        fetches.incrementAndGet();
        return published;
    }

    @Test
    void fetchesOnceAsLongAsKeysAreFresh() {
        assertThat(knows("ec")).isTrue();
        clock.pass(599);
        assertThat(knows("ec")).isTrue();
        assertThat(fetches).hasValue(1);
        clock.pass(1);
        assertThat(knows("ec")).isTrue();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void followsARotationAtOnce() {
        assertThat(knows("ec")).isTrue();
        published = published(600, TestKeys.EC_NEXT);
        assertThat(knows("ec-next")).isTrue();
        assertThat(knows("ec")).isFalse();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void fetchesForUnknownKeysOnceAMinute() {
        assertThat(knows("ec")).isTrue();
        for (int i = 0; i < 59; i++) {
            assertThat(knows("unknown " + i)).isFalse();
            clock.pass(1);
        }
        assertThat(fetches).hasValue(2);
        clock.pass(1);
        assertThat(knows("unknown")).isFalse();
        assertThat(fetches).hasValue(3);
    }

    @Test
    void keepsFreshKeysThoughAnUnknownOneCanNotBeLookedFor() {
        assertThat(knows("ec")).isTrue();
        published = Optional.empty();
        assertThat(keys.knowing("unknown")).isPresent();
        assertThat(knows("ec")).isTrue();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void usesNoKeyBeyondItsTimeThoughNoneCanBeFetched() {
        assertThat(knows("ec")).isTrue();
        clock.pass(600);
        published = Optional.empty();
        assertThat(keys.knowing("ec")).isEmpty();
    }

    @Test
    void triesAgainTenSecondsAfterAFailure() {
        published = Optional.empty();
        for (int i = 0; i < 10; i++) {
            assertThat(keys.knowing("ec")).isEmpty();
            clock.pass(1);
        }
        assertThat(fetches).hasValue(1);
        published = published(600, TestKeys.EC);
        assertThat(knows("ec")).isTrue();
    }

    @Test
    void keepsNothingThatMustNotBeKept() {
        published = published(0, TestKeys.EC);
        assertThat(knows("ec")).isTrue();
        assertThat(knows("ec")).isTrue();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void keepsNothingForMoreThanAnHour() {
        published = published(86_400, TestKeys.EC);
        assertThat(knows("ec")).isTrue();
        clock.pass(3600);
        assertThat(knows("ec")).isTrue();
        assertThat(fetches).hasValue(2);
    }

    @Test
    void takesWhatIsNoKeySetForAFailure() {
        for (String json : List.of("", "[]", "{}", "{\"keys\":{}}", "<html>", set(51), " ".repeat(70_000))) {
            published = Optional.of(new FetchedKeys(json, Duration.ofMinutes(10)));
            assertThat(keys.knowing("ec")).as(json.trim()).isEmpty();
            clock.pass(10);
        }
    }

    @Test
    void usesNoPrivateKeyAndTheOthersAllTheSame() {
        String json = "{\"keys\":[" + TestKeys.EC_NEXT.toJSONString() + "," + TestKeys.EC.toPublicJWK() + "]}";
        published = Optional.of(new FetchedKeys(json, Duration.ofMinutes(10)));
        assertThat(knows("ec-next")).isFalse();
        assertThat(knows("ec")).isTrue();
    }

    @Test
    void sharesOneFetchAmongAllThatWait() throws Exception {
        for (int seconds : List.of(600, 0)) {
            CountDownLatch slow = new CountDownLatch(1);
            AtomicInteger calls = new AtomicInteger();
            RemoteKeys shared = new RemoteKeys("springfield", URL, url -> slow(slow, calls, seconds), clock);
            ExecutorService threads = Executors.newFixedThreadPool(20);
            List<Future<Boolean>> uses = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                uses.add(threads.submit(() ->
                        shared.knowing("ec").filter(each -> each.know("ec")).isPresent()));
            }
            Thread.sleep(300);
            slow.countDown();
            for (Future<Boolean> use : uses) {
                assertThat(use.get(5, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(calls).hasValue(1);
            threads.shutdown();
        }
    }

    private static Optional<FetchedKeys> slow(CountDownLatch until, AtomicInteger calls, int seconds) {
        calls.incrementAndGet();
        try {
            until.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return published(seconds, TestKeys.EC);
    }

    private boolean knows(String kid) {
        return keys.knowing(kid).filter(each -> each.know(kid)).isPresent();
    }

    private static Optional<FetchedKeys> published(long seconds, JWK key) {
        return Optional.of(new FetchedKeys(TestKeys.publicSet(key), Duration.ofSeconds(seconds)));
    }

    private static String set(int keys) {
        String key = TestKeys.EC.toPublicJWK().toJSONString();
        return "{\"keys\":[" + String.join(",", Collections.nCopies(keys, key)) + "]}";
    }
}
