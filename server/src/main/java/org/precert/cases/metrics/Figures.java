package org.precert.cases.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes the lines of the report of a group's requests. */
final class Figures {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String REQUESTS = "requests";
    private static final String PERCENT = "percent";

    private final SmallCells cells;
    private final List<Figure> figures = new ArrayList<>();

    private Figures(SmallCells cells) {
        this.cells = cells;
    }

    static List<Figure> of(Tally tally, SmallCells cells) {
        Figures figures = new Figures(cells);
        Tally.Urgent standard = tally.of(false);
        Tally.Urgent expedited = tally.of(true);
        figures.urgent(standard, Kind.STANDARD);
        figures.urgent(expedited, Kind.EXPEDITED);
        figures.extended(standard, expedited);
        figures.received(tally, standard.decided().size(), expedited.decided().size());
        return List.copyOf(figures.figures);
    }

    /** The numbers of the metrics of CMS-0057-F, as 42 CFR 422.122(c)(1) lists them; it has none for expedited appeals. */
    private enum Kind {
        STANDARD("standard", "Standard", 2, 3, 4, 8, Times.DAY, "days"),
        EXPEDITED("expedited", "Expedited", 6, 7, 0, 9, Times.HOUR, "hours");

        private final String id;
        private final String label;
        private final int approved;
        private final int denied;
        private final int appeal;
        private final int time;
        private final Duration unit;
        private final String unitWord;

        Kind(String id, String label, int approved, int denied, int appeal, int time, Duration unit, String unitWord) {
            this.id = id;
            this.label = label;
            this.approved = approved;
            this.denied = denied;
            this.appeal = appeal;
            this.time = time;
            this.unit = unit;
            this.unitWord = unitWord;
        }
    }

    private void urgent(Tally.Urgent requests, Kind kind) {
        long all = requests.decided().size();
        long approved = requests.approved();
        long denied = requests.denied();
        long approvedInTime = requests.count(each -> each.result().isApproved() && each.inTime());
        long deniedInTime = requests.count(each -> !each.result().isApproved() && each.inTime());
        long otherwise = requests.count(Result.APPROVED_OTHERWISE);
        long inPart = requests.count(Result.DENIED_IN_PART);
        long overturned =
                requests.appeals().stream().filter(AppealDecided::approved).count();
        count(kind, FigureName.DECIDED, all);
        share(kind, kind.approved, FigureName.APPROVED, approved, all);
        share(kind, kind.denied, FigureName.DENIED, denied, all);
        share(kind, 0, FigureName.APPROVED_OTHERWISE, otherwise, all, approved, approved - otherwise);
        share(kind, 0, FigureName.DENIED_IN_PART, inPart, all, denied, denied - inPart);
        share(kind, 0, FigureName.APPROVED_IN_TIME, approvedInTime, all, approved, approved - approvedInTime);
        share(kind, 0, FigureName.DENIED_IN_TIME, deniedInTime, all, denied, denied - deniedInTime);
        share(
                kind,
                kind.appeal,
                FigureName.APPROVED_AFTER_APPEAL,
                overturned,
                requests.appeals().size());
        times(requests, kind);
    }

    private void times(Tally.Urgent requests, Kind kind) {
        int all = requests.decided().size();
        Shown mean = Shown.NOTHING;
        Shown median = Shown.NOTHING;
        if (cells.isSmall(all)) {
            mean = Shown.WITHHELD;
            median = Shown.WITHHELD;
        } else if (all > 0) {
            Times times = new Times(requests.times(), kind.unit);
            mean = Shown.of(times.mean());
            median = Shown.of(times.median());
        }
        time(kind, FigureName.TIME_MEAN, cells.show(all), mean);
        time(kind, FigureName.TIME_MEDIAN, cells.show(all), median);
    }

    private void time(Kind kind, FigureName name, Shown requests, Shown value) {
        figures.add(new Figure(
                kind.id + "-" + name.id(),
                kind.time,
                kind.label + ": " + name.label(),
                Shown.NOTHING,
                requests,
                value,
                kind.unitWord,
                name.definition()));
    }

    private void extended(Tally.Urgent standard, Tally.Urgent expedited) {
        long all = standard.decided().size() + (long) expedited.decided().size();
        long[] parts = {standard.decided().size(), expedited.decided().size()};
        long approved = standard.count(each -> each.extended() && each.result().isApproved())
                + expedited.count(each -> each.extended() && each.result().isApproved());
        long denied = standard.count(each -> each.extended() && !each.result().isApproved())
                + expedited.count(each -> each.extended() && !each.result().isApproved());
        add(new Name(FigureName.EXTENDED_APPROVED, "", "", 5), approved, all, cells.show(all, parts), parts);
        add(new Name(FigureName.EXTENDED_DENIED, "", "", 0), denied, all, cells.show(all, parts), parts);
    }

    /** @param decided requests of each kind: what was received would tell them */
    private void received(Tally tally, long... decided) {
        long all = tally.received(story -> true);
        long notRequired = tally.received(Story.Ending.NOT_REQUIRED);
        long withdrawn = tally.received(Story.Ending.WITHDRAWN);
        long open = tally.received(Story.Ending.OPEN);
        long[] parts = Arrays.copyOf(decided, decided.length + 3);
        parts[decided.length] = notRequired;
        parts[decided.length + 1] = withdrawn;
        parts[decided.length + 2] = open;
        counted(FigureName.RECEIVED, all, parts);
        counted(FigureName.NOT_REQUIRED, notRequired);
        counted(FigureName.WITHDRAWN, withdrawn);
        counted(FigureName.OPEN, open);
    }

    private void counted(FigureName name, long count, long... told) {
        figures.add(new Figure(
                name.id(),
                0,
                name.label(),
                cells.show(count, told),
                Shown.NOTHING,
                Shown.NOTHING,
                REQUESTS,
                name.definition()));
    }

    private void count(Kind kind, FigureName name, long count) {
        figures.add(new Figure(
                kind.id + "-" + name.id(),
                0,
                kind.label + ": " + name.label(),
                cells.show(count),
                Shown.NOTHING,
                Shown.NOTHING,
                REQUESTS,
                name.definition()));
    }

    private void share(Kind kind, int metric, FigureName name, long part, long all, long... told) {
        add(new Name(name, kind.id + "-", kind.label + ": ", metric), part, all, cells.show(all), told);
    }

    /** The rest is told with a part, and so is everything that can be told from the part. */
    private void add(Name name, long part, long all, Shown denominator, long... told) {
        long[] derivable = Arrays.copyOf(told, told.length + 2);
        derivable[told.length] = all;
        derivable[told.length + 1] = all - part;
        Shown numerator = cells.show(part, derivable);
        Shown value = Shown.NOTHING;
        if (all > 0) {
            value = numerator.number().isEmpty() ? Shown.WITHHELD : Shown.of(percent(part, all));
        }
        figures.add(new Figure(
                name.prefix() + name.name().id(),
                name.metric(),
                name.before() + name.name().label(),
                numerator,
                denominator,
                value,
                PERCENT,
                name.name().definition()));
    }

    /**
     * @param prefix of its id
     * @param before the label
     */
    private record Name(FigureName name, String prefix, String before, int metric) {}

    private static BigDecimal percent(long part, long all) {
        return BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP);
    }
}
