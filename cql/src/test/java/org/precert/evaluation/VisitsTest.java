package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.precert.decision.Answer;
import org.precert.decision.Decision;
import org.precert.decision.Determination;
import org.precert.decision.Evidence;
import org.precert.decision.Finding;

/** A visit of a type that says nothing gets the answer of the order that it is based on, whatever that says. */
class VisitsTest {

    private static final CaseDesk DESK = CaseDesk.ofTheBuild();
    private static final String OFFICE_VISIT = "CPT#99213";

    static Stream<CaseFile.Case> cases() {
        return PolicyCasesTest.cases().filter(each -> each.text().order().procedure() != null);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anAppointmentIsAnsweredAsItsOrder(CaseFile.Case each) {
        assertThat(said(each, OrderText.appointment(OFFICE_VISIT, each.text().order())))
                .isEqualTo(said(each, each.text().order()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anEncounterIsAnsweredAsItsOrder(CaseFile.Case each) {
        assertThat(said(each, OrderText.encounter("", each.text().order())))
                .isEqualTo(said(each, each.text().order()));
    }

    @Test
    void evidenceStandsWhereItWasRead() {
        CaseFile.Order order = OrderText.appointment(
                "HCPCS#J2003", OrderText.procedure("CPT#96365", "RXNORM#6130 ketamine", OrderText.CHRONIC_PAIN));
        Ruling ruling = DESK.rule(
                "bcbsks", OrderText.text("2026-06-01", new CaseFile.Member("512", null, null, null, null), order));
        assertThat(ruling.findings().statement("A").evidence())
                .filteredOn(each -> !each.about().equals("line-of-business"))
                .extracting(Evidence::source, Evidence::path, Evidence::code)
                .containsExactlyInAnyOrder(
                        tuple("ServiceRequest/order-1-is-for-1", "orderDetail", "6130"),
                        tuple("Appointment/order-1", "serviceType", "J2003"),
                        tuple("ServiceRequest/order-1-is-for-1", "code", "96365"),
                        tuple("ServiceRequest/order-1-is-for-1", "reasonCode", "G90.50"));
    }

    private record Said(
            Determination determination, List<String> missing, Map<String, Answer> findings, List<String> notices) {}

    /** What names the order of the case, as a form does, names the order that the visit is for. */
    private static List<Map<String, Object>> chartOfTheVisit(CaseFile.Text text) {
        return Objects.requireNonNullElse(text.chart(), List.<Map<String, Object>>of()).stream()
                .map(resource -> SketchedFacts.map(SketchedFacts.json(resource)
                        .replace("\"ServiceRequest/order-1\"", "\"ServiceRequest/order-1-is-for-1\"")))
                .toList();
    }

    private static Said said(CaseFile.Case each, CaseFile.Order order) {
        CaseFile.Text text = each.text();
        Ruling ruling = DESK.rule(
                each.payer(),
                new CaseFile.Text(
                        text.name(),
                        text.on(),
                        text.member(),
                        order,
                        text.with(),
                        order.procedure() == null ? chartOfTheVisit(text) : text.chart(),
                        text.answers(),
                        text.expect()));
        Map<String, Answer> findings = new HashMap<>();
        Stream.concat(ruling.findings().statements().stream(), ruling.findings().criteria().stream())
                .forEach(finding -> findings.put(finding.id(), finding.answer()));
        List<String> missing = ruling.decision() instanceof Decision.InformationNeeded needed
                ? needed.missing().stream().map(Finding::id).toList()
                : List.of();
        return new Said(
                ruling.decision().determination(),
                missing,
                findings,
                ruling.findings().notices());
    }
}
