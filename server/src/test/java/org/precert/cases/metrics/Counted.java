package org.precert.cases.metrics;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.cases.CaseWorld;
import org.precert.clocks.Subject;
import org.precert.policy.PolicyBook;

/** Reports of a world of cases. */
record Counted(CaseWorld world, List<Contract> contracts, int smallest, ZoneId zone) {

    static Counted all(CaseWorld world) {
        return new Counted(world, List.of(), 0, ZoneOffset.UTC);
    }

    Counted in(String zoneId) {
        return new Counted(world, contracts, smallest, ZoneId.of(zoneId));
    }

    Counted hidingBelow(int least) {
        return new Counted(world, contracts, least, zone);
    }

    Counted with(Contract... entries) {
        return new Counted(world, List.of(entries), smallest, zone);
    }

    Report report(int year, Subject subject, Level level) {
        Reporter reporter = new Reporter(
                new Stories(world.histories(), world, Duration.ZERO),
                new PolicyBook(List.of(), List.of()),
                new Contracts(contracts),
                new SmallCells(smallest));
        return reporter.report(new Question(new ReportYear(year, zone), subject, level, Set.of()));
    }

    /** A figure of the only group, as text: "numerator/denominator value". */
    String figure(int year, String id) {
        return figure(report(year, Subject.SERVICE, Level.PAYER), "acme", id);
    }

    static String figure(Report report, String group, String id) {
        Optional<Figure> found = report.groups().stream()
                .filter(each -> each.name().equals(group))
                .flatMap(each -> each.figures().stream())
                .filter(each -> each.id().equals(id))
                .findFirst();
        return found.map(each -> (each.numerator().text() + "/"
                                + each.denominator().text() + " " + each.value().text() + " " + each.unit())
                        .strip())
                .orElse("none");
    }
}
