package org.precert.cases;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.precert.clocks.Due;
import org.precert.clocks.Subject;
import org.precert.decision.Determination;

/** Whatever could be tried on a case, by whoever: most of it must be refused. */
final class RandomEvents {

    static final Instant START = Instant.parse("2026-06-10T12:00:00Z");

    private static final List<Actor> ACTORS = List.of(
            new Actor.Client("ehr"),
            new Actor.Machine("policy|1"),
            new Person("doctor", "Dr One", "MD", "1234567893", "208VP0014X", true),
            new Person("second", "Dr Two", "DO", "", "", true),
            new Person("nurse", "Nurse", "RN", "", "", false),
            new Person("unsigned", "Dr Unsigned", "", "", "", true),
            new Person("clerk", "Clerk", "", "", "", false));
    private static final int MOST_LINES = 3;

    private final Random random;
    private Actor signing = ACTORS.get(0);

    RandomEvents(Random random) {
        this.random = random;
    }

    /** Whoever acts next: what follows may be signed by this one, or by another. */
    Actor actor() {
        signing = one(ACTORS);
        return signing;
    }

    CaseEvent.Opened opened() {
        return new CaseEvent.Opened(
                "id",
                "C1",
                "2.2.1",
                "s0",
                "payer",
                new Requester("ehr", Set.of("npi|1"), Set.of("sender")),
                new Member(Set.of("member|1"), "Name", "medicaid", "KS"),
                random.nextBoolean(),
                START,
                maybe("C0"),
                List.of(line(1), line(2)),
                random.nextBoolean() ? Optional.of(due()) : Optional.empty());
    }

    /** @throws NotPossible for what can not even be written down */
    CaseEvent event() {
        return switch (random.nextInt(20)) {
            case 0 -> opened();
            case 1 -> new CaseEvent.Updated("s1", random.nextBoolean(), lines(), Optional.of(due()));
            case 2 -> new CaseEvent.Reviewed(lines());
            case 3 -> new CaseEvent.CancelledLines("s2", random.nextInt(4) == 0 ? List.of(sequence()) : List.of());
            case 4, 5 -> new CaseEvent.Appealed("s3", random.nextBoolean(), List.of(sequence()), due());
            case 6 -> new CaseEvent.DocumentsAsked(List.of(ask()));
            case 7 -> new CaseEvent.DocumentsArrived(List.of("D" + random.nextInt(3)), "a", random.nextBoolean());
            case 8 -> new CaseEvent.Extended(due(), "why");
            case 9 -> new CaseEvent.Escalated(random.nextBoolean());
            case 10 -> new CaseEvent.PeerToPeer(START, "Dr Asking", "note");
            case 11 -> new CaseEvent.Noted("note");
            default -> new CaseEvent.Decided(sequence(), decision());
        };
    }

    private LineDecision decision() {
        return switch (random.nextInt(10)) {
            case 0 -> new LineDecision.Approved(leave(), "words", one(ACTORS));
            case 1 -> new LineDecision.Modified(leave(), service(), "words", person());
            case 2 -> new LineDecision.NotRequired("words");
            case 3 -> new LineDecision.ContactPayer("words");
            case 4 -> new LineDecision.Cancelled();
            case 5, 6, 7, 8 -> new LineDecision.Denied(one(List.of(DenialReason.values())), words(), words(), denier());
            default -> new LineDecision.Pended(one(List.of(PendReason.values())), "words", draft());
        };
    }

    private Person person() {
        if (signing instanceof Person person && random.nextInt(4) > 0) {
            return person;
        }
        return (Person) ACTORS.get(2 + random.nextInt(ACTORS.size() - 2));
    }

    private DeniedBy denier() {
        return random.nextInt(3) == 0 ? new DeniedBy.Contract("payer", "clause") : person();
    }

    private Optional<Draft> draft() {
        return random.nextBoolean()
                ? Optional.of(new Draft(one(List.of(DenialReason.values())), "words", "clause"))
                : Optional.empty();
    }

    private String words() {
        return random.nextInt(8) == 0 ? " " : "words";
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int sequence = 1; sequence <= MOST_LINES; sequence++) {
            if (random.nextInt(MOST_LINES) == 0) {
                lines.add(line(sequence));
            }
        }
        return lines;
    }

    private Line line(int sequence) {
        return new Line(
                sequence,
                service(),
                one(List.of(Subject.values())),
                basis(),
                random.nextInt(8) > 0
                        ? new LineDecision.Pended(PendReason.CLINICAL_REVIEW, "words", draft())
                        : decision(),
                "R" + sequence,
                START,
                maybe("doctor").stream().collect(Collectors.toSet()),
                "");
    }

    private Basis basis() {
        return new Basis(
                "assertion",
                one(List.of(Determination.values())),
                "policy|1",
                "Document",
                "A",
                "page 1",
                "why",
                List.of("route"),
                List.of(),
                random.nextBoolean()
                        ? Optional.of(new Basis.Earlier("earlier", Determination.REFER, random.nextBoolean()))
                        : Optional.empty());
    }

    private Service service() {
        return new Service(
                new Code("system", "code", ""),
                List.of(new Code("system", "modifier", "words")),
                random.nextBoolean() ? Optional.of(new BigDecimal("10.50")) : Optional.empty(),
                "UN",
                random.nextBoolean() ? Optional.of(LocalDate.parse("2026-06-20")) : Optional.empty(),
                Optional.empty(),
                "11");
    }

    private Authorization leave() {
        LocalDate day = LocalDate.parse("2026-06-10");
        return new Authorization("A" + random.nextInt(9), day, day, day.plusDays(random.nextInt(90)));
    }

    private DocumentAsk ask() {
        return new DocumentAsk(
                "D" + random.nextInt(3), sequence(), "11506-3", "", "", "words", START, Optional.empty());
    }

    private Due due() {
        Instant at = START.plusSeconds(3_600L * random.nextInt(300));
        return new Due(at, "rule", "72 hours", "42 CFR", Period.ofDays(random.nextInt(2) * 14), at.minusSeconds(60));
    }

    private int sequence() {
        return 1 + random.nextInt(MOST_LINES + 1);
    }

    private Optional<String> maybe(String value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
