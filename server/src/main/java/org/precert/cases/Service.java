package org.precert.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A service or drug, as it was asked for or as it is granted.
 *
 * @param unit of the quantity, as it was sent; may be empty
 * @param from the first day of service
 * @param until the last one; the first where there is only one
 * @param place a place of service code of CMS; may be empty
 */
public record Service(
        Code code,
        List<Code> modifiers,
        Optional<BigDecimal> quantity,
        String unit,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        String place) {

    public Service {
        modifiers = List.copyOf(modifiers);
    }
}
