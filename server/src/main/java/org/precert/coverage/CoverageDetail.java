package org.precert.coverage;

import java.math.BigDecimal;

/** A detail of the answer, of a kind that the guide has a code for. */
public sealed interface CoverageDetail {

    /** Where the policy can be read. CRD 2.2 alone: 2.0.1 has neither code nor place for it. */
    record PolicyLink(String url) implements CoverageDetail {}

    /**
     * A limit that the policy states.
     *
     * @param code allowed-quantity or allowed-period
     * @param says the limit in words
     */
    record Limit(String code, BigDecimal value, String unit, String says) implements CoverageDetail {}
}
