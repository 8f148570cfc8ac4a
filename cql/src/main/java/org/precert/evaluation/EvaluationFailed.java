package org.precert.evaluation;

import java.util.Collection;

/** The engine could not evaluate a policy. Our fault, never the caller's and never an answer. */
final class EvaluationFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EvaluationFailed(String policy, Collection<RuntimeException> causes) {
        super("Could not evaluate " + policy, causes.stream().findFirst().orElse(null));
    }
}
