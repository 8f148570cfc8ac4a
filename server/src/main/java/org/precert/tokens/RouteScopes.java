package org.precert.tokens;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precert.clients.Scope;
import org.precert.clients.Scope.Act;
import org.precert.clients.Scopes;

/**
 * Which scope each route of the FHIR doors asks for; server/docs/clients.md tells it to clients. What is not here is for nobody:
 * a new route is refused until it has its line.
 */
final class RouteScopes {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> POST = Set.of("POST");
    private static final Set<String> EITHER = Set.of("GET", "HEAD", "POST");

    private static final String PAS = "/pas/(?:2\\.0\\.1|2\\.2\\.1)/fhir";
    private static final String DTR = "(?:/dtr/2\\.[02])?/fhir";
    private static final String ID = "/[A-Za-z0-9.-]{1,64}";
    private static final String EOB = "ExplanationOfBenefit";
    private static final String FORMS = "Questionnaire";
    private static final String NEXT = "/Questionnaire/\\$next-question";

    private static final List<Route> ROUTES = List.of(
            route(POST, PAS + "/Claim/\\$submit", "Claim", Act.CREATE),
            route(POST, PAS + "/Claim/\\$inquire", "Claim", Act.READ, Act.SEARCH),
            route(POST, PAS + "(?:/Claim)?/\\$submit-attachment", "Claim", Act.CREATE, Act.UPDATE),
            route(READING, PAS + "/ClaimResponse" + ID, "ClaimResponse", Act.READ),
            route(POST, PAS + "/Subscription", "Subscription", Act.CREATE),
            route(READING, PAS + "/Subscription", "Subscription", Act.SEARCH),
            route(READING, PAS + "/Subscription" + ID, "Subscription", Act.READ),
            route(Set.of("PUT"), PAS + "/Subscription" + ID, "Subscription", Act.UPDATE),
            route(Set.of("DELETE"), PAS + "/Subscription" + ID, "Subscription", Act.DELETE),
            route(EITHER, PAS + "/Subscription" + ID + "/\\$(?:status|events)", "Subscription", Act.READ),
            route(POST, DTR + "(?:/Questionnaire)?/\\$questionnaire-package", FORMS, Act.READ, Act.SEARCH),
            route(POST, DTR + NEXT + "(?:" + NEXT + ")?", FORMS, Act.READ, Act.SEARCH),
            route(
                    POST,
                    DTR + "/Questionnaire/\\$(?:populate|gap-report|log-questionnaire-errors)",
                    FORMS,
                    Act.READ,
                    Act.SEARCH),
            route(EITHER, DTR + "/ValueSet/\\$expand", "ValueSet", Act.READ, Act.SEARCH),
            route(EITHER, "/fhir/ValueSet/\\$validate-code", "ValueSet", Act.READ, Act.SEARCH),
            route(READING, "/patient-access/fhir/ExplanationOfBenefit", EOB, Act.SEARCH),
            route(POST, "/patient-access/fhir/ExplanationOfBenefit/_search", EOB, Act.SEARCH),
            route(READING, "/patient-access/fhir/ExplanationOfBenefit" + ID, EOB, Act.READ));

    private RouteScopes() {}

    /**
     * What one of is needed.
     *
     * @param types of resources
     * @param acts any of which will do
     */
    record Need(List<String> types, List<Act> acts) {

        boolean isMetBy(Scopes scopes) {
            return types.stream().anyMatch(type -> acts.stream().anyMatch(act -> scopes.allows(type, act)));
        }

        /** For the header, RFC 6750, 3: each of these would do. */
        String text() {
            return types.stream()
                    .flatMap(type -> acts.stream().map(act -> new Scope(type, Set.of(act)).text()))
                    .collect(Collectors.joining(" "));
        }
    }

    private record Route(Set<String> methods, Pattern path, Need need) {}

    /** A further page of a search is of what forms are made of: the FHIR store gives clients no other. */
    static final Need PAGE = new Need(List.of("Questionnaire", "Library", "ValueSet"), List.of(Act.SEARCH));

    /** @param path plainly spelled */
    static Optional<Need> need(String method, String path) {
        if (path.equals(AccessFilter.PAGES)) {
            return READING.contains(method) ? Optional.of(PAGE) : Optional.empty();
        }
        return Stream.concat(ROUTES.stream(), PAGE.types().stream().flatMap(RouteScopes::reads))
                .filter(route -> route.methods().contains(method)
                        && route.path().matcher(path).matches())
                .map(Route::need)
                .findFirst();
    }

    private static Stream<Route> reads(String type) {
        return Stream.of(
                route(READING, "/fhir/" + type + ID + "(?:/_history" + ID + ")?", type, Act.READ),
                route(READING, "/fhir/" + type, type, Act.SEARCH),
                route(EITHER, "/fhir/" + type + "/_search", type, Act.SEARCH));
    }

    private static Route route(Set<String> methods, String path, String type, Act... acts) {
        return new Route(methods, Pattern.compile(path), new Need(List.of(type), List.of(acts)));
    }
}
