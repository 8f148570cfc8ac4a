package org.precert.clients;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the server does not start, in place of a stack trace. Named in META-INF/spring.factories. */
final class StartRefusedAnalysis extends AbstractFailureAnalyzer<StartRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, StartRefused cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Change the configuration; README.md tells the settings.", cause);
    }
}
