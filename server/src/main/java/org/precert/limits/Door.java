package org.precert.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is called, as far as limits are concerned. */
enum Door {
    CRD("/cds-services"),
    DTR("/dtr/"),
    PAS("/pas/"),
    FHIR("/fhir"),
    DESK("/review-desk"),
    TOKEN("/oauth/token"),
    OTHER("/");

    private static final List<Door> ALL = Arrays.asList(values());

    private final String path;

    Door(String path) {
        this.path = path;
    }

    /** By the path as Tomcat maps it: dots and parameters are gone. */
    static Door of(HttpServletRequest request) {
        String called = request.getServletPath();
        for (Door door : ALL) {
            if (called.startsWith(door.path)) {
                return door;
            }
        }
        return OTHER;
    }

    /** In metrics and in the log. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
