package org.precert.postgres;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.precert.pas.PasStory;
import org.precert.testing.Call;
import org.precert.testing.Http;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What goes on at a server while its database goes away: hooks, requests that are sent until they are answered, people at the
 * desk, probes. Each call is noted.
 */
final class OutageLoad implements AutoCloseable {

    /** Of each. */
    private static final int SENDERS = 3;

    private static final String SAMPLE = "bcbsks-investigational-pain";
    private static final int OK = 200;
    private static final String PHYSICIAN = "Basic "
            + Base64.getEncoder().encodeToString("demo-physician:demo-physician-key".getBytes(StandardCharsets.UTF_8));

    private final Http http;
    private final Queue<Said> all = new ConcurrentLinkedQueue<>();
    private final Map<PasStory.Message, String> acknowledged = new ConcurrentHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    OutageLoad(int port) {
        this.http = new Http(port);
        String hook = Call.of("order-sign/" + SAMPLE).body().toString();
        for (int i = 0; i < SENDERS; i++) {
            every(10, () -> say("hook", "POST", "/cds-services/order-sign", hook));
            every(10, this::request);
        }
        every(50, () -> say("desk", "GET", "/review-desk/cases", ""));
        every(100, () -> say("readyz", "GET", "/readyz", ""));
        every(100, () -> say("livez", "GET", "/livez", ""));
    }

    /**
     * @param begin in nanoseconds, as is {@code end}
     * @param retry the header Retry-After
     * @param status 0 where no answer came
     */
    record Said(String kind, long begin, long end, int status, String retry, String body) {

        long millis() {
            return TimeUnit.NANOSECONDS.toMillis(end - begin);
        }

        boolean isGood() {
            return status == OK;
        }

        /** Whether it tells the client what to do. */
        boolean isClear() {
            boolean later = status == 503 && !retry.isEmpty() && (!kind.equals("request") || body.isEmpty());
            return isGood() || later || kind.equals("readyz") && status == 503;
        }

        @Override
        public String toString() {
            return kind + " " + status + " after " + millis() + " ms, Retry-After " + retry + ", " + body;
        }
    }

    /** Something that is done again and again, as soon as it is done. */
    @FunctionalInterface
    private interface Work {
        void once() throws InterruptedException;
    }

    private void every(long millis, Work work) {
        Thread thread = new Thread(() -> {
            try {
                while (!over) {
                    work.once();
                    TimeUnit.MILLISECONDS.sleep(millis);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        threads.add(thread);
        thread.start();
    }

    private Said say(String kind, String method, String path, String body) {
        long begin = System.nanoTime();
        Said said;
        try {
            Http.Answer answer = http.send(method, path, body, kind.equals("desk") ? PHYSICIAN : "");
            said = new Said(
                    kind,
                    begin,
                    System.nanoTime(),
                    answer.status(),
                    answer.header("Retry-After"),
                    answer.response().body());
        } catch (UncheckedIOException e) {
            said = new Said(kind, begin, System.nanoTime(), 0, "", e.toString());
        }
        all.add(said);
        return said;
    }

    /** A new one, and the same until it is answered. */
    private void request() throws InterruptedException {
        PasStory.Message request = PasStory.of(SAMPLE).request();
        Said said = say("request", "POST", request.path(), request.body());
        while (!said.isGood()) {
            TimeUnit.MILLISECONDS.sleep(20);
            said = say("request", "POST", request.path(), request.body());
        }
        acknowledged.put(request, said.body());
    }

    /** Until each kind was answered well in a call that began after this. */
    void awaitGood(long since) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!List.of("hook", "request", "desk", "readyz").stream().allMatch(kind -> goodAfter(kind, since) >= 0)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not recover");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** @return after how many milliseconds a call of this kind was answered well that ended after a moment; -1 for none */
    long goodAfter(String kind, long since) {
        return all.stream()
                .filter(each -> each.kind().equals(kind) && each.isGood() && each.end() > since)
                .mapToLong(each -> TimeUnit.NANOSECONDS.toMillis(each.end() - since))
                .min()
                .orElse(-1);
    }

    List<Said> all() {
        return List.copyOf(all);
    }

    Map<PasStory.Message, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** Each request is finished. */
    @Override
    public void close() throws InterruptedException {
        over = true;
        for (Thread each : threads) {
            each.join();
        }
    }

    /** What is wrong with what was kept, in words; to be asked when it is closed. */
    List<String> wrong(JdbcTemplate database) {
        List<String> wrong = new ArrayList<>();
        all.stream()
                .filter(each -> !each.isClear())
                .map(Said::toString)
                .limit(10)
                .forEach(wrong::add);
        all.stream()
                .filter(each -> each.kind().equals("livez") && !each.isGood())
                .map(Said::toString)
                .forEach(wrong::add);
        acknowledged.forEach((request, answer) -> {
            Http.Answer again = http.send("POST", request.path(), request.body());
            if (!again.response().body().equals(answer)
                    || !again.header("Idempotency-Replayed").equals("true")) {
                wrong.add("What was acknowledged is not answered as before: " + again.status());
            }
        });
        List<String> twice =
                database.queryForList("select hash from submission group by hash having count(*) > 1", String.class);
        twice.forEach(hash -> wrong.add("It is there twice: " + hash));
        return wrong;
    }
}
