package org.precert.cases.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.precert.cases.CaseHistories;
import org.precert.clocks.Subject;

/**
 * The requests of a year. They are read one year at a time, and kept for some minutes: the page is public, and whoever asks for it
 * often does not make the database work.
 */
final class Stories {

    private final CaseHistories histories;
    private final Clock clock;
    private final Duration kept;
    private final Map<Key, OfYear> read = new HashMap<>();

    Stories(CaseHistories histories, Clock clock, Duration kept) {
        this.histories = histories;
        this.clock = clock;
        this.kept = kept;
    }

    private record Key(ReportYear year, Subject subject) {}

    /** @param asOf when they were read */
    record OfYear(Instant asOf, List<Story> stories) {}

    synchronized OfYear of(ReportYear year, Subject subject) {
        Instant now = clock.instant();
        read.values().removeIf(each -> !now.isBefore(each.asOf().plus(kept)));
        return read.computeIfAbsent(new Key(year, subject), key -> new OfYear(now, read(year, subject)));
    }

    private List<Story> read(ReportYear year, Subject subject) {
        List<Story> stories = new ArrayList<>();
        histories.read(
                year.until(), year.from(), history -> stories.add(StoryReader.read(history, subject, year.until())));
        return List.copyOf(stories);
    }
}
