package org.precert.pas;

import org.precert.pas.call.Problem;

/** Failures of business that only the state of a case tells. */
final class Refusals {

    private static final String RELATED = "Bundle.entry[0].resource.related[0].claim";

    private Refusals() {}

    static Problem priorUnknown() {
        return Problem.priorUnknown(RELATED);
    }

    /** @param words why, without data of the patient */
    static Problem notAllowed(String words) {
        Problem standard = Problem.updateNotAllowed(RELATED);
        return new Problem(standard.code901(), standard.followUp889(), standard.element(), RELATED, words);
    }
}
