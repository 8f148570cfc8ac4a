package org.precert.pas.call;

import static org.precert.pas.call.Draft.CLAIM;
import static org.precert.pas.call.Draft.ITEM;
import static org.precert.pas.call.PasVersion.STU_2_0;
import static org.precert.pas.call.PasVersion.STU_2_2;
import static org.precert.pas.call.Spoiling.spoilt;

import org.junit.jupiter.api.Test;
import org.precert.requirements.PasRequirement;

/** A good request of which one item, or one piece of information, is spoilt (spec/pas.md, 2.2). */
class ItemRulesTest {

    private static final String PATH = "Bundle.entry[0].resource";

    @Test
    void theSequenceOfAnItemIsPositiveAndItsOwn() {
        spoilt(draft -> draft.set(CLAIM + "/item/1/sequence", "1")).isRefusedAt(PATH + ".item[1].sequence");
        spoilt(draft -> draft.set(CLAIM + "/item/1/sequence", "0")).isRefusedAt(PATH + ".item[1].sequence");
        spoilt(draft -> draft.set(CLAIM + "/item/1/sequence", "2.0")).isRefusedAt(PATH + ".item[1].sequence");
        spoilt(draft -> draft.remove(CLAIM + "/item/1/sequence")).isRefusedAt(PATH + ".item[1].sequence");
    }

    @Test
    void anItemHasACategoryAndAService() {
        spoilt(draft -> draft.remove(ITEM + "/category")).isWrongAt(PATH + ".item[0].category");
        spoilt(draft -> draft.remove(ITEM + "/productOrService")).isWrongAt(PATH + ".item[0].productOrService");
    }

    @Test
    @PasRequirement("conf-14")
    void anItemHasTwoTypesAndALocationSince22() {
        spoilt(STU_2_2, draft -> draft.remove(ITEM + "/extension/0")).isWrongAt(PATH + ".item[0].extension");
        spoilt(STU_2_2, draft -> draft.remove(ITEM + "/extension/1")).isWrongAt(PATH + ".item[0].extension");
        spoilt(STU_2_2, draft -> draft.remove(ITEM + "/locationCodeableConcept"))
                .isWrongAt(PATH + ".item[0].locationCodeableConcept");
        spoilt(
                        STU_2_0,
                        draft -> draft.remove(ITEM + "/extension/0")
                                .remove(ITEM + "/extension/0")
                                .remove(ITEM + "/locationCodeableConcept"))
                .isTaken();
    }

    @Test
    void aTypeOfCertificationIsOfX12() {
        spoilt(draft -> draft.recertify(0, "Z")).isWrongAt(PATH + ".item[0].extension[1]");
        spoilt(draft -> draft.certify(CLAIM, "Z")).isWrongAt(PATH + ".extension[1]");
    }

    @Test
    @PasRequirement({"prof-2", "prof-3"})
    void aQuantityHasAValueAndAUnitOfX12Since22() {
        String quantity = ITEM + "/quantity";
        String path = PATH + ".item[0].quantity";
        spoilt(STU_2_2, draft -> draft.remove(quantity + "/value")).isWrongAt(path + ".value");
        spoilt(STU_2_2, draft -> draft.remove(quantity + "/code")).isWrongAt(path + ".unit");
        spoilt(STU_2_2, draft -> draft.set(quantity, "{\"value\":1,\"unit\":\"visit\"}"))
                .isTaken();
        spoilt(STU_2_2, draft -> draft.set(quantity + "/system", "\"http://unitsofmeasure.org\""))
                .isWrongAt(path + ".system");
        spoilt(STU_2_0, draft -> draft.set(quantity + "/system", "\"http://unitsofmeasure.org\""))
                .isTaken();
        spoilt(STU_2_0, draft -> draft.remove(quantity + "/system")).isWrongAt(path + ".system");
        spoilt(draft -> draft.set(quantity + "/comparator", "\"<\"")).isRefusedAt(path + ".comparator");
        spoilt(draft -> draft.set(quantity + "/value", "\"1\"")).isRefusedAt(path + ".value");
    }

    @Test
    void aDateOfServiceIsAWholeDaySince22() {
        String path = PATH + ".item[0].servicedPeriod.start";
        spoilt(STU_2_2, draft -> draft.set(ITEM + "/servicedPeriod/start", "\"2026-12\""))
                .isWrongAt(path);
        spoilt(STU_2_0, draft -> draft.set(ITEM + "/servicedPeriod/start", "\"2026-12\""))
                .isTaken();
        spoilt(draft -> draft.set(ITEM + "/servicedPeriod/start", "\"2026-13-01\""))
                .isWrongAt(path);
    }

    @Test
    void anEventHasWholeDays() {
        String timing = CLAIM + "/supportingInfo/1/timingPeriod";
        String path = PATH + ".supportingInfo[1].timing";
        spoilt(draft -> draft.set(timing + "/end", "\"2026\"")).isWrongAt(path + "Period.end");
        spoilt(draft -> draft.remove(timing)).isWrongAt(path + "Date");
    }

    @Test
    @PasRequirement("spec-22")
    void theSequenceOfInformationIsItsOwn() {
        spoilt(draft -> draft.set(CLAIM + "/supportingInfo/1/sequence", "1"))
                .isWrongAt(PATH + ".supportingInfo[1].sequence");
    }

    @Test
    void additionalInformationIsPointedToAndDescribedSince22() {
        String info = CLAIM + "/supportingInfo/0";
        spoilt(STU_2_2, draft -> draft.remove(info + "/extension")).isWrongAt(PATH + ".supportingInfo[0].extension");
        spoilt(STU_2_0, draft -> draft.remove(info + "/extension")).isTaken();
        spoilt(draft -> draft.remove(info + "/valueReference").remove("/entry/8"))
                .isWrongAt(PATH + ".supportingInfo[0].valueReference");
    }

    @Test
    void aRequestedServiceIsAnOrder() {
        spoilt(draft -> draft.set(ITEM + "/extension/3/valueReference/reference", "\"Patient/1\"")
                        .remove("/entry/7"))
                .isWrongAt(PATH + ".item[0].extension[3].valueReference");
    }

    @Test
    void withoutItemsNothingIsAskedFor() {
        spoilt(draft -> draft.remove(CLAIM + "/item").remove("/entry/7")).isRefusedAt(PATH + ".item");
    }
}
