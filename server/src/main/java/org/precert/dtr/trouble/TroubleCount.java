package org.precert.dtr.trouble;

import org.jspecify.annotations.Nullable;

/**
 * How often one kind of trouble was reported. Texts are empty where nothing was recognised.
 *
 * @param line in the file of the library, if it was recognised
 * @param clients how many different ones reported it
 */
record TroubleCount(
        String questionnaire,
        String version,
        String library,
        String define,
        @Nullable Integer line,
        String severity,
        String code,
        String detail,
        long times,
        long clients,
        String first,
        String last) {}
