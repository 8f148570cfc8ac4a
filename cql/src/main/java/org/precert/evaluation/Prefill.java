package org.precert.evaluation;

import java.util.Map;
import java.util.Optional;

/**
 * What a chart says to the questions of a form. What it is silent on is not there: blank, never no.
 *
 * @param library the prepopulation library with its version, as name|version; empty if the policy has none
 * @param trouble why nothing could be read, for people and without data of the patient
 */
public record Prefill(String library, Map<String, Known> byDefine, Optional<String> trouble) {

    static final Prefill NOTHING = new Prefill("", Map.of(), Optional.empty());

    public Prefill {
        byDefine = Map.copyOf(byDefine);
    }

    static Prefill failed(String trouble) {
        return new Prefill("", Map.of(), Optional.of(trouble));
    }
}
