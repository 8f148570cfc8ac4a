package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.precert.pas.call.InquiryRequest;

/** What an inquiry found. */
record Inquired(Finds finds, InquiryRequest inquiry, Reply reply) {

    private static final String PROFILE = "pas-inquiry-response-bundle";

    /** PAS 2.0.1: all in one Bundle, which has at least one entry. */
    ObjectNode bundle() {
        Echo echo = new Echo();
        List<Placed> ours = new ArrayList<>();
        finds.shown().forEach(each -> ours.addAll(answer(each, reply, echo)));
        // ClaimResponses before anything else, as the other version wants it too.
        List<Placed> sorted =
                new ArrayList<>(ours.stream().filter(Inquired::isResponse).toList());
        ours.stream().filter(each -> !isResponse(each)).forEach(sorted::add);
        return new Collection(PROFILE, reply)
                .write(sorted, echo, remarks().stream().toList());
    }

    /** PAS 2.2.1: one Bundle for each case, none if none was found. What is withheld is told with the first, or alone. */
    ObjectNode parameters() {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("resourceType", "Parameters");
        Optional<Placed> remarks = remarks();
        List<Found> found = finds.shown();
        for (int i = 0; i < found.size(); i++) {
            Reply own = i == 0 ? reply : reply.with(numbered(i));
            Echo echo = new Echo();
            List<Placed> ours = answer(found.get(i), own, echo);
            List<Placed> last = i == 0 ? remarks.stream().toList() : List.of();
            parameters
                    .withArray("parameter")
                    .addObject()
                    .put("name", "return")
                    .set("resource", new Collection(PROFILE, own).write(ours, echo, last));
        }
        if (found.isEmpty() && finds.withheld()) {
            remarks.ifPresent(each -> parameters
                    .withArray("parameter")
                    .addObject()
                    .put("name", "outcome")
                    .set("resource", each.resource()));
        }
        return parameters;
    }

    private List<Placed> answer(Found each, Reply own, Echo echo) {
        Occasion occasion = finds.others().contains(each.state().id()) ? Occasion.INQUIRY_OF_OTHERS : Occasion.INQUIRY;
        return new Answer(new Matter(
                        each.state(),
                        each.request(),
                        own,
                        Spelling.of(inquiry.version()),
                        occasion,
                        echo,
                        new NoteBook()))
                .write();
    }

    private Optional<Placed> remarks() {
        Remarks remarks = new Remarks(reply);
        if (finds.shown().isEmpty()) {
            remarks.issue("information", "not-found", "No prior authorization was found that may be shown.");
        }
        if (finds.withheld()) {
            remarks.issue(
                    "warning",
                    "suppressed",
                    "Not everything that was found is shown here."
                            + (reply.contact().isBlank() ? "" : " Please contact the payer: " + reply.contact()));
        }
        if (finds.left() > 0) {
            remarks.issue(
                    "warning",
                    "incomplete",
                    "The latest " + finds.shown().size() + " are shown, and " + finds.left()
                            + " more were found. Please name days of service, a service or a number to find those.");
        }
        remarks.warned(inquiry.warnings());
        return remarks.placed();
    }

    private static boolean isResponse(Placed each) {
        return each.resource().path("resourceType").asText().equals("ClaimResponse");
    }

    /** The same answer has the same ids. */
    private String numbered(int index) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes((reply.bundleId() + "/" + index).getBytes(StandardCharsets.UTF_8));
    }
}
