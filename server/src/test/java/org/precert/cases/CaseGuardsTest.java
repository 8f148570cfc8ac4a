package org.precert.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precert.cases.LineDecision.Approved;
import org.precert.cases.LineDecision.Cancelled;
import org.precert.cases.LineDecision.ContactPayer;
import org.precert.cases.LineDecision.Denied;
import org.precert.cases.LineDecision.Modified;
import org.precert.cases.LineDecision.Pended;
import org.precert.clocks.Due;
import org.precert.clocks.Subject;
import org.precert.decision.Determination;

/** What can not happen to a case, and why. */
class CaseGuardsTest {

    private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
    private static final Actor PROVIDER = new Actor.Client("ehr");
    private static final Actor MACHINE = new Actor.Machine("policy|1");
    private static final Person DOCTOR = new Person("doctor", "Dr One", "MD", "", "", true);
    private static final Person SECOND = new Person("second", "Dr Two", "DO", "", "", true);
    private static final Person NURSE = new Person("nurse", "Nurse", "RN", "", "", false);
    private static final LineDecision PENDED =
            new Pended(PendReason.CLINICAL_REVIEW, "A clinician reviews it", Optional.empty());

    private static Case opened(LineDecision... decisions) {
        List<Line> lines = IntStream.range(0, decisions.length)
                .mapToObj(i -> line(i + 1, decisions[i]))
                .toList();
        return Case.of(List.of(new Recorded(1, NOW, PROVIDER, event(lines))));
    }

    private static CaseEvent.Opened event(List<Line> lines) {
        return new CaseEvent.Opened(
                "id",
                "C1",
                "2.2.1",
                "s0",
                "payer",
                new Requester("ehr", Set.of(), Set.of()),
                new Member(Set.of(), "Name", "", ""),
                false,
                NOW,
                Optional.empty(),
                lines,
                Optional.of(due(1)));
    }

    private static Due due(int days) {
        Instant at = NOW.plusSeconds(86_400L * days);
        return new Due(at, "rule", "7 calendar days", "42 CFR", Period.ofDays(14), at.minusSeconds(3_600));
    }

    private static Line line(int sequence, LineDecision decision) {
        Service service = new Service(
                new Code("system", "code", ""),
                List.of(),
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                "");
        Basis basis = new Basis(
                "assertion",
                Determination.INVESTIGATIONAL,
                "policy|1",
                "Document",
                "A",
                "page 1",
                "why",
                List.of(),
                List.of(),
                Optional.empty());
        return new Line(sequence, service, Subject.SERVICE, basis, decision, "R" + sequence, NOW, Set.of(), "");
    }

    private static Case then(Case state, Actor by, CaseEvent event) {
        return state.after(new Recorded(state.events() + 1, NOW, by, event));
    }

    private static Case decided(Case state, Actor by, LineDecision decision) {
        return then(state, by, new CaseEvent.Decided(1, decision));
    }

    private static void refused(Case state, Actor by, CaseEvent event, String words) {
        assertThatThrownBy(() -> then(state, by, event))
                .isInstanceOf(NotPossible.class)
                .hasMessageContaining(words);
    }

    private static Denied denial(DeniedBy by) {
        return new Denied(DenialReason.EXPERIMENTAL, "The specific reason", "Document, statement A", by);
    }

    private static Approved approval(Actor by) {
        return new Approved(leave(), "words", by);
    }

    private static Authorization leave() {
        LocalDate day = LocalDate.parse("2026-06-10");
        return new Authorization("A1", day, day, day);
    }

    private static Case denied() {
        return decided(opened(PENDED), DOCTOR, denial(DOCTOR));
    }

    private static Case appealed() {
        return then(denied(), PROVIDER, new CaseEvent.Appealed("s1", false, List.of(1), due(30)));
    }

    @Test
    void aDenialNamesItsReasonAndItsClause() {
        for (String blank : List.of("", "  ")) {
            assertThatThrownBy(() -> new Denied(DenialReason.NOT_COVERED, blank, "clause", DOCTOR))
                    .isInstanceOf(NotPossible.class);
            assertThatThrownBy(() -> new Denied(DenialReason.NOT_COVERED, "words", blank, DOCTOR))
                    .isInstanceOf(NotPossible.class);
        }
    }

    @ParameterizedTest
    @EnumSource(DenialReason.class)
    void careIsDeniedByAPhysicianAlone(DenialReason reason) {
        Person unsigned = new Person("unsigned", "Dr Unsigned", "", "", "", true);
        assertThat(DOCTOR.mayDeny(reason)).isTrue();
        assertThat(NURSE.mayDeny(reason)).isEqualTo(!reason.clinical());
        assertThat(unsigned.mayDeny(reason)).isFalse();
        if (reason.clinical()) {
            assertThatThrownBy(() -> new Denied(reason, "words", "clause", NURSE))
                    .isInstanceOf(NotPossible.class);
        }
    }

    @ParameterizedTest
    @EnumSource(DenialReason.class)
    void aContractDeniesWhatItExcludesAndNothingElse(DenialReason reason) {
        assertThat(new DeniedBy.Contract("payer", "clause").mayDeny(reason))
                .isEqualTo(reason == DenialReason.NOT_COVERED);
    }

