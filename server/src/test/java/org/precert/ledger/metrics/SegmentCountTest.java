package org.precert.ledger.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counts add up to the guide's measures. */
class SegmentCountTest {

    private static final Slice SIGN = new Slice("order-sign", "ehr");
    private static final Slice BOOK = new Slice("appointment-book", "");

    @Test
    void holdsBookingsToTenSecondsAndAllElseToFive() {
        SegmentCount counts = new SegmentCount(
                List.of(new CallCount(SIGN, 200, 10, 8, 9, 10), new CallCount(BOOK, 200, 10, 4, 10, 0)),
                List.of(),
                List.of(),
                List.of());
        Segment all = counts.of(any -> true, Percentiles.NONE);
        assertThat(all.calls().shareUnder5s()).isEqualTo(0.6);
        assertThat(all.calls().shareUnder10s()).isEqualTo(0.95);
        assertThat(all.calls().shareInTime()).isEqualTo(0.9);
        assertThat(counts.of(BOOK::equals, Percentiles.NONE).calls().shareInTime())
                .isEqualTo(1);
    }

    @Test
    void countsRefusedCallsButTakesNoShareOfThem() {
        SegmentCount counts = new SegmentCount(
                List.of(new CallCount(SIGN, 200, 1, 1, 1, 1), new CallCount(SIGN, 400, 9, 0, 0, 0)),
                List.of(),
                List.of(),
                List.of());
        Segment.Calls calls = counts.of(any -> true, Percentiles.NONE).calls();
        assertThat(calls.count()).isEqualTo(10);
        assertThat(calls.byHttpResponse()).isEqualTo(Map.of("200", 1L, "400", 9L));
        assertThat(calls.shareUnder5s()).isEqualTo(1);
    }

    @Test
    void countsWhatWasSaidAndNotWhatWasLeftOut() {
        SegmentCount counts = new SegmentCount(
                List.of(),
                List.of(
                        answer("conditional", "auth-needed", "clinical", "http://form", 3),
                        answer("conditional", "auth-needed", "", "", 2),
                        answer("not-covered", "no-auth", "no-doc", "", 4),
                        answer("", "", "", "", 5)),
                List.of(new OrderCount(SIGN, 8)),
                List.of());
        Segment all = counts.of(any -> true, Percentiles.NONE);
        Segment.Answers told = all.coverageInfo();
        assertThat(told.told()).isEqualTo(9);
        assertThat(told.byCovered()).isEqualTo(Map.of("conditional", 5L, "not-covered", 4L));
        assertThat(told.byPaNeeded()).isEqualTo(Map.of("auth-needed", 5L, "no-auth", 4L));
        assertThat(told.byQuestionnaire()).isEqualTo(Map.of("http://form", 3L));
        assertThat(told.authNeededWithQuestionnaire()).isEqualTo(3);
        assertThat(told.docNeeded()).isEqualTo(3);
        assertThat(told.docNeededWithQuestionnaire()).isEqualTo(3);
        assertThat(told.byDetermination()).isEqualTo(Map.of("refer", 14L));
        assertThat(all.orders().withCoverageInfo()).isEqualTo(8);
    }

    @Test
    void setsAcceptedBesideOverridden() {
        SegmentCount counts = new SegmentCount(
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new FeedbackCount(SIGN, "p", "guideline", "accepted", 2),
                        new FeedbackCount(BOOK, "p", "guideline", "accepted", 1),
                        new FeedbackCount(SIGN, "p", "guideline", "overridden", 4),
                        new FeedbackCount(SIGN, "", "", "overridden", 1)));
        assertThat(counts.of(any -> true, Percentiles.NONE).feedback())
                .containsExactly(new Segment.Engagement("", "", 0, 1), new Segment.Engagement("p", "guideline", 3, 4));
    }

    private static AnswerCount answer(String covered, String paNeeded, String docNeeded, String form, long reviews) {
        return new AnswerCount(SIGN, "payer", "p", "refer", covered, paNeeded, docNeeded, form, reviews);
    }
}
