package org.precert.pas.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.pas.call.Draft.CLAIM;
import static org.precert.pas.call.Draft.ITEM;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is well formed and can not be reviewed is no error of HTTP (spec/pas.md, 2.2 and 5.3). */
class ProblemsTest {

    private static final String PATH = "Bundle.entry[0].resource";

    @Test
    void aMemberWithoutAnIdIsAProblem() {
        List<Problem> problems =
                problems(Draft.good().remove("/entry/1/resource/identifier").remove("/entry/4/resource/subscriberId"));
        assertThat(problems).containsExactly(Problem.memberIdMissing(PATH + ".patient"));
        assertThat(problems.get(0).code901()).isEqualTo("72");
        assertThat(problems.get(0).followUp889()).isEqualTo("C");
    }

    @Test
    void aMemberIsKnownByAnyOneId() {
        assertThat(problems(Draft.good().remove("/entry/1/resource/identifier")))
                .isEmpty();
        assertThat(problems(Draft.good().remove("/entry/4/resource/subscriberId")))
                .isEmpty();
    }

    @Test
    void anInsurerWithoutAnIdIsAProblem() {
        assertThat(problems(Draft.good().remove("/entry/2/resource/identifier")))
                .containsExactly(Problem.payerMissing(PATH + ".insurer"));
    }

    @Test
    void aProviderWithoutAnIdIsAProblem() {
        assertThat(problems(Draft.good().remove("/entry/3/resource/identifier").remove("/entry/6/resource/identifier")))
                .containsExactly(Problem.providerIdMissing(PATH + ".provider"));
    }

    @Test
    void aServiceThatEndsBeforeItBeginsIsAProblem() {
        assertThat(problems(Draft.good().set(ITEM + "/servicedPeriod/end", "\"2026-12-01\"")))
                .containsExactly(Problem.serviceDateInvalid(PATH + ".item[0].servicedPeriod"));
    }

    @Test
    void aServiceWithoutADateIsNone() {
        assertThat(problems(Draft.good().remove(ITEM + "/servicedPeriod").remove(CLAIM + "/supportingInfo/1")))
                .isEmpty();
    }

    @Test
    void aLenientDoorStillNeedsToKnowWhatIsAskedFor() {
        Draft draft = Draft.good().remove(CLAIM + "/item/1/productOrService");
        assertThat(draft.read(PasVersion.STU_2_2, true).problems())
                .containsExactly(Problem.serviceMissing(PATH + ".item[1].productOrService"));
    }

    private static List<Problem> problems(Draft draft) {
        return draft.read().problems();
    }
}
