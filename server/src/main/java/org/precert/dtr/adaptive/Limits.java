package org.precert.dtr.adaptive;

/**
 * How much of a form or a response is read. What lies beyond is a {@link Problem} for {@link AnswerCheck} and is not
 * looked at elsewhere: the work is bounded whatever comes in.
 */
final class Limits {

    /** Items of one form, and of one response. The largest form of a policy has about 60. */
    static final int MOST_ITEMS = 1_000;

    /** Levels of items within items. Authored forms have three. */
    static final int DEEPEST = 10;

    /** Conditions of enableWhen in one form. */
    static final int MOST_CONDITIONS = 5_000;

    /** Answers of one response, over all questions. */
    static final int MOST_ANSWERS = 2_000;

    /** Problems that are told at once. */
    static final int MOST_PROBLEMS = 50;

    /** Characters of a linkId. */
    static final int LONGEST_LINK_ID = 255;

    private Limits() {}
}
