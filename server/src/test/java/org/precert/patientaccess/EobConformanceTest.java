package org.precert.patientaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.precert.cases.Case;
import org.precert.cases.CaseWorld;
import org.precert.cases.LineDecision;
import org.precert.conformance.ProfileValidator;

/** The resource is a valid ExplanationOfBenefit of R4. PDex's package is not at hand: its profile is not checked here. */
class EobConformanceTest {

    private static final String BASE = "http://hl7.org/fhir/StructureDefinition/ExplanationOfBenefit";

    private final ProfileValidator validator = ProfileValidator.stu22();
    private final CaseWorld world = new CaseWorld();

    @Test
    void everyKindOfDecisionConformsToR4() {
        assumeTrue(validator.isAvailable(), validator.whyNot());
        Case state = world.request()
                .line(world.approved())
                .line(CaseWorld.pended())
                .line(CaseWorld.pended())
                .line(new LineDecision.NotRequired("None is needed"))
                .line(new LineDecision.ContactPayer("Another program decides"))
                .line(CaseWorld.pended())
                .open();
        state = world.deny(state, 2);
        state = world.decide(state, CaseWorld.REVIEWER, 3, world.modified());
        EobWriter writer = new EobWriter(new ObjectMapper());
        assertThat(errors(writer, state)).isEmpty();
        state = world.cancel(state, 1, 2, 3, 4, 5, 6);
        assertThat(errors(writer, state)).isEmpty();
    }

    /** Without R4's own mistake: it binds the priority to a CodeSystem. */
    private List<String> errors(EobWriter writer, Case state) {
        return validator.errors(writer.write(state, state.lines()).toString(), BASE).stream()
                .filter(error -> !error.contains("Terminology_TX_ValueSet_NotFound_CS"))
                .toList();
    }
}
