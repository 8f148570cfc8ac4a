package org.precert.tenants;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.precert.forms.FormBook;
import org.precert.inferno.ClientKey;
import org.precert.staff.Role;
import org.precert.subscriptions.SubscriptionText;
import org.precert.testing.Call;
import org.precert.testing.Http;
import org.precert.testing.PasSample;
import org.precert.testing.ProductionServer;
import org.precert.testing.TokenRequest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One client of a server in production that acts for the same provider at every payer, and that is registered anew for one payer or
 * another: so nothing but the payer stands between it and what it asked for before. And staff of each payer.
 */
final class Tenants {

    static final Map<String, String> SAMPLES = Map.of(
            "bcbsks", "bcbsks-investigational-pain",
            "bcbsri", "bcbsri-commercial-not-medically-necessary",
            "excellus", "excellus-investigational-pain",
            "medica", "medica-not-covered",
            "premera", "premera-investigational-pain");

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ClientKey KEY = ClientKey.of("ES384");
    private static final String ISSUER = "https://tenants.example";
    private static final String ENDPOINT = ISSUER + "/notify";

    private final Map<String, String> cookies = new HashMap<>();
    private Set<String> bound = Set.of("nobody yet");
    private String token = "";
    private String subscription = "";

    static JdbcTemplate jdbc() {
        return ProductionServer.context().getBean(JdbcTemplate.class);
    }

    static int events(Holding of) {
        List<Integer> events =
                jdbc().queryForList("select events from pa_case where id = ?", Integer.class, of.caseId());
        return events.isEmpty() ? 1 : events.get(0);
    }

    /** Everything that another payer's staff or clients could have changed. */
    static Map<String, Object> rows(Holding of) {
        return jdbc().queryForMap(
                        "select c.*, (select count(*) from case_event where case_id = c.id) as happened,"
                                + " (select count(*) from submission where case_id = c.id) as submissions,"
                                + " (select count(*) from pa_case where payer = c.payer) as cases,"
                                + " (select count(*) from review where payer = c.payer) as reviews,"
                                + " (select count(*) from attachment where case_id = c.id) as attachments"
                                + " from pa_case c where c.id = ?",
                        of.caseId());
    }

    /** @param payers that it may ask about; none: all */
    void bind(Set<String> payers) {
        if (bound.equals(payers)) {
            return;
        }
        String list = payers.isEmpty() ? "" : ",\"payers\":[\"" + String.join("\",\"", payers) + "\"]";
        String entry = "{\"issuers\":[\"" + ISSUER + "\"],\"jwks\":" + KEY.jwks() + ",\"jwks-url\":\"" + ISSUER
                + "/jwks.json\",\"scopes\":[\"system/*.cruds\"],\"pas-identifiers\":[\"1999999992\"],"
                + "\"shares-identifiers\":true,\"patient-access\":true,\"pas-lenient\":true,"
                + "\"notification-endpoints\":[\"" + ENDPOINT + "\"]" + list + "}";
        Http.Answer put = send(
                Request.post("/admin/clients/tenants", entry).with("Content-Type", "application/json"),
                "PUT",
                Map.of("Cookie", ProductionServer.ADMIN));
        assertThat(put.status()).as(put.response().body()).isEqualTo(200);
        bound = payers;
        String assertion = KEY.assertion(ISSUER, "tenants", "https://precert.example/oauth/token", Instant.now());
        token = TokenRequest.to("http://localhost:" + ProductionServer.http().port(), "system/*.cruds", assertion);
    }

    void unregister() {
        send(
                Request.post("/admin/clients/tenants", "{}").with("Content-Type", "application/json"),
                "DELETE",
                Map.of("Cookie", ProductionServer.ADMIN));
    }

    Http.Answer asClient(Request request) {
        boolean hook = request.path().startsWith("/cds-services/");
        String bearer = hook ? KEY.token(ISSUER, "https://precert.example" + request.path(), Instant.now()) : token;
        return send(request, request.method(), Map.of("Authorization", "Bearer " + bearer));
    }

    /** @param payer of whose staff it is */
    Http.Answer asStaff(String payer, Request request) {
        String cookie = cookies.computeIfAbsent(
                payer, key -> ProductionServer.signIn("staff-of-" + key, Set.of(key), Role.MEDICAL_DIRECTOR));
        return send(request, request.method(), Map.of("Cookie", cookie));
    }

    static Http.Answer send(Request request, String method, Map<String, String> more) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://localhost:"
                        + ProductionServer.http().port() + request.path().replace("|", "%7C")))
                .method(
                        method,
                        request.body().isEmpty()
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(request.body(), UTF_8))
                .setHeader("Content-Type", "application/fhir+json");
        request.headers().forEach(builder::setHeader);
        more.forEach(builder::setHeader);
        try {
            var answer = HTTP.send(builder.build(), BodyHandlers.ofString());
            return new Http.Answer(answer.statusCode(), answer);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Makes all that there is of a payer; the client must be bound to it, or to all. */
    Holding hold(String payer) {
        String sample = String.valueOf(SAMPLES.get(payer));
        subscribed();
        Call hook = Call.of("order-sign/" + sample).version("2.2");
        Http.Answer said =
                asClient(Request.post("/cds-services/order-sign", hook.body().toString()));
        String assertion = Call.part(Call.information(said.json()).get(0), "coverage-assertion-id")
                .path("valueString")
                .asText();
        assertThat(assertion).as(said.response().body()).isNotEmpty();
        String submit = PasSample.of("2.2.1", sample).fresh();
        Http.Answer answer = asClient(Request.post("/pas/2.2.1/fhir/Claim/$submit", submit));
        JsonNode response = answer.json().at("/entry/0/resource");
        assertThat(response.path("outcome").asText())
                .as(answer.response().body())
                .isIn("complete", "partial", "queued");
        String id = response.path("id").asText();
        String number = jdbc().queryForObject("select number from pa_case where id = ?", String.class, id);
        Holding made = new Holding(
                payer, sample, assertion, submit, id, String.valueOf(number), "", form(payer), subscribed());
        asClient(Request.post("/pas/2.2.1/fhir/$submit-attachment", made.letter()));
        JsonNode shown =
                asStaff(payer, Request.get("/review-desk/cases/" + number)).json();
        String document = shown.at("/arrived/0/id").asText();
        assertThat(document).as(shown.toString()).isNotEmpty();
        return new Holding(
                payer,
                sample,
                assertion,
                submit,
                id,
                String.valueOf(number),
                document,
                made.form(),
                made.subscription());
    }

    private static String form(String payer) {
        return ProductionServer.context().getBean(FormBook.class).all().stream()
                .filter(form -> form.policy().payer().equals(payer))
                .findFirst()
                .orElseThrow()
                .canonical();
    }

    /** One of the client, to everything. Cases that change after that are events of it, whether or not anybody listens at its endpoint. */
    private String subscribed() {
        if (subscription.isEmpty()) {
            Http.Answer made =
                    asClient(Request.post("/pas/2.2.1/fhir/Subscription", SubscriptionText.toEverything(ENDPOINT)));
            assertThat(made.status()).as(made.response().body()).isEqualTo(201);
            subscription = made.json().path("id").asText();
        }
        return subscription;
    }
}
