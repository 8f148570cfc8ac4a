package org.precert.pas.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.precert.pas.call.InquiryRequest;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.Problem;
import org.precert.pas.call.SubmittedRequest;

/**
 * Writes what providers get back: a pure function of the case, its latest request and the time. Every method returns JSON in UTF-8.
 */
public final class ResponseWriter {

    private static final String SUBMITTED = "pas-response-bundle";

    private final ObjectMapper json;

    public ResponseWriter(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Where a case stands: the answer to $submit, and the Bundle that a notification is about.
     *
     * @param version to answer in, which may be another than the request's
     */
    public byte[] answered(Found found, PasVersion version, Reply reply) {
        Echo echo = new Echo();
        Matter matter = new Matter(
                found.state(), found.request(), reply, Spelling.of(version), Occasion.REQUEST, echo, new NoteBook());
        List<Placed> ours = new Answer(matter).write();
        return bytes(new Collection(SUBMITTED, reply)
                .write(
                        ours,
                        echo,
                        Remarks.of(found.request().warnings(), reply).stream().toList()));
    }

    /**
     * A request that can not be reviewed, as X12 278 rejects it: 200, with the outcome {@code error}.
     *
     * @param problems at least one
     */
    public byte[] failed(SubmittedRequest request, List<Problem> problems, Reply reply) {
        Echo echo = new Echo();
        Placed refusal = new Refusal(request, problems, reply).write(Spelling.of(request.version()), echo);
        return bytes(new Collection(SUBMITTED, reply)
                .write(
                        List.of(refusal),
                        echo,
                        Remarks.of(request.warnings(), reply).stream().toList()));
    }

    /** The answer to $inquire: one Bundle in 2.0.1; in 2.2.1 Parameters with a Bundle for each case. */
    public byte[] inquired(Finds finds, InquiryRequest inquiry, Reply reply) {
        Inquired inquired = new Inquired(finds, inquiry, reply);
        return bytes(inquiry.version() == PasVersion.STU_2_0 ? inquired.bundle() : inquired.parameters());
    }

    private byte[] bytes(ObjectNode resource) {
        try {
            return json.writeValueAsBytes(resource);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer could not be written", e);
        }
    }
}
