package org.precert.sight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.precert.sight.CanaryRequests.Good;

/** Every kind of request with marks all over, for servers whose operators are told of them in yet another way. */
public final class MarkedTraffic {

    /** What a mark looks like, for planting one. */
    public static final String MARK = Marks.TEXT;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final List<String> HEADERS = List.of(
            "X-Request-Id",
            "traceparent",
            "User-Agent",
            "Referer",
            "Accept",
            "Authorization",
            "Origin",
            "Idempotency-Key");

    private MarkedTraffic() {}

    /** @return how many were sent */
    public static int sendTo(int port) {
        int sent = 0;
        for (Good each : CanaryRequests.all()) {
            List<String> bodies = Stream.concat(
                            Stream.of(
                                    Marks.free(each.body()).toString(),
                                    Marks.everywhere(each.body()).toString(),
                                    Marks.withUnknownNames(each.body()).toString()),
                            Marks.broken(each.body()).limit(2))
                    .toList();
            bodies.forEach(body -> send(port, "POST", each.path(), each.type(), body));
            HEADERS.forEach(name ->
                    send(port, "POST", each.path(), each.type(), each.body().toString(), name, MARK));
            send(port, "POST", each.path() + "/" + MARK, each.type(), bodies.get(1));
            send(port, "GET", each.path() + "?patient=" + MARK + "&" + MARK + "=1", each.type(), "");
            send(port, MARK, each.path(), each.type(), "");
            send(port, "POST", each.path(), "application/" + MARK, bodies.get(1));
            sent += bodies.size() + HEADERS.size() + 4;
        }
        for (String path : List.of(
                "/", "/fhir/", "/fhir/Patient/", "/fhir/Patient?name=", "/cds-services/", "/reviews/", "/livez/")) {
            send(port, "GET", path + MARK, "text/plain", "");
            sent++;
        }
        return sent;
    }

    /** The lines of a text that have marks. */
    public static List<String> in(String text) {
        return text.lines().filter(Marks::in).toList();
    }

    private static void send(int port, String method, String path, String type, String body, String... header) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", type);
        if (header.length > 0) {
            request.headers(header);
        }
        try {
            CLIENT.send(request.build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
