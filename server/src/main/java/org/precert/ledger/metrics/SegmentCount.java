package org.precert.ledger.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** Adds counts up to segments. */
record SegmentCount(
        List<CallCount> calls, List<AnswerCount> answers, List<OrderCount> orders, List<FeedbackCount> feedback) {

    Segment of(Predicate<Slice> wanted, Percentiles percentiles) {
        List<CallCount> some =
                calls.stream().filter(each -> wanted.test(each.slice())).toList();
        List<AnswerCount> said =
                answers.stream().filter(each -> wanted.test(each.slice())).toList();
        long informed = orders.stream()
                .filter(each -> wanted.test(each.slice()))
                .mapToLong(OrderCount::orders)
                .sum();
        List<FeedbackCount> made =
                feedback.stream().filter(each -> wanted.test(each.slice())).toList();
        return new Segment(
                calls(some),
                percentiles,
                new Segment.Orders(sum(some, CallCount::orders), informed),
                answers(said),
                engagements(made));
    }

    private static Segment.Calls calls(List<CallCount> calls) {
        List<CallCount> answered = calls.stream().filter(CallCount::answered).toList();
        long all = sum(answered, CallCount::calls);
        return new Segment.Calls(
                sum(calls, CallCount::calls),
                by(calls, each -> String.valueOf(each.status()), CallCount::calls),
                share(sum(answered, CallCount::under5s), all),
                share(sum(answered, CallCount::under10s), all),
                share(sum(answered, CallCount::inTime), all));
    }

    private static Segment.Answers answers(List<AnswerCount> reviews) {
        List<AnswerCount> told = reviews.stream().filter(AnswerCount::told).toList();
        List<AnswerCount> forms = told.stream().filter(AnswerCount::launchesDtr).toList();
        return new Segment.Answers(
                sum(told, AnswerCount::reviews),
                by(told, AnswerCount::covered, AnswerCount::reviews),
                by(told, AnswerCount::paNeeded, AnswerCount::reviews),
                by(told, AnswerCount::docNeeded, AnswerCount::reviews),
                by(forms, AnswerCount::questionnaire, AnswerCount::reviews),
                sum(forms, each -> each.needsAuthorization() ? each.reviews() : 0),
                sum(told, each -> each.asksForDocuments() ? each.reviews() : 0),
                sum(forms, each -> each.asksForDocuments() ? each.reviews() : 0),
                by(reviews, AnswerCount::payer, AnswerCount::reviews),
                by(reviews, AnswerCount::policy, AnswerCount::reviews),
                by(reviews, AnswerCount::determination, AnswerCount::reviews));
    }

    private static List<Segment.Engagement> engagements(List<FeedbackCount> feedback) {
        return feedback.stream()
                .map(each -> new Segment.Engagement(each.policy(), each.topic(), 0, 0))
                .distinct()
                .map(kind -> new Segment.Engagement(
                        kind.policy(),
                        kind.topic(),
                        sum(feedback, each -> each.isOf(kind) && each.accepted() ? each.cards() : 0),
                        sum(feedback, each -> each.isOf(kind) && !each.accepted() ? each.cards() : 0)))
                .sorted(Comparator.comparing(Segment.Engagement::policy).thenComparing(Segment.Engagement::topic))
                .toList();
    }

    private static <T> long sum(List<T> counts, ToLongFunction<T> number) {
        return counts.stream().mapToLong(number).sum();
    }

    /** What was not said is not counted. */
    private static <T> Map<String, Long> by(List<T> counts, Function<T, String> key, ToLongFunction<T> number) {
        return counts.stream()
                .filter(each -> !key.apply(each).isEmpty())
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.summingLong(number)));
    }

    private static double share(long part, long all) {
        return all == 0 ? 1 : (double) part / all;
    }
}
