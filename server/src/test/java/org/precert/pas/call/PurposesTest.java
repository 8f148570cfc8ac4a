package org.precert.pas.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.precert.pas.call.Draft.CLAIM;
import static org.precert.pas.call.Draft.ITEM;
import static org.precert.pas.call.PasVersion.STU_2_0;
import static org.precert.pas.call.PasVersion.STU_2_2;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.precert.requirements.PasRequirement;
import org.precert.review.InvalidRequest;

/** What a submission is for, and what it changes (spec/pas.md, 2.3). */
class PurposesTest {

    private static final String REFERENCE_NUMBER = "\"valueString\":\"N-1\"";

    @Test
    @PasRequirement("own@not-cancelled")
    void aFlagThatSaysNotCancelledCancelsNothing() {
        SubmittedRequest request = Draft.good().cancel(ITEM, false).read();
        assertThat(request.items().get(0).cancelled()).isFalse();
        assertThat(request.purpose()).isEqualTo(Purpose.INITIAL);
    }

    @Test
    @PasRequirement({"spec-69", "spec-70"})
    void anItemIsCancelledByFlagAndCode() {
        SubmittedRequest request =
                Draft.update().cancel(ITEM, true).recertify(0, "3").read();
        assertThat(request.items()).extracting(RequestedItem::cancelled).containsExactly(true, false);
        assertThat(request.purpose()).isEqualTo(Purpose.UPDATE);
    }

    @Test
    void aCodeThatCancelsWithoutAFlagIsUnderstoodWithAWarning() {
        for (PasVersion version : PasVersion.values()) {
            SubmittedRequest request = Draft.update().recertify(0, "3").read(version, true);
            assertThat(request.items().get(0).cancelled()).isTrue();
            assertThat(request.warnings())
                    .extracting(Warning::path)
                    .containsExactly("Bundle.entry[0].resource.item[0]");
        }
    }

    @Test
    @PasRequirement({"spec-65", "own@prior-and-replaces"})
    void anUpdateFindsWhatItUpdates() {
        SubmittedRequest request = Draft.update().read();
        assertThat(request.purpose()).isEqualTo(Purpose.UPDATE);
        assertThat(request.prior()).map(Entry::fullUrl).contains("http://ehr.example/fhir/Claim/0");
        assertThat(request.related()).map(PriorReference::reference).contains("Claim/0");
    }

    @Test
    @PasRequirement("own@prior-and-replaces")
    void replacesIsAnotherWordForPrior() {
        String code = CLAIM + "/related/0/relationship/coding/0/code";
        for (PasVersion version : PasVersion.values()) {
            assertThat(Draft.update()
                            .set(code, "\"replaces\"")
                            .read(version, false)
                            .purpose())
                    .isEqualTo(Purpose.UPDATE);
        }
    }

    @Test
    @PasRequirement({"spec-71", "spec-72"})
    void anItemThatTheRequestBeforeDidNotHaveIsAdded() {
        Draft update = Draft.update()
                .mark(ITEM, "extension-infoChanged", "\"valueCode\":\"changed\"")
                .mark(CLAIM + "/item/1", "extension-infoChanged", "\"valueCode\":\"changed\"");
        assertThat(update.read().items())
                .extracting(RequestedItem::change)
                .containsExactly(Change.CHANGED, Change.ADDED);
    }

    @Test
    void aWholeRequestIsCancelledWithOrWithoutItems() {
        SubmittedRequest request = Draft.update().certify(CLAIM, "3").read();
        assertThat(request.purpose()).isEqualTo(Purpose.CANCEL);
        assertThat(request.items()).allMatch(RequestedItem::cancelled);
        assertThat(Draft.update()
                        .certify(CLAIM, "3")
                        .remove(CLAIM + "/item")
                        .read()
                        .items())
                .isEmpty();
    }

