package org.precert.policy;

import java.util.Map;
import java.util.Optional;

/**
 * How a member's line of business is read: first a {@code Coverage.class} value that the payer lists, then
 * {@code Coverage.type} in the Source of Payment Typology, whose codes nest by prefix.
 *
 * @param byPaymentSource the line of business of each typology code; a code that it does not hold goes by its longest prefix
 */
public record LinesOfBusiness(Map<String, String> byPaymentSource) {

    public LinesOfBusiness {
        byPaymentSource = Map.copyOf(byPaymentSource);
    }

    /** Empty where the typology does not tell the line: unknown, which is not "none". */
    public Optional<String> ofPaymentSource(String code) {
        for (int length = code.length(); length > 0; length--) {
            String line = byPaymentSource.get(code.substring(0, length));
            if (line != null) {
                return line.equals(UNKNOWN) ? Optional.empty() : Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private static final String UNKNOWN = "unknown";
}
