package org.precert.pas;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One request, sent so many times at once, each over a connection of its own; who is told to come later does.
 *
 * @param bodies of all answers
 * @param decided how many answers were no replay
 * @param later how often somebody was told to come later
 * @param cut how often a connection ended without an answer, which may have been the one that decided
 */
public record ManyCopies(int answers, Set<String> bodies, long decided, int later, int cut, Stored stored) {

    private static final int TRY_LATER = 503;
    private static final int OK = 200;
    private static final int MOST_CUT = 500;

    /** Whether one answer decided, and no other; it may have been cut off. */
    public boolean isDecidedOnce() {
        return decided == 1 || (decided == 0 && cut > 0);
    }

    /** How many there are more than before. */
    public record Stored(int cases, int submissions, int exchanges, int authorizations) {

        /** Each of its two lines has a number of its own. */
        public static final Stored ONE_REQUEST = new Stored(1, 1, 1, 2);

        private static Stored in(JdbcTemplate jdbc) {
            return new Stored(
                    count(jdbc, "count(*) from pa_case"),
                    count(jdbc, "count(*) from submission"),
                    count(jdbc, "count(*) from exchange where door = 'pas.submit'"),
                    count(jdbc, "count(distinct authorization_number) from case_line"));
        }

        private static int count(JdbcTemplate jdbc, String what) {
            return jdbc.queryForObject("select " + what, Integer.class);
        }

        private Stored since(Stored before) {
            return new Stored(
                    cases - before.cases,
                    submissions - before.submissions,
                    exchanges - before.exchanges,
                    authorizations - before.authorizations);
        }
    }

    /** Of a request that is approved at once. */
    public static ManyCopies send(int copies, int port, JdbcTemplate jdbc) {
        PasStory.Message message =
                PasStory.of("example-authorization-required-criteria-met").request();
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofMinutes(1))
                .build();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + message.path()))
                .POST(BodyPublishers.ofString(message.body()))
                .header("Content-Type", "application/fhir+json")
                .build();
        Stored before = Stored.in(jdbc);
        AtomicInteger later = new AtomicInteger();
        AtomicInteger cut = new AtomicInteger();
        List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, copies)
                .mapToObj(copy -> send(client, request, later, cut))
                .toList();
        List<HttpResponse<String>> answers =
                sent.stream().map(CompletableFuture::join).toList();
        return new ManyCopies(
                answers.size(),
                answers.stream().map(HttpResponse::body).collect(Collectors.toSet()),
                answers.stream()
                        .filter(each -> each.headers()
                                .firstValue("Idempotency-Replayed")
                                .isEmpty())
                        .count(),
                later.get(),
                cut.get(),
                Stored.in(jdbc).since(before));
    }

    /** What a busy machine cuts off is sent again too, as clients do. */
    private static CompletableFuture<HttpResponse<String>> send(
            HttpClient client, HttpRequest request, AtomicInteger later, AtomicInteger cut) {
        return client.sendAsync(request, BodyHandlers.ofString())
                .handle((answer, failure) -> {
                    if (failure != null) {
                        cut.incrementAndGet();
                        return again(client, request, later, cut);
                    }
                    if (answer.statusCode() == TRY_LATER) {
                        later.incrementAndGet();
                        return again(client, request, later, cut);
                    }
                    return answer.statusCode() == OK
                            ? CompletableFuture.completedFuture(answer)
                            : CompletableFuture.<HttpResponse<String>>failedFuture(
                                    new AssertionError(answer.statusCode() + " " + answer.body()));
                })
                .thenCompose(next -> next);
    }

    private static CompletableFuture<HttpResponse<String>> again(
            HttpClient client, HttpRequest request, AtomicInteger later, AtomicInteger cut) {
        if (cut.get() > MOST_CUT) {
            return CompletableFuture.failedFuture(new AssertionError("The server cuts off whoever calls"));
        }
        Executor after = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);
        return CompletableFuture.supplyAsync(() -> client, after).thenCompose(each -> send(each, request, later, cut));
    }
}
