package org.precert.pas.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.precert.pas.call.PasVersion.STU_2_2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.precert.requirements.PasRequirement;
import org.precert.review.InvalidRequest;

/** The requests that Inferno's kit sends, read as they are: all of them by a strict door. */
class PublishedRequestsTest {

    private static final String FOLDER = "shared/fixtures/inferno-pas/v221";

    @Test
    @PasRequirement({"conf-4", "conf-5"})
    void everySubmissionOfInfernoIsReadStrictlyAndNeedsNoWarning() {
        for (String name : List.of(
                "approval_pa",
                "denial_pa",
                "pended_pa",
                "claim_update_initial",
                "claim_update_add_item",
                "claim_update_modify_cancel",
                "claim_update_cancel_all")) {
            String file = name + (name.endsWith("_pa") ? "_submit_request_payload.json" : "_submit_payload.json");
            SubmittedRequest request = submission(file);
            assertThat(request.warnings()).as(name).isEmpty();
            assertThat(request.problems()).as(name).isEmpty();
        }
        assertThat(submission("must_support_pa_submit_request_payload_0.json").problems())
                .isEmpty();
        assertThat(submission("must_support_pa_submit_request_payload_1.json").problems())
                .isEmpty();
    }

    @Test
    void theFourStepsOfAnUpdateAreTold() {
        assertThat(submission("claim_update_initial_submit_payload.json").purpose())
                .isEqualTo(Purpose.INITIAL);
        assertThat(submission("claim_update_add_item_submit_payload.json").items())
                .extracting(RequestedItem::change)
                .containsExactly(Change.NONE, Change.ADDED);
        assertThat(submission("claim_update_modify_cancel_submit_payload.json").items())
                .extracting(RequestedItem::cancelled)
                .containsExactly(false, true);
        assertThat(submission("claim_update_cancel_all_submit_payload.json").purpose())
                .isEqualTo(Purpose.CANCEL);
    }

    @Test
    @PasRequirement({"conf-4", "conf-5"})
    void bothInquiriesOfInfernoAreReadStrictly() {
        InquiryRequest pended = inquiry("pended_pa_inquire_request_payload.json");
        assertThat(pended.warnings()).as("what it points to is not sent along").hasSize(4);
        assertThat(pended.authorizationNumbers()).containsExactly("AUTH-0001", "1122445");
        assertThat(inquiry("must_support_pa_inquire_request_payload.json").warnings())
                .isEmpty();
    }

    @Test
    void anExampleThatLeavesOutWhoTreatsIsReadByALenientDoorAlone() {
        byte[] leaky = read(
                "approval_pa_submit_request_payload.json",
                "Practitioner/ReferralPractitionerExample\"",
                "Practitioner/Other\"");
        RequestReader reader = new RequestReader(Draft.JSON);
        assertThatThrownBy(() -> reader.submission(leaky, STU_2_2, false)).isInstanceOf(InvalidRequest.class);
        assertThat(reader.submission(leaky, STU_2_2, true).warnings()).isNotEmpty();
    }

    private static SubmittedRequest submission(String name) {
        return new RequestReader(Draft.JSON).submission(read(name, "", ""), STU_2_2, false);
    }

    private static InquiryRequest inquiry(String name) {
        return new RequestReader(Draft.JSON).inquiry(read(name, "", ""), STU_2_2, false);
    }

    /** The first of these texts becomes the other in references alone. */
    private static byte[] read(String name, String from, String to) {
        Optional<Path> folder = Stream.of("../../" + FOLDER, "../" + FOLDER)
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(
                folder.isPresent(),
                "there is no folder " + FOLDER + " beside the project: nothing of Inferno's was read");
        try {
            String text = Files.readString(folder.orElseThrow().resolve(name));
            String spoilt = from.isEmpty() ? text : text.replace("\"reference\": \"" + from, "\"reference\": \"" + to);
            return spoilt.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