    @Test
    void aRequestOfWhichAllItemsAreCancelledIsCancelled() {
        Draft draft = Draft.update()
                .cancel(ITEM, true)
                .recertify(0, "3")
                .cancel(CLAIM + "/item/1", true)
                .recertify(1, "3");
        assertThat(draft.read().purpose()).isEqualTo(Purpose.CANCEL);
    }

    @Test
    void theClaimSaysWhatItIsForAndElseItsItems() {
        assertThat(Draft.good().certify(CLAIM, "2").read().purpose()).isEqualTo(Purpose.APPEAL_STANDARD);
        assertThat(Draft.good().certify(CLAIM, "R").read().purpose()).isEqualTo(Purpose.RENEWAL);
        assertThat(Draft.good().certify(CLAIM, "4").read().purpose()).isEqualTo(Purpose.EXTENSION);
        assertThat(Draft.good().certify(CLAIM, "5").read().purpose()).isEqualTo(Purpose.NOTIFICATION);
        assertThat(Draft.good().certify(CLAIM, "6").read().purpose()).isEqualTo(Purpose.VERIFICATION);
        assertThat(Draft.good().certify(CLAIM, "S").read().purpose()).isEqualTo(Purpose.UPDATE);
        assertThat(Draft.good().certify(CLAIM, "I").recertify(0, "1").read().purpose())
                .isEqualTo(Purpose.INITIAL);
        assertThat(Draft.good().recertify(0, "1").read().purpose()).isEqualTo(Purpose.APPEAL_EXPEDITED);
        assertThat(Draft.good().recertify(0, "2").read().purpose()).isEqualTo(Purpose.APPEAL_STANDARD);
        assertThat(Draft.good().recertify(0, "R").recertify(1, "R").read().purpose())
                .isEqualTo(Purpose.RENEWAL);
        assertThat(Draft.good().recertify(0, "R").read().purpose()).isEqualTo(Purpose.INITIAL);
    }

    @Test
    void aShortClockIsAskedForByLevelOfServicePriorityOrAppeal() {
        assertThat(Draft.good().read().expedited()).isFalse();
        assertThat(level("U").read().expedited()).isTrue();
        assertThat(level("03").read().expedited()).isTrue();
        assertThat(level("E").read().expedited()).isFalse();
        assertThat(Draft.good()
                        .set(CLAIM + "/priority/coding/0/code", "\"stat\"")
                        .read()
                        .expedited())
                .isTrue();
        assertThat(Draft.good().certify(CLAIM, "1").read().expedited()).isTrue();
        assertThat(Draft.good().certify(CLAIM, "2").read().expedited()).isFalse();
    }

    @Test
    void anAppealNamesTheDecisionByItsNumber() {
        PriorReference prior = Draft.good()
                .certify(CLAIM, "2")
                .mark(CLAIM, "extension-administrationReferenceNumber", REFERENCE_NUMBER)
                .mark(ITEM, "extension-authorizationNumber", "\"valueString\":\"A-1\"")
                .read()
                .related()
                .orElseThrow();
        assertThat(prior.administrativeNumbers()).containsExactly("N-1");
        assertThat(prior.authorizationNumbers()).containsExactly("A-1");
    }

    @Test
    void aFirstRequestNamesNoOtherWhateverNumbersItCarries() {
        assertThat(Draft.good()
                        .mark(CLAIM, "extension-administrationReferenceNumber", REFERENCE_NUMBER)
                        .read()
                        .related())
                .isEmpty();
    }

    @Test
    void anUpdateOf20MayNameNothingButItself() {
        SubmittedRequest request =
                Draft.good().cancel(ITEM, true).recertify(0, "3").read(STU_2_0, false);
        assertThat(request.purpose()).isEqualTo(Purpose.UPDATE);
        assertThat(request.related().flatMap(PriorReference::identifier))
                .contains(new BusinessId("http://ehr.example/trn", "T-1"));
    }

