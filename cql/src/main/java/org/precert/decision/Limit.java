package org.precert.decision;

import java.math.BigDecimal;
import java.util.Set;

/**
 * How much a statement allows.
 *
 * @param code allowed-quantity or allowed-period, as CRD names them
 * @param unit what is counted, or the unit of time
 * @param says the limit, in our words
 * @param locator where in the document it stands
 */
public record Limit(String code, BigDecimal value, String unit, String says, String locator) {

    private static final Set<String> CODES = Set.of("allowed-quantity", "allowed-period");

    public Limit {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException(
                    "a limit is an allowed-quantity or an allowed-period, not '" + code + "'");
        }
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("a limit allows something: " + value + " does not");
        }
    }
}