    @Test
    void nobodyIsDeniedBeforeAnybodyLooked() {
        List<Line> lines = List.of(line(1, denial(DOCTOR)));
        Recorded first = new Recorded(1, NOW, DOCTOR, event(lines));
        assertThatThrownBy(() -> Case.of(List.of(first))).isInstanceOf(NotPossible.class);
        refused(
                opened(PENDED),
                DOCTOR,
                new CaseEvent.Updated("s1", false, lines, Optional.empty()),
                "by a person alone");
        refused(opened(PENDED), DOCTOR, new CaseEvent.Reviewed(lines), "by a person alone");
    }

    @Test
    void nothingIsGrantedOtherwiseThanAskedBeforeAnybodyLooked() {
        List<Line> lines = List.of(line(1, new Modified(leave(), line(1, PENDED).service(), "words", DOCTOR)));
        refused(opened(PENDED), MACHINE, new CaseEvent.Reviewed(lines), "by a person alone");
        refused(opened(PENDED), PROVIDER, new CaseEvent.Updated("s1", false, lines, Optional.empty()), "person alone");
    }

    @Test
    void aDenialIsSignedByWhoDecidesIt() {
        for (Actor other : List.of(MACHINE, PROVIDER, SECOND, NURSE)) {
            refused(opened(PENDED), other, new CaseEvent.Decided(1, denial(DOCTOR)), "signed by the person");
        }
        assertThat(denied().line(1).decision()).isEqualTo(denial(DOCTOR));
    }

    @Test
    void aModificationIsSignedByWhoDecidesIt() {
        Modified modified = new Modified(leave(), line(1, PENDED).service(), "words", DOCTOR);
        refused(opened(PENDED), MACHINE, new CaseEvent.Decided(1, modified), "signed by the person");
        assertThat(decided(opened(PENDED), DOCTOR, modified).line(1).decision()).isEqualTo(modified);
    }

    @Test
    void moreThanWasAskedForIsGrantedByNobody() {
        Line line = line(1, PENDED);
        Line six = new Line(
                1,
                infusions(6),
                line.subject(),
                line.basis(),
                PENDED,
                line.reference(),
                NOW,
                Set.of(),
                line.fingerprint());
        Case state = Case.of(List.of(new Recorded(1, NOW, PROVIDER, event(List.of(six)))));
        refused(
                state,
                DOCTOR,
                new CaseEvent.Decided(1, new Modified(leave(), infusions(7), "words", DOCTOR)),
                "More than was asked for");
        Modified same = new Modified(leave(), infusions(6), "words", DOCTOR);
        assertThat(decided(state, DOCTOR, same).line(1).decision()).isEqualTo(same);
    }

    private static Service infusions(int quantity) {
        return new Service(
                new Code("system", "code", ""),
                List.of(),
                Optional.of(BigDecimal.valueOf(quantity)),
                "",
                Optional.empty(),
                Optional.empty(),
                "");
    }

    @Test
    void lessThanWasAskedForIsGrantedByAPhysicianAlone() {
        assertThatThrownBy(() -> new Modified(leave(), line(1, PENDED).service(), "words", NURSE))
                .isInstanceOf(NotPossible.class);
        assertThatThrownBy(() -> new Modified(leave(), line(1, PENDED).service(), " ", DOCTOR))
                .isInstanceOf(NotPossible.class);
    }

    @Test
    void anApprovalIsSignedByWhoDecidesIt() {
        refused(opened(PENDED), MACHINE, new CaseEvent.Decided(1, approval(DOCTOR)), "signed by who");
        refused(opened(PENDED), MACHINE, new CaseEvent.Reviewed(List.of(line(1, approval(DOCTOR)))), "just come in");
    }

    @Test
    void whoDeniedIsNotForgottenWhenTheRequestIsReviewedAnew() {
        Case anew = then(appealed(), MACHINE, new CaseEvent.Reviewed(List.of(line(1, PENDED))));
        refused(anew, DOCTOR, new CaseEvent.Decided(1, approval(DOCTOR)), "somebody else");
        CaseEvent update = new CaseEvent.Updated("s2", false, List.of(line(1, PENDED)), Optional.of(due(7)));
        refused(
                then(appealed(), PROVIDER, update),
                DOCTOR,
                new CaseEvent.Decided(1, approval(DOCTOR)),
                "somebody else");
    }

    @Test
    void noneOfThoseWhoDeniedDecidesTheSecondAppeal() {
        Case upheld = decided(appealed(), SECOND, denial(SECOND));
        Case second = then(upheld, PROVIDER, new CaseEvent.Appealed("s2", false, List.of(1), due(60)));
        for (Person denier : List.of(DOCTOR, SECOND)) {
            refused(second, denier, new CaseEvent.Decided(1, approval(denier)), "somebody else");
        }
    }