    @Test
    @PasRequirement("spec-65")
    void thePriorClaimIsSentAlongSince22() {
        String path = "Bundle.entry[0].resource.related[0].claim.reference";
        assertThat(Draft.update().remove("/entry/9").read(STU_2_0, false).prior())
                .isEmpty();
        SubmittedRequest lenient = Draft.update().remove("/entry/9").read(STU_2_2, true);
        assertThat(lenient.warnings()).extracting(Warning::path).containsExactly(path);
        assertThat(lenient.related()).map(PriorReference::reference).contains("Claim/0");
    }

    @Test
    @PasRequirement({"spec-66", "own@grandparent"})
    void whatThePriorClaimUpdatedNeedNotBeThereAndMayBe() {
        String related =
                "[{\"claim\":{\"reference\":\"Claim/00\"},\"relationship\":{\"coding\":[{\"code\":\"prior\"}]}}]";
        Draft update = Draft.update().set("/entry/9/resource/related", related);
        assertThat(update.read().warnings()).isEmpty();

        String older = update.bundle().at("/entry/9").toString().replace("Claim/0\"", "Claim/00\"");
        update.add("/entry", older).set("/entry/10/resource/id", "\"00\"").remove("/entry/10/resource/related");
        assertThat(update.read().warnings()).extracting(Warning::path).containsExactly("Bundle.entry[10].resource");
    }

    @Test
    void aRelatedClaimIsUpdatedUnlessSomethingElseIsSaid() {
        String path = "Bundle.entry[0].resource.related[0].relationship";
        Draft silent = Draft.update().remove(CLAIM + "/related/0/relationship");
        assertThatThrownBy(silent::read)
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.path()).isEqualTo(path));
        SubmittedRequest lenient = silent.read(STU_2_2, true);
        assertThat(lenient.purpose()).isEqualTo(Purpose.UPDATE);
        assertThat(lenient.warnings()).extracting(Warning::path).containsExactly(path);

        Draft other = Draft.update().set(CLAIM + "/related/0/relationship/coding/0/code", "\"associated\"");
        assertThat(other.read(STU_2_0, false).purpose()).isEqualTo(Purpose.INITIAL);
        assertThatThrownBy(other::read)
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.path()).isEqualTo(path));
    }

    @Test
    void aClaimUpdatesOneOtherClaimSince22() {
        String second = "{\"claim\":{\"reference\":\"Claim/0\"},\"relationship\":{\"coding\":[{\"code\":\"prior\"}]}}";
        Draft twice = Draft.update().add(CLAIM + "/related", second);
        assertThatThrownBy(twice::read)
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        e -> assertThat(e.path()).isEqualTo("Bundle.entry[0].resource.related[1]"));
        assertThat(twice.read(STU_2_2, true).related())
                .map(PriorReference::reference)
                .contains("Claim/0");
    }

    @Test
    void anUpdateThatNamesNothingAtAllIsWrong() {
        Draft nameless = Draft.update()
                .set(CLAIM + "/related/0/claim", "{\"display\":\"the one before\"}")
                .remove("/entry/9");
        assertThatThrownBy(nameless::read)
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        e -> assertThat(e.path()).isEqualTo("Bundle.entry[0].resource.related[0].claim"));
        assertThat(nameless.mark(CLAIM, "extension-authorizationNumber", "\"valueString\":\"A-1\"")
                        .read()
                        .related())
                .map(PriorReference::authorizationNumbers)
                .contains(List.of("A-1"));
    }

    @Test
    void anImmediateAppealWithoutALevelOfServiceIsToldAndTaken() {
        assertThat(Draft.good().certify(CLAIM, "1").read().warnings()).hasSize(1);
        assertThat(level("U").certify(CLAIM, "1").read().warnings()).isEmpty();
    }

    private static Draft level(String code) {
        return Draft.good()
                .mark(
                        CLAIM,
                        "extension-levelOfServiceCode",
                        "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"https://codesystem.x12.org/005010/1338\",\"code\":\""
                                + code + "\"}]}");
    }
}
