package org.precert.pas.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.precert.pas.call.Draft.CLAIM;
import static org.precert.pas.call.Draft.ITEM;
import static org.precert.pas.call.PasVersion.STU_2_2;
import static org.precert.pas.call.Spoiling.spoilt;

import org.junit.jupiter.api.Test;
import org.precert.requirements.PasRequirement;

/** A good request whose Bundle is spoilt in one way is refused at exactly that place (spec/pas.md, 2.2). */
class BundleRulesTest {

    private static final String PATH = "Bundle.entry[0].resource";

    @Test
    void aGoodRequestIsTakenWithoutAWarning() {
        spoilt(draft -> draft).isTaken();
        for (PasVersion version : PasVersion.values()) {
            assertThat(Draft.good().read(version, false).warnings()).isEmpty();
            assertThat(Draft.good().read(version, true).warnings()).isEmpty();
        }
    }

    @Test
    void theFirstThingFoundIsToldAndHowManyMoreThereAre() {
        assertThatThrownBy(() -> Draft.good()
                        .remove("/timestamp")
                        .remove(CLAIM + "/created")
                        .remove(CLAIM + "/priority")
                        .read())
                .hasMessage("The Bundle has no timestamp (and 2 more)");
    }

    @Test
    void whatWasSentIsNeverQuoted() {
        assertThatThrownBy(() ->
                        Draft.good().set(CLAIM + "/status", "\"Jane Doe\"").read())
                .hasMessageNotContaining("Jane");
    }

    @Test
    void theBundleIsACollectionWithAnIdentifierAndATimestamp() {
        spoilt(draft -> draft.set("/type", "\"batch\"")).isWrongAt("Bundle.type");
        spoilt(draft -> draft.remove("/identifier")).isWrongAt("Bundle.identifier");
        spoilt(draft -> draft.set("/timestamp", "\"yesterday\"")).isWrongAt("Bundle.timestamp");
    }

    @Test
    void anEntryOfACollectionIsNoneOfATransaction() {
        spoilt(draft -> draft.set("/entry/1/request", "{\"method\":\"PUT\"}")).isWrongAt("Bundle.entry[1].request");
        spoilt(draft -> draft.set("/entry/1/search", "{}")).isWrongAt("Bundle.entry[1].search");
        spoilt(draft -> draft.set("/entry/1/response", "{}")).isWrongAt("Bundle.entry[1].response");
    }

    @Test
    @PasRequirement("spec-12")
    void theFirstEntryIsAClaim() {
        spoilt(draft -> draft.set(CLAIM + "/resourceType", "\"Basic\"")).isRefusedAt(PATH);
        spoilt(draft -> draft.set("/entry", "[]")).isRefusedAt("Bundle.entry");
        spoilt(draft -> draft.remove("/entry")).isRefusedAt("Bundle.entry");
        spoilt(draft -> draft.remove("/entry/2/resource")).isRefusedAt("Bundle.entry[2].resource");
        spoilt(draft -> draft.remove("/entry/2/resource/resourceType"))
                .isRefusedAt("Bundle.entry[2].resource.resourceType");
        spoilt(draft -> draft.set("/resourceType", "\"Parameters\"")).isRefusedAt("resourceType");
    }

    @Test
    @PasRequirement("spec-16")
    void aFullUrlIsTheAddressOfTheResourceOrARandomUuid() {
        String path = "Bundle.entry[8].fullUrl";
        spoilt(draft -> document(draft, "URN:UUID:5B0F1E0A-8A2C-4C1D-9B55-0D3F8F6A7C11"))
                .isTaken();
        spoilt(draft -> document(draft, "urn:uuid:5b0f1e0a-8a2c-1c1d-9b55-0d3f8f6a7c11"))
                .isWrongAt(path);
        spoilt(draft -> document(draft, "urn:oid:1.2.3")).isWrongAt(path);
        spoilt(draft -> document(draft, "DocumentReference/1")).isWrongAt(path);
        spoilt(draft -> document(draft, "http://ehr.example/fhir/Binary/1")).isWrongAt(path);
        spoilt(draft -> draft.set("/entry/1/resource/id", "\"2\"")).isWrongAt("Bundle.entry[1].fullUrl");
    }

