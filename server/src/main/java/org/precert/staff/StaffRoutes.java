package org.precert.staff;

import static org.precert.staff.Role.ADMINISTRATOR;
import static org.precert.staff.Role.AUDITOR;
import static org.precert.staff.Role.MEDICAL_DIRECTOR;
import static org.precert.staff.Role.REVIEWER;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which roles may take which route: the one place that says it. What is not here is for nobody: a new route of the staff is
 * refused until it has its line. Who may decide against care is asked of the person, by the case itself.
 */
final class StaffRoutes {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<Role> DESK = Set.of(REVIEWER, MEDICAL_DIRECTOR);
    private static final Set<Role> AUDIT = Set.of(AUDITOR);
    private static final Set<Role> ADMIN = Set.of(ADMINISTRATOR);

    private static final String ID = "/(?!\\.)[^/;%\\\\]{1,200}";

    private static final List<Route> ROUTES = List.of(
            route(READING, "/review-desk/?", DESK),
            route(READING, "/review-desk/[a-z]+\\.(?:html|css|js)", DESK),
            route(READING, "/review-desk/cases", DESK),
            route(READING, "/review-desk/cases" + ID, DESK),
            route(Set.of("POST"), "/review-desk/cases" + ID + "/actions", DESK),
            route(READING, "/review-desk/cases" + ID + "/documents" + ID, DESK),
            route(READING, "/audit/(?:AuditEvent|verify)", AUDIT),
            route(READING, "/admin/clients", ADMIN),
            route(Set.of("GET", "HEAD", "PUT", "DELETE"), "/admin/clients" + ID, ADMIN),
            route(READING, "/admin/staff", ADMIN),
            route(Set.of("DELETE"), "/admin/staff" + ID + "/sessions", ADMIN));

    private StaffRoutes() {}

    private record Route(Set<String> methods, Pattern path, Set<Role> roles) {}

    /** @param path as it was sent: a second spelling of a route is another one, and for nobody */
    static boolean allow(Staff staff, String method, String path) {
        return ROUTES.stream()
                .filter(route -> route.methods().contains(method)
                        && route.path().matcher(path).matches())
                .anyMatch(route -> route.roles().stream().anyMatch(staff::is));
    }

    private static Route route(Set<String> methods, String path, Set<Role> roles) {
        return new Route(methods, Pattern.compile(path), roles);
    }
}
