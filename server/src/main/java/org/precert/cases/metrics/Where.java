package org.precert.cases.metrics;

import org.precert.cases.Case;

/**
 * Whose figures a request belongs to.
 *
 * @param payer its key
 * @param lineOfBusiness a code of CodeSystem line-of-business; may be empty
 * @param state two letters; may be empty
 */
record Where(String payer, String lineOfBusiness, String state) {

    static Where of(Case state) {
        return new Where(
                state.payer(), state.member().lineOfBusiness(), state.member().state());
    }
}
