package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.decision.Determination;
import org.precert.decision.Proposal;
import org.precert.policy.Correction;
import org.precert.policy.Detail;
import org.precert.policy.Policy;

/** What the policies of the build propose is understood, and does not run into the same policy again. */
class ProposalsTest {

    private static final CaseDesk DESK = CaseDesk.ofTheBuild();
    private static final CaseFile.Member COMMERCIAL = new CaseFile.Member("512", null, null, null, null);

    private record Proposed(Policy policy, Proposal proposal) {}

    private record Corrected(Policy policy, Correction correction) {}

    static Stream<Proposed> proposals() {
        return policies()
                .flatMap(policy -> policy.statements().stream()
                        .flatMap(statement -> statement.comparators().stream())
                        .flatMap(comparators -> comparators.proposals().stream())
                        .map(proposal -> new Proposed(policy, proposal)));
    }

    static Stream<Corrected> corrections() {
        return policies()
                .flatMap(policy -> policy.notices().stream()
                        .flatMap(notice -> notice.corrections().stream())
                        .map(correction -> new Corrected(policy, correction)));
    }

    static Stream<Detail> routes() {
        return DESK.desk().words("route").details().stream();
    }

    @ParameterizedTest
    @MethodSource("proposals")
    void aPolicySaysNothingOfWhatItProposes(Proposed each) {
        Proposal proposal = each.proposal();
        String code = proposal.system() + "#" + proposal.code() + " " + proposal.display();
        assertThat(rule(each.policy(), OrderText.procedure(code, null, "ICD10#F33.2"))
                        .decision()
                        .determination())
                .isEqualTo(Determination.NOT_ADDRESSED);
    }

    @ParameterizedTest
    @MethodSource("corrections")
    void aCorrectedCodeIsTheSameDrugWithoutTheNotice(Corrected each) {
        Correction correction = each.correction();
        Ruling before = rule(each.policy(), lidocaine(correction.system(), correction.from()));
        Ruling after = rule(each.policy(), lidocaine(correction.system(), correction.to()));
        assertThat(after.decision().determination()).isEqualTo(before.decision().determination());
        assertThat(before.findings().notices()).contains("lidocaine-code-ended");
        assertThat(after.findings().notices()).doesNotContain("lidocaine-code-ended");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aDetailFillsItsFact(Detail detail) {
        String route = detail.system() + "#" + detail.code() + " " + detail.display();
        Ruling ruling = rule(
                policies()
                        .filter(policy -> policy.payer().equals("medica"))
                        .findFirst()
                        .orElseThrow(),
                OrderText.drug(OrderText.KETAMINE, route, OrderText.CHRONIC_PAIN));
        assertThat(ruling.decision().determination()).isIn(Determination.NOT_COVERED, Determination.NOT_ADDRESSED);
    }

    @Test
    void thereAreSomeOfEach() {
        assertThat(Map.of(
                        "proposals",
                        proposals().count(),
                        "corrections",
                        corrections().count(),
                        "routes",
                        routes().count()))
                .allSatisfy((what, number) -> assertThat(number).isPositive());
    }

    private static CaseFile.Order lidocaine(String system, String code) {
        return OrderText.procedure(system + "#" + code, OrderText.INTRAVENOUS, OrderText.CHRONIC_PAIN);
    }

    private static Ruling rule(Policy policy, CaseFile.Order order) {
        return DESK.rule(policy.payer(), OrderText.text("2026-06-01", COMMERCIAL, order));
    }

    private static Stream<Policy> policies() {
        return DESK.desk().book().policies().stream();
    }
}
