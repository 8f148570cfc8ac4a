package org.precert.pas.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.precert.pas.call.Draft.CLAIM;
import static org.precert.pas.call.Draft.ITEM;
import static org.precert.pas.call.PasVersion.STU_2_0;
import static org.precert.pas.call.PasVersion.STU_2_2;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.precert.requirements.PasRequirement;
import org.precert.review.InvalidRequest;

/** What an inquiry looks for (spec/pas.md, 2.5). */
class InquiryTest {

    private static final String PATH = "Bundle.entry[0].resource";

    @Test
    void whoAsksAboutWhomIsFound() {
        InquiryRequest inquiry = read(Draft.good());
        assertThat(inquiry.memberIds()).extracting(BusinessId::value).containsExactlyInAnyOrder("M-1", "S-1");
        assertThat(inquiry.providerIds())
                .extracting(BusinessId::value)
                .containsExactlyInAnyOrder("1234567893", "1999999984");
        assertThat(inquiry.insurerIds()).extracting(BusinessId::value).containsExactly("P-1");
        assertThat(inquiry.patient()).map(Entry::type).contains("Patient");
        assertThat(inquiry.warnings()).isEmpty();
    }

    @Test
    @PasRequirement({"spec-53", "own@inquiry-needs-patient"})
    void anInquiryWithoutAPatientIsRefusedAtEveryDoor() {
        refused(Draft.good().remove(CLAIM + "/patient"), STU_2_2, true, PATH + ".patient");
        refused(Draft.good().remove(CLAIM + "/patient"), STU_2_0, false, PATH + ".patient");
        Draft nameless = Draft.good().remove("/entry/1/resource/identifier").remove("/entry/4/resource/subscriberId");
        refused(nameless, STU_2_0, true, PATH + ".patient");
    }

    @Test
    void aMemberIdInTheReferenceWillDo() {
        Draft draft = Draft.good().set(CLAIM + "/patient", "{\"identifier\":{\"value\":\"M-2\"}}");
        assertThat(read(draft).memberIds()).contains(new BusinessId("", "M-2"));
    }

    @Test
    void theIdentifierIsLookedForIn20AloneAndNotIn22() {
        BusinessId own = new BusinessId("http://ehr.example/trn", "T-1");
        assertThat(Draft.good().inquire(STU_2_0, false).claimIds()).containsExactly(own);
        assertThat(Draft.good().inquire(STU_2_2, false).claimIds()).isEmpty();
    }

    @Test
    void numbersOfThePayerAreOfTheClaimAndOfItsItems() {
        InquiryRequest inquiry = read(Draft.good()
                .mark(CLAIM, "extension-authorizationNumber", "\"valueString\":\"A-1\"")
                .mark(ITEM, "extension-authorizationNumber", "\"valueString\":\"A-2\"")
                .mark(ITEM, "extension-administrationReferenceNumber", "\"valueString\":\" N-1 \""));
        assertThat(inquiry.authorizationNumbers()).containsExactly("A-1", "A-2");
        assertThat(inquiry.administrativeNumbers()).containsExactly("N-1");
    }

    @Test
    @PasRequirement({"spec-43", "own@wildcard"})
    void notApplicableStandsForAnyServiceHoweverItIsWritten() {
        String reason =
                "{\"system\":\"http://terminology.hl7.org/CodeSystem/data-absent-reason\",\"code\":\"not-applicable\"}";
        String extension =
                "{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\",\"valueCode\":\"not-applicable\"}]}";
        assertThat(service(Draft.good().set(ITEM + "/productOrService", "{\"coding\":[" + reason + "]}")))
                .isEmpty();
        assertThat(service(Draft.good().set(ITEM + "/productOrService", extension)))
                .isEmpty();
        assertThat(service(Draft.good().remove(ITEM + "/productOrService"))).isEmpty();
        assertThat(service(Draft.good())).isPresent();
    }

