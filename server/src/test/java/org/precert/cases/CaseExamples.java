package org.precert.cases;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.precert.clocks.Due;
import org.precert.clocks.Subject;
import org.precert.decision.Determination;

/** Cases as they come about: every one is the fold of a history that the guards let pass. */
public final class CaseExamples {

    public static final String ID = "0f5c2f3e-8b1d-4c7a-9e42-5b6f0a1c2d3e";
    public static final Instant RECEIVED = Instant.parse("2026-11-02T09:30:00Z");
    public static final LocalDate SERVICE_DAY = LocalDate.of(2026, 11, 16);
    public static final Due DUE = new Due(
            RECEIVED.plus(Duration.ofDays(7)),
            "standard",
            "7 calendar days",
            "42 CFR 422.568(b)(1)",
            Period.ofDays(14),
            RECEIVED.plus(Duration.ofDays(5)));
    public static final Person PHYSICIAN =
            new Person("doctor-1", "Dr A. Reviewer", "MD", "1234567893", "208D00000X", true);
    public static final Person SECOND_PHYSICIAN = new Person("doctor-2", "Dr B. Reviewer", "MD", "", "", true);
    public static final Actor MACHINE = new Actor.Machine("policy 1");
    public static final Actor CLIENT = new Actor.Client("clinic");
    /** What must never leave the house. */
    public static final String DRAFTED = "draft-words-that-nobody-outside-sees";

    /** What can be the first word on a line. */
    private static final int FIRST = 8;
    /** What can happen to it after that. */
    private static final int NEXT = 9;

    private CaseExamples() {}

    /** A case of these decisions, line by line, as the review leaves it. */
    public static Story opened(LineDecision... decisions) {
        return new Story(List.of(decisions));
    }

