package org.precert.coverage;

import java.util.Optional;

/**
 * The documents that are asked for.
 *
 * @param by who can fill them in
 * @param purpose what they are for; OTHER where it only helps to answer
 * @param questionnaire the canonical of the form, with its version; empty where there is none
 */
public record Documents(By by, Purpose purpose, Optional<String> questionnaire) {

    /** Who most likely knows. */
    public enum By {
        CLINICAL,
        ADMIN
    }

    /** Where the documents go. */
    public enum Purpose {
        WITH_PA,
        WITH_CLAIM,
        WITH_ORDER,
        RETAIN,
        UNSTATED
    }
}