    @Test
    void whatWasDeniedIsNotTakenBack() {
        Case cancelled = then(denied(), PROVIDER, new CaseEvent.CancelledLines("s1", List.of(1)));
        assertThat(cancelled.line(1).decision()).isEqualTo(denial(DOCTOR));
    }

    @Test
    void anExtensionGivesMoreTime() {
        refused(opened(PENDED), NURSE, new CaseEvent.Extended(due(0), "why"), "more time");
    }

    @Test
    void whatIsDecidedIsNotDecidedAgain() {
        Case state = decided(opened(PENDED), NURSE, approval(NURSE));
        refused(state, DOCTOR, new CaseEvent.Decided(1, denial(DOCTOR)), "decided already");
        refused(state, MACHINE, new CaseEvent.Reviewed(List.of(line(1, PENDED))), "decided already");
        refused(state, NURSE, new CaseEvent.DocumentsAsked(List.of(ask(1))), "decided already");
        refused(state, NURSE, new CaseEvent.Extended(due(9), "why"), "decided already");
    }

    @Test
    void aLineThatIsNotThereIsNotDecided() {
        refused(opened(PENDED), DOCTOR, new CaseEvent.Decided(2, denial(DOCTOR)), "no such line");
    }

    @Test
    void aCaseIsOpenedOnce() {
        refused(opened(PENDED), PROVIDER, event(List.of()), "open already");
    }

    @Test
    void whoDeniedDoesNotDecideTheAppeal() {
        refused(appealed(), DOCTOR, new CaseEvent.Decided(1, denial(DOCTOR)), "somebody else");
        refused(appealed(), DOCTOR, new CaseEvent.Decided(1, approval(DOCTOR)), "somebody else");
        assertThat(decided(appealed(), SECOND, denial(SECOND)).line(1).decision())
                .isEqualTo(denial(SECOND));
    }

    @Test
    void whoDeniedStillAsksForWhatTheAppealNeeds() {
        Pended waits = new Pended(PendReason.DOCUMENTS, "The last note", Optional.empty());
        assertThat(decided(appealed(), DOCTOR, waits).line(1).deniedBy()).contains("doctor");
    }

    @Test
    void whatWasNotDeniedIsNotAppealedAgainst() {
        refused(opened(PENDED), PROVIDER, new CaseEvent.Appealed("s1", false, List.of(1), due(30)), "was not denied");
    }

    @Test
    void whatIsDeniedOrCancelledIsNotChanged() {
        CaseEvent update = new CaseEvent.Updated("s1", false, List.of(line(1, PENDED)), Optional.of(due(7)));
        refused(denied(), PROVIDER, update, "was denied");
        Case cancelled = then(opened(PENDED), PROVIDER, new CaseEvent.CancelledLines("s1", List.of(1)));
        assertThat(cancelled.line(1).decision()).isEqualTo(new Cancelled());
        refused(cancelled, PROVIDER, update, "was cancelled");
    }

    @Test
    void theTimeIsExtendedOnce() {
        Case extended = then(opened(PENDED), NURSE, new CaseEvent.Extended(due(15), "why"));
        assertThat(extended.due()).contains(due(15));
        refused(extended, NURSE, new CaseEvent.Extended(due(29), "why"), "extended already");
    }

    @Test
    void nothingIsDueOnceNothingIsOpen() {
        Case two = opened(PENDED, new ContactPayer("Call us"));
        Case one = decided(two, NURSE, approval(NURSE));
        assertThat(one.due()).isPresent();
        assertThat(then(one, NURSE, new CaseEvent.Decided(2, approval(NURSE))).due())
                .isEmpty();
    }

    @Test
    void aNewDueTimeIsWatchedAnew() {
        Case warned = then(opened(PENDED), MACHINE, new CaseEvent.Escalated(false));
        assertThat(warned.escalated()).isEqualTo(1);
        assertThat(then(warned, NURSE, new CaseEvent.Extended(due(15), "why")).escalated())
                .isZero();
    }

    @Test
    void documentsAreThereWhenTheProviderSendsNoMore() {
        Case asked = then(opened(PENDED), NURSE, new CaseEvent.DocumentsAsked(List.of(ask(1))));
        assertThat(then(asked, PROVIDER, new CaseEvent.DocumentsArrived(List.of("D1"), "a", false))
                        .openAsks())
                .hasSize(1);
        assertThat(then(asked, PROVIDER, new CaseEvent.DocumentsArrived(List.of("D1"), "a", true))
                        .openAsks())
                .isEmpty();
    }

    @Test
    void eventsFollowEachOtherWithoutGaps() {
        Case state = opened(PENDED);
        Recorded later = new Recorded(3, NOW, NURSE, new CaseEvent.Noted("note"));
        assertThatThrownBy(() -> state.after(later)).isInstanceOf(IllegalStateException.class);
        Recorded noted = new Recorded(1, NOW, NURSE, new CaseEvent.Noted("note"));
        assertThatThrownBy(() -> Case.of(List.of(noted))).isInstanceOf(IllegalStateException.class);
    }

    private static DocumentAsk ask(int line) {
        return new DocumentAsk("D1", line, "11506-3", "", "", "The last note", NOW, Optional.empty());
    }
}
