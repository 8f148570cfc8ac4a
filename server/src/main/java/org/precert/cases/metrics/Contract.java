package org.precert.cases.metrics;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An entry of {@code precert.pas.contracts}: what some members belong to. The first entry that fits a request, and that has a
 * name for the level that is asked for, names it.
 *
 * @param payer its key
 * @param lines of business that it is about; none means all
 * @param states that it is about, two letters each; none means all
 * @param contract the number of a Medicare Advantage contract; may be empty
 * @param plan the name of a Medicaid or CHIP managed care plan; may be empty
 * @param issuer the id of an issuer of qualified health plans; may be empty
 */
record Contract(
        String payer,
        @DefaultValue List<String> lines,
        @DefaultValue List<String> states,
        @DefaultValue("") String contract,
        @DefaultValue("") String plan,
        @DefaultValue("") String issuer) {

    boolean fits(Where where) {
        return payer.equals(where.payer())
                && (lines.isEmpty() || lines.contains(where.lineOfBusiness()))
                && (states.isEmpty() || states.contains(where.state()));
    }

    Optional<String> name(Level level) {
        String name = switch (level) {
            case CONTRACT -> contract;
            case PLAN -> plan;
            case ISSUER -> issuer;
            case STATE, PAYER -> "";
        };
        return Optional.of(name).filter(each -> !each.isEmpty());
    }
}
