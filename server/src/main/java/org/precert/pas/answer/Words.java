package org.precert.pas.answer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.precert.cases.Authorization;
import org.precert.cases.Service;
import org.precert.clocks.Due;

/** What notes and dispositions say alike. */
final class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Words() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String due(Due due) {
        String cited = due.citation().isBlank() ? "" : " (" + due.citation() + ")";
        return "A decision is due by " + time(due.at()) + cited + ".";
    }

    static String authorization(Authorization leave) {
        return "authorization " + leave.number() + ", for dates of service from " + leave.from() + " until "
                + leave.until();
    }

    /** A sentence, whether or not its writer ended it. */
    static String sentence(String words) {
        String text = words.strip();
        return text.isEmpty() || text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
    }

    /** Codes, amount, days and place; no descriptor of any code system. */
    static String service(Service service) {
        List<String> parts = new ArrayList<>();
        parts.add("code " + service.code().code());
        service.modifiers().forEach(modifier -> parts.add("modifier " + modifier.code()));
        service.quantity()
                .ifPresent(
                        quantity -> parts.add(("quantity " + quantity.toPlainString() + " " + service.unit()).strip()));
        service.from()
                .ifPresent(from -> parts.add(
                        service.until().filter(until -> !until.equals(from)).isPresent()
                                ? "from " + from + " until " + service.until().orElse(from)
                                : "on " + from));
        if (!service.place().isEmpty()) {
            parts.add("place of service " + service.place());
        }
        return String.join(", ", parts);
    }
}
