package org.precert.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;

/** What is never refused: health, for who runs the server, and what the doors say of themselves. It costs next to nothing. */
final class OpenToAll {

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern PATHS =
            Pattern.compile("/livez|/readyz|/actuator/health(?:/[A-Za-z]+){0,2}|/cds-services"
                    + "|(?:/pas/[0-9.]{1,8})?/fhir/metadata"
                    + "|(?:/(?:pas|dtr)/[0-9.]{1,8}|/patient-access)?/fhir/\\.well-known/smart-configuration"
                    + "|/\\.well-known/smart-configuration");

    private OpenToAll() {}

    /** As it was spelled: another spelling is counted like everything else. */
    static boolean includes(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                && PATHS.matcher(request.getRequestURI()).matches();
    }
}