    /** Any case, of one to four lines. */
    public static Arbitrary<Case> cases() {
        return Arbitraries.integers()
                .between(0, FIRST * NEXT - 1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(CaseExamples::told);
    }

    private static Case told(List<Integer> choices) {
        Story story =
                new Story(choices.stream().map(choice -> first(choice % FIRST)).toList());
        for (int i = 0; i < choices.size(); i++) {
            next(story, i + 1, choices.get(i) / FIRST);
        }
        return story.told();
    }

    private static LineDecision first(int choice) {
        return switch (choice) {
            case 0 -> approved("A1", MACHINE);
            case 1 -> pended(PendReason.DOCUMENTS);
            case 2 -> pended(PendReason.TECHNICAL);
            case 3 -> new LineDecision.NotRequired("The plan asks for none");
            case 4 -> new LineDecision.ContactPayer("Another program decides");
            case 5 ->
                new LineDecision.Denied(
                        DenialReason.NOT_COVERED,
                        "The contract excludes it",
                        "Contract, section 9",
                        new DeniedBy.Contract("payer", "section 9"));
            default -> pended(PendReason.CLINICAL_REVIEW);
        };
    }

    /** @return the same story; where the line is decided already, only what a provider can do happens */
    private static void next(Story story, int line, int choice) {
        boolean open = story.told().line(line).decision().isOpen();
        switch (choice) {
            case 1 -> story.cancelled(line);
            case 2 -> story.noted();
            default -> {
                if (open) {
                    decide(story, line, choice);
                }
            }
        }
    }

    private static void decide(Story story, int line, int choice) {
        switch (choice) {
            case 3 -> story.decided(line, approved("A2", PHYSICIAN));
            case 4 -> story.decided(line, modified());
            case 5 -> story.decided(line, denied(DenialReason.EXPERIMENTAL));
            case 6 -> story.asked(line, "18776-5");
            case 7 -> story.asked(line, DocumentAsk.QUESTIONNAIRE);
            case 8 ->
                story.decided(line, denied(DenialReason.NOT_MEDICALLY_NECESSARY))
                        .appealed(line);
            default -> {}
        }
    }

    public static LineDecision.Approved approved(String number, Actor by) {
        return new LineDecision.Approved(authorization(number), "As the policy has it.", by);
    }

    public static LineDecision.Modified modified() {
        Service granted = new Service(
                new Code("http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "J2001", ""),
                List.of(),
                Optional.of(BigDecimal.valueOf(2)),
                "",
                Optional.of(SERVICE_DAY),
                Optional.of(SERVICE_DAY.plusDays(7)),
                "22");
        return new LineDecision.Modified(
                authorization("A3"), granted, "Two units in an outpatient hospital are enough.", PHYSICIAN);
    }

    public static LineDecision.Denied denied(DenialReason reason) {
        return new LineDecision.Denied(
                reason, "The specific reason; another diagnosis would change it.", "Policy 1, statement A", PHYSICIAN);
    }

    public static LineDecision.Pended pended(PendReason reason) {
        return new LineDecision.Pended(
                reason, reason.words(), Optional.of(new Draft(DenialReason.EXPERIMENTAL, DRAFTED, DRAFTED)));
    }

    public static Authorization authorization(String number) {
        return new Authorization(number, LocalDate.of(2026, 11, 3), SERVICE_DAY, SERVICE_DAY.plusMonths(3));
    }

    public static Service service() {
        return new Service(
                new Code("http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "J2001", ""),
                List.of(),
                Optional.of(BigDecimal.TEN),
                "",
                Optional.of(SERVICE_DAY),
                Optional.of(SERVICE_DAY),
                "11");
    }

    public static Basis basis(Determination determination, boolean differs) {
        return new Basis(
                "assertion-1",
                determination,
                "policy|1",
                "Policy 1",
                "A",
                "page 3",
                DRAFTED,
                List.of(),
                List.of(),
                differs
                        ? Optional.of(new Basis.Earlier("assertion-0", Determination.AUTHORIZATION_REQUIRED, true))
                        : Optional.empty());
    }

    /** Its history, event by event. */
    public static final class Story {

        private final List<Recorded> history = new ArrayList<>();

        private Story(List<LineDecision> decisions) {
            List<Line> lines = new ArrayList<>();
            for (LineDecision decision : decisions) {
                int sequence = lines.size() + 1;
                lines.add(new Line(
                        sequence,
                        service(),
                        Subject.SERVICE,
                        basis(Determination.INVESTIGATIONAL, sequence % 2 == 0),
                        decision,
                        "N" + sequence,
                        RECEIVED,
                        Set.of(),
                        ""));
            }
            boolean open = decisions.stream().anyMatch(LineDecision::isOpen);
            then(
                    MACHINE,
                    new CaseEvent.Opened(
                            ID,
                            "C0000001",
                            "2.2.1",
                            "submission-1",
                            "payer",
                            new Requester("clinic", Set.of(), Set.of()),
                            new Member(Set.of(), "", "", ""),
                            false,
                            RECEIVED,
                            Optional.empty(),
                            lines,
                            open ? Optional.of(DUE) : Optional.empty()));
        }

        public Story then(Actor by, CaseEvent event) {
            int number = history.size() + 1;
            history.add(new Recorded(number, RECEIVED.plus(Duration.ofMinutes(number)), by, event));
            return this;
        }

        public Story decided(int line, LineDecision decision) {
            Actor by = decision instanceof LineDecision.Denied denied && denied.by() instanceof Person person
                    ? person
                    : PHYSICIAN;
            return then(by, new CaseEvent.Decided(line, decision));
        }

        public Story cancelled(int line) {
            return then(CLIENT, new CaseEvent.CancelledLines("submission-2", List.of(line)));
        }

        public Story appealed(int line) {
            return then(CLIENT, new CaseEvent.Appealed("submission-3", false, List.of(line), DUE));
        }

        public Story asked(int line, String loinc) {
            DocumentAsk ask = new DocumentAsk(
                    "D" + line + "-" + history.size(),
                    line,
                    loinc,
                    "https://precert.dev/fhir/Questionnaire/form|1",
                    "assertion-" + line,
                    "What was tried before, and for how long",
                    RECEIVED,
                    Optional.empty());
            return then(MACHINE, new CaseEvent.DocumentsAsked(List.of(ask)));
        }

        public Story noted() {
            return then(PHYSICIAN, new CaseEvent.Noted("a remark of staff"));
        }

        public Case told() {
            return Case.of(history);
        }
    }
}
