package org.precert.cases.metrics;

import java.util.List;
import java.util.stream.Stream;

/** Which contract, plan, issuer or state a request belongs to. */
record Contracts(List<Contract> entries) {

    /** Where a deployment does not say it. */
    static final String NOT_ASSIGNED = "not assigned";

    Contracts {
        entries = List.copyOf(entries);
    }

    String group(Where where, Level level) {
        return switch (level) {
            case PAYER -> where.payer();
            case STATE -> where.state().isEmpty() ? NOT_ASSIGNED : where.state();
            case CONTRACT, PLAN, ISSUER -> named(where, level);
        };
    }

    private String named(Where where, Level level) {
        Stream<Contract> fitting = entries.stream().filter(each -> each.fits(where));
        return fitting.flatMap(each -> each.name(level).stream()).findFirst().orElse(NOT_ASSIGNED);
    }
}
