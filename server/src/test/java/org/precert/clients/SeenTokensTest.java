package org.precert.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class SeenTokensTest {

    private static final Instant NOW = TestToken.NOW;
    private static final String ISSUER = TestToken.ISSUER;

    private final String name = UUID.randomUUID().toString();
    private final JdbcTemplate jdbc = TestDoor.database(name);
    private final List<Runnable> purges = new ArrayList<>();

    @Test
    void letsOneOfTwoHundredThroughWithTwoNodesOverOneDatabase() throws Exception {
        List<TestDoor> nodes =
                List.of(new TestDoor(Trust.REQUIRED, jdbc), new TestDoor(Trust.REQUIRED, TestDoor.connection(name)));
        String token = new TestToken().sign();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(40);
        List<Future<Verdict>> uses = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            TestDoor node = nodes.get(i % nodes.size());
            uses.add(threads.submit(() -> {
                start.await();
                return node.check(token);
            }));
        }
        start.countDown();
        List<Verdict> verdicts = uses.stream().map(SeenTokensTest::result).toList();
        threads.shutdown();
        assertThat(verdicts).filteredOn(Verdict.Accepted.class::isInstance).hasSize(1);
        assertThat(verdicts)
                .filteredOn(new Verdict.Refused(Refusal.REPLAYED, "the client springfield")::equals)
                .hasSize(199);
    }

    @Test
    void tellsIssuersAndCapitalsApart() {
        SeenTokens seen = at(NOW);
        assertThat(seen.isFirstUse(ISSUER, "a", NOW)).isTrue();
        assertThat(seen.isFirstUse(ISSUER, "A", NOW)).isTrue();
        assertThat(seen.isFirstUse(ISSUER, "a ", NOW)).isTrue();
        assertThat(seen.isFirstUse("another", "a", NOW)).isTrue();
        assertThat(seen.isFirstUse(ISSUER, "a", NOW)).isFalse();
    }

    @Test
    void forgetsWhatExpiredLongAgoAndNothingElse() {
        at(NOW).isFirstUse(ISSUER, "old", NOW.minusSeconds(601));
        at(NOW).isFirstUse(ISSUER, "just expired for another clock", NOW.minusSeconds(599));
        at(NOW).isFirstUse(ISSUER, "new", NOW.plusSeconds(300));
        purges.forEach(Runnable::run);
        assertThat(jdbc.queryForList("select jti from seen_token order by jti", String.class))
                .containsExactly("just expired for another clock", "new");
    }

    @Test
    void purgesOnceAMinuteAtTheMost() {
        SeenTokens seen = at(NOW);
        for (int i = 0; i < 20; i++) {
            seen.isFirstUse(ISSUER, "token " + i, NOW);
        }
        assertThat(purges).hasSize(1);
    }

    @Test
    void answersThoughThePurgeFails() {
        SeenTokens seen = at(NOW);
        seen.isFirstUse(ISSUER, "one", NOW);
        jdbc.execute("alter table seen_token rename to gone");
        purges.forEach(Runnable::run);
        jdbc.execute("alter table gone rename to seen_token");
        assertThat(seen.isFirstUse(ISSUER, "one", NOW)).isFalse();
    }

    private SeenTokens at(Instant now) {
        return new SeenTokens(jdbc, Clock.fixed(now, ZoneOffset.UTC), purges::add);
    }

    private static Verdict result(Future<Verdict> use) {
        try {
            return use.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
