package org.precert.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;

/** How long a rule allows. */
public sealed interface AllowedTime {

    /** When it ends for a request of that time. */
    Instant after(Instant received, ZoneId zone);

    /** For people: "72 hours". */
    String words();

    /** Elapsed hours, whatever the clocks on the wall do. */
    record Hours(int count) implements AllowedTime {

        @Override
        public Instant after(Instant received, ZoneId zone) {
            return received.plus(Duration.ofHours(count));
        }

        @Override
        public String words() {
            return count == 1 ? "1 hour" : count + " hours";
        }
    }

    /** Days of the calendar, up to the same time of day. */
    record CalendarDays(int count) implements AllowedTime {

        @Override
        public Instant after(Instant received, ZoneId zone) {
            return LocalTimes.plus(received, Period.ofDays(count), zone);
        }

        @Override
        public String words() {
            return count == 1 ? "1 calendar day" : count + " calendar days";
        }
    }
}
