package org.precert.pas;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.precert.pas.answer.Finds;
import org.precert.pas.answer.Found;
import org.precert.pas.answer.Reply;
import org.precert.pas.answer.ResponseWriter;
import org.precert.pas.call.InquiryRequest;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.Problem;
import org.precert.pas.call.SubmittedRequest;

/** Writes answers, with what every answer needs: an id, the time, the payer's telephone. */
final class Answers {

    private final ObjectMapper json;
    private final ResponseWriter writer;
    private final Supplier<String> ids;
    private final Clock clock;
    private final String baseUrl;
    private final String contact;

    Answers(
            ObjectMapper json,
            ResponseWriter writer,
            Supplier<String> ids,
            Clock clock,
            String baseUrl,
            String contact) {
        this.json = json;
        this.writer = writer;
        this.ids = ids;
        this.clock = clock;
        this.baseUrl = baseUrl;
        this.contact = contact;
    }

    byte[] of(Found found, PasVersion version) {
        return writer.answered(found, version, reply(version));
    }

    /** The ClaimResponse alone. */
    byte[] claimResponse(Found found, PasVersion version) {
        try {
            return json.writeValueAsBytes(
                    json.readTree(of(found, version)).path("entry").path(0).path("resource"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] failed(SubmittedRequest request, List<Problem> problems) {
        return writer.failed(request, problems, reply(request.version()));
    }

    byte[] inquired(Finds finds, InquiryRequest inquiry) {
        return writer.inquired(finds, inquiry, reply(inquiry.version()));
    }

    private Reply reply(PasVersion version) {
        return new Reply(
                "urn:uuid:" + ids.get(), clock.instant(), LocalDate.now(clock), contact, baseUrl + version.base());
    }
}
