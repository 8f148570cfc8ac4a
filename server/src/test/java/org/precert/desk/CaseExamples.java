package org.precert.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.precert.cases.Actor;
import org.precert.cases.Basis;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseStore;
import org.precert.cases.Code;
import org.precert.cases.DenialReason;
import org.precert.cases.Draft;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;
import org.precert.cases.Member;
import org.precert.cases.Numbers;
import org.precert.cases.PendReason;
import org.precert.cases.Requester;
import org.precert.cases.Service;
import org.precert.clocks.Due;
import org.precert.clocks.Subject;
import org.precert.decision.Determination;

/** A pended case, with whatever a test wants otherwise. The day is 10 June 2026, noon. */
record CaseExamples(String payer, Instant due, boolean expedited, Period extension, String assertionId, String policy) {

    static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");
    static final Instant RECEIVED = Instant.parse("2026-06-08T09:00:00Z");
    static final Actor PROVIDER = new Actor.Client("");

    /** @param payer of this test alone, so that its worklist is its own */
    static CaseExamples of(String payer) {
        return new CaseExamples(
                payer, Instant.parse("2026-06-15T09:00:00Z"), false, Period.ofDays(14), "none", "made-up|1");
    }

    CaseExamples due(String at) {
        return new CaseExamples(payer, Instant.parse(at), expedited, extension, assertionId, policy);
    }

    CaseExamples urgent() {
        return new CaseExamples(payer, due, true, extension, assertionId, policy);
    }

    CaseExamples notExtendable() {
        return new CaseExamples(payer, due, expedited, Period.ZERO, assertionId, policy);
    }

    CaseExamples reviewed(String id, String policyName) {
        return new CaseExamples(payer, due, expedited, extension, id, policyName);
    }

    Case in(CaseStore cases) {
        return cases.open(opened(), PROVIDER, List.of(), List.of());
    }

    private CaseEvent.Opened opened() {
        Due until = new Due(
                due,
                "ma-service-standard",
                "7 calendar days (standard service, Medicare Advantage)",
                "42 CFR 422.568(b)(1)(ii)",
                extension,
                due.minusSeconds(86_400));
        return new CaseEvent.Opened(
                UUID.randomUUID().toString(),
                new Numbers().next("C"),
                "2.2.1",
                UUID.randomUUID().toString(),
                payer,
                new Requester("", Set.of("http://hl7.org/fhir/sid/us-npi|1234567893"), Set.of()),
                new Member(Set.of("urn:example|M1"), "Example Patient", "medicare-advantage", ""),
                expedited,
                RECEIVED,
                Optional.empty(),
                List.of(line()),
                Optional.of(until));
    }

    private Line line() {
        return new Line(
                1,
                service(),
                Subject.SERVICE,
                basis(),
                new LineDecision.Pended(
                        PendReason.CLINICAL_REVIEW,
                        "A clinician of the payer reviews it",
                        Optional.of(new Draft(
                                DenialReason.EXPERIMENTAL,
                                "The policy regards infusions for this diagnosis as investigational",
                                "Made-up policy, statement A, page 2"))),
                new Numbers().next("R"),
                RECEIVED,
                Set.of(),
                "");
    }

    static Service service() {
        return new Service(
                new Code("http://www.ama-assn.org/go/cpt", "96365", ""),
                List.of(),
                Optional.of(BigDecimal.TEN),
                "UN",
                Optional.of(LocalDate.parse("2026-06-20")),
                Optional.of(LocalDate.parse("2026-09-20")),
                "11");
    }

    private Basis basis() {
        return new Basis(
                assertionId,
                Determination.INVESTIGATIONAL,
                policy,
                "Made-up policy",
                "A",
                "page 2",
                "It is investigational for this use.",
                List.of("route"),
                List.of(),
                Optional.of(new Basis.Earlier("earlier", Determination.NOT_ADDRESSED, true)));
    }
}
