package org.precert.cases.metrics;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** The requests of a group that count in a year. */
record Tally(ReportYear year, List<Story> stories) {

    long received(Predicate<Story> which) {
        return stories.stream()
                .filter(story -> story.ending() != Story.Ending.OTHER)
                .filter(story -> year.contains(story.receivedAt()))
                .filter(which)
                .count();
    }

    long received(Story.Ending ending) {
        return received(story -> story.ending() == ending);
    }

    List<Determined> decided() {
        return stories.stream()
                .flatMap(story -> story.determined().stream())
                .filter(each -> year.contains(each.at()))
                .toList();
    }

    Urgent of(boolean expedited) {
        List<AppealDecided> appeals = stories.stream()
                .flatMap(story -> story.appeals().stream())
                .filter(each -> year.contains(each.at()) && each.expedited() == expedited)
                .toList();
        return new Urgent(
                decided().stream().filter(each -> each.expedited() == expedited).toList(), appeals);
    }

    /** The standard requests of it, or the expedited ones. */
    record Urgent(List<Determined> decided, List<AppealDecided> appeals) {

        long count(Predicate<Determined> which) {
            return decided.stream().filter(which).count();
        }

        long count(Result result) {
            return count(each -> each.result() == result);
        }

        long approved() {
            return count(each -> each.result().isApproved());
        }

        long denied() {
            return count(each -> !each.result().isApproved());
        }

        List<Duration> times() {
            return decided.stream().map(Determined::took).toList();
        }
    }

    /** Whether there is nothing at all to tell. */
    boolean isEmpty() {
        return received(story -> true) == 0
                && decided().isEmpty()
                && stories.stream()
                        .flatMap(story -> story.appeals().stream())
                        .noneMatch(each -> year.contains(each.at()));
    }
}
