package org.precert.clients;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Whether a call must prove who sends it. */
public enum Trust {
    REQUIRED,
    OFF;

    /** Where nothing is said: off in the demo profile, required everywhere else. */
    static Trust in(Environment environment, ClientsProperties properties) {
        if (properties.trust() != null) {
            return properties.trust();
        }
        return isDemo(environment) ? OFF : REQUIRED;
    }

    static boolean isDemo(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("demo"));
    }
}
