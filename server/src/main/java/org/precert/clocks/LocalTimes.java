package org.precert.clocks;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/** Counts days on the wall's calendar. */
final class LocalTimes {

    private LocalTimes() {}

    static Instant plus(Instant start, Period days, ZoneId zone) {
        return earliest(LocalDateTime.ofInstant(start, zone).plus(days), zone);
    }

    /** Where clocks are changed, a time of day may come twice or never: of its two readings the earlier, so that nobody is late. */
    private static Instant earliest(LocalDateTime local, ZoneId zone) {
        ZoneRules rules = zone.getRules();
        return Optional.ofNullable(rules.getTransition(local))
                .map(LocalTimes::largerOffset)
                .map(local::toInstant)
                .orElseGet(() -> local.toInstant(rules.getOffset(local)));
    }

    private static ZoneOffset largerOffset(ZoneOffsetTransition change) {
        return change.isGap() ? change.getOffsetAfter() : change.getOffsetBefore();
    }
}