    @Test
    void datesOfACertificationAreDaysOrPeriods() {
        InquiredItem item = read(Draft.good()
                        .mark(ITEM, "extension-itemCertificationIssueDate", "\"valueDate\":\"2026-05-02\"")
                        .mark(
                                ITEM,
                                "extension-itemCertificationExpirationDate",
                                "\"valuePeriod\":{\"start\":\"2026-06-01\"}")
                        .mark(ITEM, "extension-itemCertificationEffectiveDate", "\"valueDate\":\"2026-05\""))
                .items()
                .get(0);
        LocalDate day = LocalDate.of(2026, 5, 2);
        assertThat(item.issued()).contains(new DateRange(Optional.of(day), Optional.of(day)));
        assertThat(item.expires()).contains(new DateRange(Optional.of(LocalDate.of(2026, 6, 1)), Optional.empty()));
        assertThat(item.effective())
                .contains(new DateRange(Optional.of(LocalDate.of(2026, 5, 1)), Optional.of(LocalDate.of(2026, 5, 31))));
        assertThat(item.serviced()).isPresent();
    }

    @Test
    void aDateThatIsNoneIsRefusedForItWouldLookForEverything() {
        String name = "extension-itemCertificationIssueDate";
        Draft draft = Draft.good().mark(ITEM, name, "\"valueDate\":\"soon\"");
        refused(draft, STU_2_2, false, PATH + ".item[0].extension[4].valueDate");
        assertThat(draft.inquire(STU_2_2, true).items().get(0).issued()).isEmpty();
        refused(
                Draft.good().set(CLAIM + "/billablePeriod", "{\"start\":\"x\"}"),
                STU_2_0,
                false,
                PATH + ".billablePeriod.start");
    }

    @Test
    void aResultMayBeLookedFor() {
        InquiryRequest inquiry = read(
                Draft.good()
                        .mark(
                                ITEM,
                                "extension-reviewActionCode",
                                "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"https://codesystem.x12.org/005010/306\",\"code\":\"A4\"}]}"));
        assertThat(inquiry.items().get(0).reviewAction()).contains("A4");
        assertThat(inquiry.items().get(1).reviewAction()).isEmpty();
    }

    @Test
    void diagnosesAreThoseOfTheClaimAndThoseThatAnItemNames() {
        InquiryRequest inquiry = read(Draft.good());
        assertThat(inquiry.diagnoses()).hasSize(2);
        assertThat(inquiry.items().get(0).diagnoses()).hasSize(1);
        assertThat(inquiry.items().get(1).diagnoses()).isEmpty();
    }

    @Test
    void aPeriodMayBeOpen() {
        Draft draft = Draft.good().set(CLAIM + "/billablePeriod", "{\"start\":\"2026-01-01\"}");
        assertThat(read(draft).period())
                .contains(new DateRange(Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty()));
    }

    @Test
    void whatIsLookedForNeedNotBeSentAlong() {
        assertThat(read(Draft.good().remove("/entry/8")).warnings())
                .extracting(Warning::path)
                .containsExactly(PATH + ".supportingInfo[0].valueReference.reference");
    }

    @Test
    void whoAsksIsSentAlong() {
        refused(Draft.good().remove("/entry/3"), STU_2_2, false, PATH + ".provider.reference");
    }

    @Test
    void rangesOverlapWhereTheyShareADay() {
        DateRange may = range("2026-05-01", "2026-05-31");
        assertThat(may.overlaps(range("2026-05-31", "2026-06-30"))).isTrue();
        assertThat(may.overlaps(range("2026-06-01", "2026-06-30"))).isFalse();
        assertThat(may.overlaps(new DateRange(Optional.empty(), Optional.of(LocalDate.of(2026, 4, 30)))))
                .isFalse();
        assertThat(may.overlaps(new DateRange(Optional.empty(), Optional.empty())))
                .isTrue();
    }

    private static DateRange range(String from, String until) {
        return new DateRange(Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(until)));
    }

    private static Optional<?> service(Draft draft) {
        return read(draft).items().get(0).service();
    }

    private static InquiryRequest read(Draft draft) {
        return draft.inquire(STU_2_2, false);
    }

    private static void refused(Draft draft, PasVersion version, boolean lenient, String path) {
        InvalidRequest refusal = catchThrowableOfType(InvalidRequest.class, () -> draft.inquire(version, lenient));
        assertThat(refusal).isNotNull();
        assertThat(refusal.path()).isEqualTo(path);
    }
}
