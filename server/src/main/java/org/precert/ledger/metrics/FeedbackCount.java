package org.precert.ledger.metrics;

/**
 * What became of cards of a kind. Topic and policy are empty where the card was not found among the answers.
 *
 * @param engagement accepted or overridden
 */
record FeedbackCount(Slice slice, String policy, String topic, String engagement, long cards) {

    boolean accepted() {
        return engagement.equals("accepted");
    }

    boolean isOf(Segment.Engagement kind) {
        return policy.equals(kind.policy()) && topic.equals(kind.topic());
    }
}
