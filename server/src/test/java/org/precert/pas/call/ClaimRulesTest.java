package org.precert.pas.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.precert.pas.call.Draft.CLAIM;
import static org.precert.pas.call.Draft.ITEM;
import static org.precert.pas.call.PasVersion.STU_2_0;
import static org.precert.pas.call.PasVersion.STU_2_2;
import static org.precert.pas.call.Spoiling.spoilt;

import org.junit.jupiter.api.Test;
import org.precert.requirements.PasRequirement;
import org.precert.review.InvalidRequest;

/** A good request of which the head, or somebody named in it, is spoilt (spec/pas.md, 2.2). */
class ClaimRulesTest {

    private static final String PATH = "Bundle.entry[0].resource";

    @Test
    void aClaimIsActiveAlsoToCancel() {
        spoilt(draft -> draft.remove(CLAIM + "/status")).isWrongAt(PATH + ".status");
        spoilt(draft -> draft.set(CLAIM + "/status", "\"cancelled\"")).isRefusedAt(PATH + ".status");
    }

    @Test
    void aClaimAsksForAuthorizationNotForMoney() {
        spoilt(draft -> draft.remove(CLAIM + "/use")).isWrongAt(PATH + ".use");
        spoilt(draft -> draft.set(CLAIM + "/use", "\"claim\"")).isRefusedAt(PATH + ".use");
    }

    @Test
    void theHeadOfAClaimIsComplete() {
        for (String field : new String[] {"created", "priority", "type", "identifier"}) {
            spoilt(draft -> draft.remove(CLAIM + "/" + field)).isWrongAt(PATH + "." + field);
        }
        for (String field : new String[] {"patient", "insurer", "provider"}) {
            spoilt(draft -> draft.set(CLAIM + "/" + field, "{}")).isWrongAt(PATH + "." + field);
        }
    }

    @Test
    void theTypeOfAClaimIsOneOfThreeSince22() {
        String code = CLAIM + "/type/coding/0/code";
        spoilt(STU_2_2, draft -> draft.set(code, "\"pharmacy\"")).isWrongAt(PATH + ".type");
        spoilt(STU_2_0, draft -> draft.set(code, "\"pharmacy\"")).isTaken();
    }

    @Test
    void anInsuranceIsInFocusAndHasACoverage() {
        spoilt(draft -> draft.set(CLAIM + "/insurance/0/focal", "false")).isWrongAt(PATH + ".insurance[0].focal");
        spoilt(draft -> draft.remove(CLAIM + "/insurance/0/sequence")).isWrongAt(PATH + ".insurance[0].sequence");
        spoilt(draft -> draft.set(CLAIM + "/insurance/0/coverage", "{}")).isWrongAt(PATH + ".insurance[0].coverage");
        spoilt(draft -> draft.remove(CLAIM + "/insurance")).isWrongAt(PATH + ".insurance");
    }

    @Test
    void aMemberOfTheCareTeamHasAScope() {
        spoilt(draft -> draft.remove(CLAIM + "/careTeam/0/extension")).isWrongAt(PATH + ".careTeam[0].extension");
    }

    @Test
    void aDiagnosisIsACode() {
        spoilt(draft -> draft.remove(CLAIM + "/diagnosis/0/diagnosisCodeableConcept"))
                .isWrongAt(PATH + ".diagnosis[0].diagnosisCodeableConcept");
    }

    @Test
    @PasRequirement({"conf-12", "conf-14"})
    void whatIsOptionalMayBeMissing() {
        for (String field : new String[] {"careTeam", "diagnosis", "supportingInfo", "extension"}) {
            spoilt(draft -> {
                        draft.remove(CLAIM + "/" + field);
                        if (field.equals("careTeam")) {
                            draft.remove("/entry/6").remove("/entry/5");
                        }
                        if (field.equals("supportingInfo")) {
                            draft.remove("/entry/8");
                        }
                        return draft;
                    })
                    .isTaken();
        }
        for (String field : new String[] {"servicedPeriod", "quantity", "diagnosisSequence"}) {
            spoilt(draft -> draft.remove(ITEM + "/" + field)).isTaken();
        }
        spoilt(draft -> draft.remove("/entry/1/resource/birthDate")).isTaken();
    }

    @Test
    void aDateOfBirthIsAWholeDay() {
        spoilt(draft -> draft.set("/entry/1/resource/birthDate", "\"1980\""))
                .isWrongAt("Bundle.entry[1].resource.birthDate");
    }

    @Test
    void aCoverageHasAMemberIdSince22() {
        spoilt(STU_2_2, draft -> draft.remove("/entry/4/resource/identifier"))
                .isWrongAt("Bundle.entry[4].resource.identifier");
        spoilt(STU_2_0, draft -> draft.remove("/entry/4/resource/identifier")).isTaken();
    }

    @Test
    void everybodyIsWhatTheProfilesSay() {
        spoilt(draft -> draft.set(CLAIM + "/insurer/reference", "\"Patient/1\""))
                .isWrongAt("Bundle.entry[1].resource");
    }

    @Test
    void listsAreLists() {
        spoilt(draft -> draft.set(CLAIM + "/item", "{}")).isRefusedAt(PATH + ".item");
        spoilt(draft -> draft.set(CLAIM + "/diagnosis/0", "7")).isRefusedAt(PATH + ".diagnosis[0]");
        spoilt(draft -> draft.set(CLAIM + "/patient", "\"Patient/1\"")).isRefusedAt(PATH + ".patient");
    }

    @Test
    void aClaimOfThousandsIsTooLarge() {
        Draft draft = Draft.good();
        for (int i = 2; i < 1_000; i++) {
            draft.add(
                    CLAIM + "/diagnosis",
                    "{\"sequence\":" + (i + 1) + ",\"diagnosisCodeableConcept\":{\"text\":\"x\"}}");
        }
        assertThat(draft.read().items().get(1).diagnoses()).hasSize(1_000);
        assertThatThrownBy(() -> draft.add(CLAIM + "/diagnosis", "{}").read())
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.kind()).isEqualTo(InvalidRequest.Kind.TOO_LARGE));
    }

    @Test
    void nobodyIsToldMoreThanAHundredThings() {
        Draft draft = Draft.good();
        for (int i = 0; i < 300; i++) {
            draft.add(CLAIM + "/item/0/diagnosisSequence", "77");
        }
        assertThat(draft.read().warnings()).hasSize(100);
    }

    @Test
    void aSequenceIsAPositiveNumber() {
        spoilt(draft -> draft.set(CLAIM + "/careTeam/0/sequence", "0")).isWrongAt(PATH + ".careTeam[0].sequence");
        spoilt(draft -> draft.remove(CLAIM + "/diagnosis/1/sequence")).isWrongAt(PATH + ".diagnosis[1].sequence");
    }

    @Test
    void aClaimHasTwoIdentifiersAtMost() {
        String another = "{\"system\":\"http://ehr.example/trn\",\"value\":\"T-2\"}";
        spoilt(draft -> draft.add(CLAIM + "/identifier", another)).isTaken();
        spoilt(draft -> draft.add(CLAIM + "/identifier", another).add(CLAIM + "/identifier", another))
                .isWrongAt(PATH + ".identifier");
    }
}
