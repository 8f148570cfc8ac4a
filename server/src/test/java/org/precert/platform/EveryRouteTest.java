package org.precert.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.clients.TestClient;
import org.precert.testing.Http;
import org.precert.testing.ProductionServer;
import org.precert.testing.Routes;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.context.WebApplicationContext;

/**
 * Walks over everything that a server in production answers: what is not named here as being for everybody is refused to a
 * stranger. Whoever adds a route meets this test.
 */
class EveryRouteTest {

    /** Discovery, what the doors say of themselves, where a token is to be had, and health. */
    private static final Pattern FOR_EVERYBODY = Pattern.compile("GET /cds-services"
            + "|GET /pas/[0-9.]+/fhir/metadata"
            + "|GET (/fhir|/(dtr|pas)/[0-9.]+/fhir|/patient-access/fhir)?/\\.well-known/smart-configuration"
            + "|POST /oauth/token"
            + "|GET /actuator/health(/x)?|GET /(livez|readyz)"
            // How a policy is read, for the links of cards: nothing of a patient.
            + "|GET /policies/x");

    private static Http http;

    @BeforeAll
    static void start() {
        http = ProductionServer.http();
        http.awaitStore();
    }

    private static WebApplicationContext context() {
        return (WebApplicationContext) ProductionServer.context();
    }

    static Stream<String> mapped() {
        Set<String> routes = Routes.mapped(context());
        assertThat(routes).hasSizeGreaterThan(40);
        return routes.stream();
    }

    static Stream<String> ofTheStore() {
        FhirContext fhir = context().getBean(FhirContext.class);
        List<String> routes = new ArrayList<>(List.of(
                "GET /fhir",
                "POST /fhir",
                "GET /fhir/",
                "GET /fhir/_history",
                "GET /fhir/$meta",
                "POST /fhir/_search",
                "GET /fhir?_getpages=x",
                "GET /fhir/metadata/x",
                "GET /fhir/swagger-ui/",
                "GET /fhir/api-docs"));
        for (String type : fhir.getResourceTypes()) {
            routes.add("GET /fhir/" + type);
            routes.add("GET /fhir/" + type + "/x");
            routes.add("POST /fhir/" + type);
            routes.add("PUT /fhir/" + type + "/x");
            routes.add("GET /fhir/" + type + "/x/$everything");
        }
        return routes.stream();
    }

    /** Files that are served as they are. */
    static Stream<String> pages() throws IOException {
        Set<String> pages = new TreeSet<>();
        for (String root : List.of("static", "public", "resources", "META-INF/resources")) {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:/" + root + "/**/*.*")) {
                String url = file.getURL().toString();
                if (file.isReadable()) {
                    pages.add("GET " + url.substring(url.indexOf("/" + root + "/") + root.length() + 1));
                }
            }
        }
        assertThat(pages).contains("GET /review-desk/index.html");
        return pages.stream();
    }

    static Stream<String> routes() throws IOException {
        return Stream.of(mapped(), ofTheStore(), pages(), Stream.of("GET /", "GET /actuator", "GET /index.html"))
                .flatMap(each -> each);
    }

    @Test
    void aStrangerIsRefusedWhateverIsNotForEverybody() throws IOException {
        List<String> answered = routes().filter(
                        route -> !FOR_EVERYBODY.matcher(route).matches())
                .map(route -> route + " " + status(route))
                .filter(told -> !told.matches(".* 40[134]"))
                .toList();
        assertThat(answered).isEmpty();
    }

    @Test
    void noOtherMethodOfARouteAnswersAStrangerEither() {
        Set<String> paths = mapped().map(route -> route.substring(route.indexOf(' ') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> answered = paths.stream()
                .flatMap(path -> Routes.METHODS.stream().map(method -> method + " " + path))
                .filter(route -> !FOR_EVERYBODY.matcher(route).matches())
                .map(route -> route + " " + status(route))
                .filter(told -> !told.matches(".* 40[1345]"))
                .toList();
        assertThat(answered).isEmpty();
    }

    @Test
    void whatIsForEverybodyIsThereAndIsNoMoreThanThis() {
        List<String> open =
                mapped().filter(route -> FOR_EVERYBODY.matcher(route).matches()).toList();
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "GET /.well-known/smart-configuration",
                        "GET /actuator/health",
                        "GET /actuator/health/x",
                        "GET /livez",
                        "GET /readyz",
                        "GET /cds-services",
                        "GET /dtr/2.0/fhir/.well-known/smart-configuration",
                        "GET /fhir/.well-known/smart-configuration",
                        "GET /pas/2.0.1/fhir/.well-known/smart-configuration",
                        "GET /pas/2.0.1/fhir/metadata",
                        "GET /patient-access/fhir/.well-known/smart-configuration",
                        "GET /policies/x",
                        "POST /oauth/token");
        assertThat(http.get("/fhir/metadata").status()).isEqualTo(200);
        assertThat(http.get("/actuator/health").response().body()).isIn("{\"status\":\"UP\"}", upWithGroups());
    }

    private static String upWithGroups() {
        return "{\"status\":\"UP\",\"groups\":[\"crd\",\"dtr\",\"fhirstore\",\"liveness\",\"pas\",\"readiness\"]}";
    }

    @Test
    void noServletIsThereButThoseThatWereWalkedOver() {
        ServletContext servlets = context().getServletContext();
        assertThat(servlets).isNotNull();
        assertThat(servlets.getServletRegistrations().keySet()).containsExactlyInAnyOrder("dispatcherServlet", "fhir");
    }

    /** So that no route of a FHIR door is forgotten in the table of scopes. */
    @ParameterizedTest
    @MethodSource("doors")
    void everyRouteOfAFhirDoorHasItsScope(String route) {
        String token = TestClient.access(http.port(), Instant.now());
        Http.Answer answer =
                http.send(route.substring(0, route.indexOf(' ')), route.substring(route.indexOf(' ') + 1), "", token);
        assertThat(answer.header("WWW-Authenticate")).doesNotContain("insufficient_scope");
    }

    static Stream<String> doors() {
        return mapped().filter(route -> route.matches("[A-Z]+ /(fhir|dtr|pas|patient-access)/.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /admin/clients", "PUT /admin/clients/x", "DELETE /admin/clients/x"})
    void anAccessTokenIsNothingToTheStaffsDoors(String route) {
        String token = TestClient.access(http.port(), Instant.now());
        assertThat(http.send(route.substring(0, route.indexOf(' ')), route.substring(route.indexOf(' ') + 1), "", token)
                        .status())
                .isEqualTo(401);
    }

    private static int status(String route) {
        int space = route.indexOf(' ');
        String method = route.substring(0, space);
        String body = method.equals("POST") || method.equals("PUT") ? "{}" : "";
        return http.send(method, route.substring(space + 1), body).status();
    }
}
