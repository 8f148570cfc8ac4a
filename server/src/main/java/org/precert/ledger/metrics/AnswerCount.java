package org.precert.ledger.metrics;

/** Reviews of which an answer said the same. Empty where it said nothing. */
record AnswerCount(
        Slice slice,
        String payer,
        String policy,
        String determination,
        String covered,
        String paNeeded,
        String docNeeded,
        String questionnaire,
        long reviews) {

    boolean told() {
        return !covered.isEmpty();
    }

    boolean asksForDocuments() {
        return !docNeeded.isEmpty() && !docNeeded.equals("no-doc");
    }

    boolean needsAuthorization() {
        return paNeeded.equals("auth-needed");
    }

    boolean launchesDtr() {
        return !questionnaire.isEmpty();
    }
}
