package org.precert.evaluation;

import java.time.LocalDate;
import java.util.List;

/**
 * What a form is to be filled for.
 *
 * @param patient the bare id
 * @param orders that the form is for, as Type/id
 * @param asOf the day of the answers
 * @param facts the chart as far as it is known, the orders in it
 */
public record FormQuestion(String patient, List<String> orders, LocalDate asOf, Facts facts) {

    public FormQuestion {
        orders = List.copyOf(orders);
    }
}
