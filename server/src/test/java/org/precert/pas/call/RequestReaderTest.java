package org.precert.pas.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.pas.call.Draft.CLAIM;
import static org.precert.pas.call.Draft.ITEM;
import static org.precert.pas.call.PasVersion.STU_2_0;
import static org.precert.pas.call.PasVersion.STU_2_2;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.precert.requirements.PasRequirement;

/** What a submission says, once it is read. */
class RequestReaderTest {

    @Test
    void whoIsWhoIsFound() {
        SubmittedRequest request = Draft.good().read();

        assertThat(request.patient()).map(Entry::id).contains("1");
        assertThat(request.insurer()).map(Entry::id).contains("payer");
        assertThat(request.provider()).map(Entry::id).contains("clinic");
        assertThat(request.coverages()).extracting(Entry::type).containsExactly("Coverage");
        assertThat(request.careTeam()).extracting(Entry::type).containsExactly("PractitionerRole");
    }

    @Test
    void everyIdOfTheMemberIsCollected() {
        assertThat(Draft.good().read().memberIds())
                .extracting(BusinessId::token)
                .containsExactlyInAnyOrder("http://payer.example/members|M-1", "|S-1");
    }

    @Test
    void theIdsOfAPractitionerAreThoseOfTheRole() {
        assertThat(Draft.good().read().providerIds())
                .extracting(BusinessId::value)
                .containsExactlyInAnyOrder("1234567893", "1999999984");
    }

    @Test
    void aRoleThatNamesItselfEndsNevertheless() {
        SubmittedRequest request = Draft.good()
                .set("/entry/5/resource/practitioner/reference", "\"PractitionerRole/1\"")
                .remove("/entry/6")
                .read(STU_2_2, true);
        assertThat(request.providerIds()).hasSize(1);
    }

    @Test
    void theIdsOfTheRequestAreKept() {
        SubmittedRequest request = Draft.good().read();
        assertThat(request.bundleId()).contains(new BusinessId("http://ehr.example/bht", "B-1"));
        assertThat(request.claimIds()).containsExactly(new BusinessId("http://ehr.example/trn", "T-1"));
        assertThat(request.transmission()).isEqualTo(new Transmission("SND", "RCV", "ISA-S", ""));
    }

    @Test
    void anItemKnowsItsOrderItsTraceAndItsDays() {
        RequestedItem item = Draft.good().read().items().get(0);
        assertThat(item.sequence()).isEqualTo(1);
        assertThat(item.requestedService()).map(Entry::type).contains("ServiceRequest");
        assertThat(item.traceNumbers()).containsExactly(new BusinessId("http://ehr.example/trn", "T-1-1"));
        assertThat(item.from()).contains(LocalDate.of(2026, 12, 2));
        assertThat(item.until()).contains(LocalDate.of(2026, 12, 4));
    }

    @Test
    void anItemWithoutDaysHasThoseOfTheEvent() {
        RequestedItem item = Draft.good().read().items().get(1);
        assertThat(item.from()).contains(LocalDate.of(2026, 12, 1));
        assertThat(item.until()).contains(LocalDate.of(2026, 12, 5));
    }

    @Test
    void anEventThatIsCancelledGivesNoDays() {
        RequestedItem item = Draft.good()
                .cancel(CLAIM + "/supportingInfo/1", true)
                .read()
                .items()
                .get(1);
        assertThat(item.from()).isEmpty();
    }

    @Test
    void aMonthHasTwoEnds() {
        RequestedItem item = Draft.good()
                .remove(ITEM + "/servicedPeriod")
                .set(ITEM + "/servicedDate", "\"2028-02\"")
                .read(STU_2_0, false)
                .items()
                .get(0);
        assertThat(item.from()).contains(LocalDate.of(2028, 2, 1));
        assertThat(item.until()).contains(LocalDate.of(2028, 2, 29));
    }

    @Test
    void anItemHasTheDiagnosesThatItNamesOrAll() {
        List<RequestedItem> items = Draft.good().read().items();
        assertThat(items.get(0).diagnoses()).hasSize(1);
        assertThat(items.get(1).diagnoses()).hasSize(2);
    }

    @Test
    void aDiagnosisThatIsNotThereStandsForNone() {
        SubmittedRequest request =
                Draft.good().set(ITEM + "/diagnosisSequence", "[9]").read();
        assertThat(request.items().get(0).diagnoses()).isEmpty();
        assertThat(request.warnings())
                .extracting(Warning::path)
                .containsExactly("Bundle.entry[0].resource.item[0].diagnosisSequence[0]");
    }

    @Test
    void aLenientDoorReadsTheCodeOfACondition() {
        SubmittedRequest request = Draft.good()
                .set(CLAIM + "/diagnosis/0", "{\"sequence\":1,\"diagnosisReference\":{\"reference\":\"#c\"}}")
                .set(CLAIM + "/contained", "[{\"resourceType\":\"Condition\",\"id\":\"c\",\"code\":{\"text\":\"x\"}}]")
                .read(STU_2_2, true);
        assertThat(request.items().get(0).diagnoses()).containsExactly(Draft.tree("{\"text\":\"x\"}"));
    }

    @Test
    @PasRequirement("spec-69")
    void whatIsAttachedIsWhatIsNotCancelled() {
        String info = CLAIM + "/supportingInfo/0";
        assertThat(Draft.good().read().attached()).extracting(Entry::type).containsExactly("DocumentReference");
        assertThat(Draft.good().cancel(info, true).read().attached()).isEmpty();
        assertThat(Draft.good().cancel(info, false).read().attached()).hasSize(1);
    }
}