    @Test
    void anEntryHasAFullUrl() {
        assertThatThrownBy(() -> Draft.good().remove("/entry/8/fullUrl").read())
                .hasMessageStartingWith("An entry has no fullUrl");
        SubmittedRequest lenient = Draft.good().remove("/entry/1/fullUrl").read(STU_2_2, true);
        assertThat(lenient.patient().orElseThrow().fullUrl()).matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4.*");
    }

    @Test
    @PasRequirement("spec-14")
    void aResourceStandsInTheBundleOnce() {
        spoilt(draft -> draft.add("/entry", draft.bundle().at("/entry/1").toString()))
                .isWrongAt("Bundle.entry[9].fullUrl");
    }

    @Test
    void twoDifferentResourcesOfOneFullUrlContradictEachOther() {
        spoilt(draft -> draft.add("/entry", draft.bundle().at("/entry/1").toString())
                        .set("/entry/9/resource/birthDate", "\"1990-01-01\""))
                .isRefusedAt("Bundle.entry[9].fullUrl");
    }

    @Test
    @PasRequirement({"spec-13", "spec-18", "spec-67"})
    void whatIsReferredToIsInTheBundle() {
        spoilt(draft -> draft.set(CLAIM + "/careTeam/0/provider/reference", "\"PractitionerRole/2\"")
                        .remove("/entry/6")
                        .remove("/entry/5"))
                .isWrongAt(PATH + ".careTeam[0].provider.reference");
        spoilt(draft -> draft.remove("/entry/6")).isWrongAt("Bundle.entry[5].resource.practitioner.reference");
    }

    @Test
    void aLogicalReferenceNeedsNoResource() {
        spoilt(draft -> draft.set("/entry/7/resource/requester", "{\"identifier\":{\"value\":\"X\"}}"))
                .isTaken();
    }

    @Test
    @PasRequirement("spec-20")
    void whatIsInTheBundleIsReferredTo() {
        spoilt(
                        draft -> draft.add(
                                "/entry",
                                "{\"fullUrl\":\"http://ehr.example/fhir/Basic/1\",\"resource\":{\"resourceType\":\"Basic\",\"id\":\"1\"}}"))
                .isWrongAt("Bundle.entry[9].resource");
    }

    @Test
    @PasRequirement("spec-25")
    void aModifierThatIsNotKnownIsRefusedAtEveryDoor() {
        String unknown = "[{\"url\":\"http://ehr.example/not\",\"valueBoolean\":true}]";
        spoilt(draft -> draft.set(CLAIM + "/modifierExtension", unknown)).isRefusedAt(PATH + ".modifierExtension[0]");
        spoilt(draft -> draft.set(ITEM + "/modifierExtension", unknown))
                .isRefusedAt(PATH + ".item[0].modifierExtension[0]");
        spoilt(draft -> draft.set("/entry/7/resource/modifierExtension", unknown))
                .isRefusedAt("Bundle.entry[7].resource.modifierExtension[0]");
        spoilt(draft -> draft.cancel(CLAIM + "/careTeam/0", true))
                .isRefusedAt(PATH + ".careTeam[0].modifierExtension[0]");
    }

    @Test
    @PasRequirement("spec-25")
    void anExtensionThatIsNotKnownIsPassedOver() {
        spoilt(draft -> draft.add(CLAIM + "/extension", "{\"url\":\"http://ehr.example/x\",\"valueBoolean\":true}"))
                .isTaken();
    }

    private static Draft document(Draft draft, String url) {
        return draft.set("/entry/8/fullUrl", "\"" + url + "\"")
                .set(CLAIM + "/supportingInfo/0/valueReference/reference", "\"" + url + "\"");
    }
}
