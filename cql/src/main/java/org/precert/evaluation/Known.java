package org.precert.evaluation;

import java.util.List;

/**
 * What a chart says to one question.
 *
 * @param define of the prepopulation library
 * @param values one at least
 * @param grounds what they were read from
 */
public record Known(String define, List<Value> values, List<Grounds> grounds) {

    public Known {
        values = List.copyOf(values);
        grounds = List.copyOf(grounds);
    }
}
