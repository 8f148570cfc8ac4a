package org.precert.pas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.cases.Case;
import org.precert.cases.CaseEvent;
import org.precert.cases.CaseStore;
import org.precert.cases.DenialReason;
import org.precert.cases.LineDecision;
import org.precert.cases.NotPossible;
import org.precert.cases.Person;
import org.precert.requirements.PasRequirement;
import org.precert.testing.DemoServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of a request that is changed, taken back, or appealed against. */
@DemoServer
class UpdateTest {

    private static final String PAIN = "bcbsks-investigational-pain";
    private static final String CERTIFICATION =
            "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-certificationType";
    private static final String CANCELLED =
            "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/modifierextension-infoCancelled";

    @Autowired
    private CaseStore cases;

    private int port;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        this.port = port;
    }

    static void certification(ObjectNode claim, String code) {
        ObjectNode extension = claim.withArray("extension").addObject().put("url", CERTIFICATION);
        extension
                .putObject("valueCodeableConcept")
                .putArray("coding")
                .addObject()
                .put("system", "https://codesystem.x12.org/005010/1322")
                .put("code", code);
    }

    static void cancel(ObjectNode item, boolean value) {
        item.withArray("modifierExtension").addObject().put("url", CANCELLED).put("valueBoolean", value);
    }

    private Case denied(PasCall.Answer answer, Person by) {
        Case state = cases.find(answer.claimResponse().path("id").asText()).orElseThrow();
        for (int line : List.of(1, 2)) {
            LineDecision denial = new LineDecision.Denied(
                    DenialReason.EXPERIMENTAL, "Investigational for CRPS under statement A.", "statement A", by);
            state = cases.append(state, by, List.of(new CaseEvent.Decided(line, denial)), List.of());
        }
        return state;
    }

    private static Person doctor(String id) {
        return new Person(id, "Dr. " + id, "MD", "1234567893", "208VP0000X", true);
    }

    @Test
    void theWholeRequestIsTakenBack() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        call.submit(port);
        PasCall.Answer answer =
                call.update("2.2.1", claim -> certification(claim, "3")).submit(port);
        assertThat(answer.codes()).isEqualTo(Map.of(1, "C", 2, "C"));
    }

    @Test
    @PasRequirement({"spec-69", "spec-70"})
    void oneLineIsTakenBack() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        call.submit(port);
        PasCall.Answer answer = call.update("2.2.1", claim -> {
                    ObjectNode item = (ObjectNode) claim.at("/item/1");
                    cancel(item, true);
                    item.path("extension").forEach(each -> {
                        if (each.path("url").asText().equals(CERTIFICATION)) {
                            ((ObjectNode) each.at("/valueCodeableConcept/coding/0")).put("code", "3");
                        }
                    });
                    InquireTest.change(item, "2026-06-15");
                })
                .submit(port);
        assertThat(answer.codes()).isEqualTo(Map.of(1, "A4", 2, "C"));
    }

    @Test
    @PasRequirement("own@not-cancelled")
    void notTakenBackIsNotTakenBack() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        call.submit(port);
        PasCall.Answer answer = call.update("2.2.1", claim -> cancel((ObjectNode) claim.at("/item/1"), false))
                .submit(port);
        assertThat(answer.codes()).isEqualTo(Map.of(1, "A4", 2, "A4"));
    }

    @Test
    void anUpdateOfNothingKnownIsNotReviewed() {
        PasCall.Answer answer =
                PasCall.of("2.2.1", PAIN).update("2.2.1", claim -> {}).submit(port);
        assertThat(answer.claimResponse().path("outcome").asText()).isEqualTo("error");
        assertThat(answer.claimResponse().at("/error/0/code/coding/0/code").asText())
                .isEqualTo("AA");
    }

    @Test
    void anotherMembersRequestIsNotChanged() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        call.submit(port);
        PasCall other = call.update("2.2.1", claim -> certification(claim, "3"));
        other.bundle().findParents("identifier").stream()
                .filter(each -> each.at("/identifier/0/value").asText().equals(call.member()))
                .forEach(each -> ((ObjectNode) each.at("/identifier/0")).put("value", "M-other"));
        assertThat(other.submit(port).claimResponse().path("outcome").asText()).isEqualTo("error");
    }

    @Test
    @PasRequirement("spec-64")
    void whatWasDeniedIsNotChangedButAppealedAgainst() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        denied(call.submit(port), doctor("first"));
        PasCall.Answer changed = call.update("2.2.1", claim -> InquireTest.change(claim.at("/item/0"), "2026-07-01"))
                .submit(port);
        assertThat(changed.claimResponse().path("outcome").asText()).isEqualTo("error");
        PasCall.Answer appeal =
                call.update("2.2.1", claim -> certification(claim, "2")).submit(port);
        assertThat(appeal.codes()).as(appeal.body()).isEqualTo(Map.of(1, "A4", 2, "A4"));
    }

    /** 42 CFR 422.590(h). */
    @Test
    void anAppealIsDecidedBySomebodyElse() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        Person first = doctor("first");
        denied(call.submit(port), first);
        PasCall.Answer appeal =
                call.update("2.2.1", claim -> certification(claim, "2")).submit(port);
        Case state = cases.find(appeal.claimResponse().path("id").asText()).orElseThrow();
        LineDecision again = new LineDecision.Denied(DenialReason.EXPERIMENTAL, "Again the same.", "A", first);
        assertThat(catching(() -> cases.append(state, first, List.of(new CaseEvent.Decided(1, again)), List.of())))
                .containsInstanceOf(NotPossible.class);
        Person second = doctor("second");
        LineDecision upheld = new LineDecision.Denied(DenialReason.EXPERIMENTAL, "Looked at anew.", "A", second);
        assertThat(cases.append(state, second, List.of(new CaseEvent.Decided(1, upheld)), List.of())
                        .line(1)
                        .decision())
                .isEqualTo(upheld);
    }

    private static Optional<RuntimeException> catching(Runnable action) {
        try {
            action.run();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    @Test
    void withoutADenialThereIsNothingToAppealAgainst() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        call.submit(port);
        PasCall.Answer appeal =
                call.update("2.2.1", claim -> certification(claim, "2")).submit(port);
        assertThat(appeal.claimResponse().path("outcome").asText()).isEqualTo("error");
    }

    /** PAS 2.2.1, spec-34 and 46. */
    @Test
    @PasRequirement({"spec-34", "spec-46", "spec-71", "spec-72"})
    void theAnswerHasEachLineThatWasEverAskedFor() {
        PasCall call = PasCall.of("2.2.1", PAIN);
        call.submit(port);
        PasCall second = call.update("2.2.1", claim -> {
            ObjectNode added = ((ObjectNode) claim.at("/item/0")).deepCopy();
            added.put("sequence", 3);
            added.withArray("extension")
                    .addObject()
                    .put("url", "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-infoChanged")
                    .put("valueCode", "added");
            claim.withArray("item").add(added);
        });
        assertThat(second.submit(port).codes()).containsOnlyKeys(1, 2, 3);
    }
}
