package org.precert.review;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Coverage.ClassComponent;
import org.hl7.fhir.r4.model.Coverage.CoverageStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.precert.decision.Evidence;
import org.precert.evaluation.Facts;
import org.precert.evaluation.PolicyDesk;
import org.precert.policy.Payer;

/** Finds, among the facts, the coverages of payers that are served here, and reads the member's line of business. */
final class CoverageReading {

    private static final String PAYMENT_SOURCES = "https://nahdo.org/sopt";
    private static final int LAST = Integer.MAX_VALUE;

    private final PolicyDesk policies;

    CoverageReading(PolicyDesk policies) {
        this.policies = policies;
    }

    /** In the order that the member's coverages have. */
    List<MemberCoverage> served(Facts facts, LocalDate dateOfService) {
        return facts.ofType("Coverage").stream()
                .map(Coverage.class::cast)
                .flatMap(coverage -> payer(coverage, facts).map(payer -> read(coverage, payer, dateOfService)).stream())
                .sorted(Comparator.comparingInt(MemberCoverage::order))
                .toList();
    }

    /** Whether any coverage of the patient is in force, whoever its payer. */
    boolean anyInForce(Facts facts, LocalDate dateOfService) {
        return facts.ofType("Coverage").stream()
                .map(Coverage.class::cast)
                .anyMatch(coverage -> standing(coverage, dateOfService) == MemberCoverage.Standing.IN_FORCE);
    }

    private Optional<Payer> payer(Coverage coverage, Facts facts) {
        return coverage.getPayor().stream()
                .flatMap(payor -> identifiers(payor, coverage, facts))
                .flatMap(identifier ->
                        policies.book().payer(identifier.getSystem() + "|" + identifier.getValue()).stream())
                .findFirst();
    }

    private static Stream<Identifier> identifiers(Reference payor, Coverage coverage, Facts facts) {
        Stream<Identifier> logical = payor.hasIdentifier() ? Stream.of(payor.getIdentifier()) : Stream.empty();
        return Stream.concat(
                logical, organization(payor, coverage, facts).stream().flatMap(each -> each.getIdentifier().stream()));
    }

    private static Optional<Organization> organization(Reference payor, Coverage coverage, Facts facts) {
        String reference = payor.hasReference() ? payor.getReference() : "";
        Optional<? extends Resource> found = reference.startsWith("#")
                ? coverage.getContained().stream()
                        .filter(each -> ("#" + each.getIdElement().getIdPart().replace("#", "")).equals(reference))
                        .findFirst()
                : facts.find(reference);
        return found.filter(Organization.class::isInstance).map(Organization.class::cast);
    }

    private MemberCoverage read(Coverage coverage, Payer payer, LocalDate day) {
        String reference = "Coverage/" + coverage.getIdElement().getIdPart();
        Line line = plan(coverage, payer, reference).orElseGet(() -> paymentSource(coverage, reference));
        return new MemberCoverage(
                reference,
                payer,
                standing(coverage, day),
                line.code(),
                line.evidence(),
                coverage.hasOrder() ? coverage.getOrder() : LAST);
    }

    private record Line(Optional<String> code, List<Evidence> evidence) {}

    private static Optional<Line> plan(Coverage coverage, Payer payer, String reference) {
        for (ClassComponent each : coverage.getClass_()) {
            for (Coding type : each.getType().getCoding()) {
                String line = payer.plans().get(type.getCode() + "|" + each.getValue());
                if (line != null) {
                    return Optional.of(new Line(
                            Optional.of(line), List.of(evidence(reference, "class.value", "", each.getValue(), ""))));
                }
            }
        }
        return Optional.empty();
    }

    private Line paymentSource(Coverage coverage, String reference) {
        for (Coding type : coverage.getType().getCoding()) {
            if (PAYMENT_SOURCES.equals(type.getSystem()) && type.hasCode()) {
                return new Line(
                        policies.lines().ofPaymentSource(type.getCode()),
                        List.of(evidence(
                                reference,
                                "type",
                                PAYMENT_SOURCES,
                                type.getCode(),
                                type.hasDisplay() ? type.getDisplay() : "")));
            }
        }
        return new Line(Optional.empty(), List.of());
    }

    private static Evidence evidence(String source, String path, String system, String code, String words) {
        return new Evidence("line-of-business", source, path, system, code, words);
    }

    private static MemberCoverage.Standing standing(Coverage coverage, LocalDate day) {
        // A status that is not told is no status that ends it.
        if (coverage.hasStatus() && coverage.getStatus() != CoverageStatus.ACTIVE) {
            return MemberCoverage.Standing.NOT_ACTIVE;
        }
        Optional<LocalDate> start =
                WrittenDate.first(coverage.getPeriod().getStartElement().getValueAsString());
        Optional<LocalDate> end =
                WrittenDate.last(coverage.getPeriod().getEndElement().getValueAsString());
        boolean within = start.map(first -> !day.isBefore(first)).orElse(true)
                && end.map(last -> !day.isAfter(last)).orElse(true);
        return within ? MemberCoverage.Standing.IN_FORCE : MemberCoverage.Standing.OUTSIDE_PERIOD;
    }
}
