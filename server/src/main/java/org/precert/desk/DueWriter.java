package org.precert.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.precert.clocks.Due;

/** Writes when a decision is due, and by which rule. */
final class DueWriter {

    private DueWriter() {}

    static void write(ObjectNode node, Due due, Instant now) {
        node.put("at", due.at().toString());
        node.put("words", due.words());
        node.put("citation", due.citation());
        node.put("rule", due.rule());
        node.put("minutesLeft", Duration.between(now, due.at()).toMinutes());
        node.put("warned", !now.isBefore(due.warnAt()));
        node.put("late", due.at().isBefore(now));
    }
}
