package org.precert.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.precert.crash.Deed.Kind;
import org.precert.crash.Verdict.Fault;

/** What came of the kills over one database, as Markdown. */
final class CrashReport {

    private final String database;
    private final Map<String, Integer> kills = new LinkedHashMap<>();
    private final Map<String, Integer> missed = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    CrashReport(String database) {
        this.database = database;
    }

    /** @param reached whether it ended where it was to; else it was killed from outside */
    void killed(Point point, boolean reached) {
        kills.merge(point.name(), 1, Integer::sum);
        if (!reached) {
            missed.merge(point.name(), 1, Integer::sum);
        }
        System.out.println(database + " " + kills() + " " + point.name() + (reached ? "" : " (not reached)"));
    }

    int kills() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    void judged(Journal journal, Verdict verdict, Inbox inbox) {
        wrong.addAll(journal.allWrong());
        wrong.addAll(verdict.words());
        inbox.ambiguous().forEach(number -> wrong.add("Event " + number + " was told with two contents"));
        List<Deed> deeds = journal.all();
        line(
                "%s: %d kills; %d requests, %d cancellations, %d documents, %d decisions acknowledged; %d of them were in"
                        + " flight at a kill and were sent again; %d notifications, %d of them told again.",
                database,
                kills(),
                count(deeds, Kind.REQUEST),
                count(deeds, Kind.CANCELLATION),
                count(deeds, Kind.FORM),
                count(deeds, Kind.DECISION),
                deeds.stream().filter(Deed::wasShaken).count(),
                inbox.numbers().size(),
                inbox.again());
        line("");
        line("| the server ended | kills | not reached | acknowledged | sent again | lost | twice | half done |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|");
        TreeSet<String> points = new TreeSet<>(kills.keySet());
        for (String point : points) {
            List<Deed> here =
                    deeds.stream().filter(each -> each.point().equals(point)).toList();
            line(
                    "| %s | %d | %d | %d | %d | %d | %d | %d |",
                    point,
                    kills.get(point),
                    missed.getOrDefault(point, 0),
                    here.stream().filter(each -> each.answer().isPresent()).count(),
                    here.stream().filter(Deed::wasShaken).count(),
                    verdict.count(point, Fault.LOST),
                    verdict.count(point, Fault.TWICE),
                    verdict.count(point, Fault.HALF_DONE));
        }
        line("");
        wrong.forEach(each -> line("- WRONG: %s", each));
    }

    private static long count(List<Deed> deeds, Kind kind) {
        return deeds.stream()
                .filter(each -> each.kind() == kind && each.answer().isPresent())
                .count();
    }

    /** In words; empty where nothing is. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    private void line(String format, Object... values) {
        lines.add(String.format(Locale.ROOT, format, values));
    }
}
