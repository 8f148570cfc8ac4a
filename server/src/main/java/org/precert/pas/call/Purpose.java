package org.precert.pas.call;

/** What a request is for: X12 1322, certification type, and whether it builds on an earlier one. */
public enum Purpose {
    INITIAL,
    /** Changes an earlier request: it names that one by {@code Claim.related}, or is marked as revised. */
    UPDATE,
    /** Withdraws an earlier request as a whole. */
    CANCEL,
    APPEAL_STANDARD,
    /** X12 calls it immediate. */
    APPEAL_EXPEDITED,
    RENEWAL,
    EXTENSION,
    NOTIFICATION,
    VERIFICATION
}
