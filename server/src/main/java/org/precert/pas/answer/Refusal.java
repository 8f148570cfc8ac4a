package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.precert.pas.call.Problem;
import org.precert.pas.call.SubmittedRequest;

/** The answer to what can not be reviewed: no decision, and no items. */
record Refusal(SubmittedRequest request, List<Problem> problems, Reply reply) {

    Placed write(Spelling spelling, Echo echo) {
        String id = "refused-" + reply.uuid();
        Head head = new Head(id, "claimresponse", reply.at());
        ObjectNode response = head.write(request, spelling);
        head.copies(response, request, echo);
        response.putObject("request").put("reference", request.claim().fullUrl());
        response.put("outcome", "error");
        response.put(
                "disposition",
                "NOT REVIEWED: the request could not be reviewed and nothing was decided. "
                        + String.join(
                                " ",
                                problems.stream()
                                        .map(Problem::words)
                                        .map(Words::sentence)
                                        .distinct()
                                        .toList()));
        NoteBook notes = new NoteBook();
        problems.forEach(problem -> error(response, problem, notes.number(problem.words()), spelling));
        notes.write(response);
        return new Placed(reply.url("ClaimResponse", id), response);
    }

    private static void error(ObjectNode response, Problem problem, int note, Spelling spelling) {
        ObjectNode error = response.withArray("error").addObject();
        Extensions extensions = new Extensions(error);
        if (!problem.followUp889().isEmpty()) {
            extensions.concept(Terms.FOLLOW_UP, Concepts.of(Terms.FOLLOW_UPS, problem.followUp889()));
        }
        spelling.errorElement(error, problem.element(), note);
        extensions.text(Terms.ERROR_PATH, problem.path());
        error.set("code", Concepts.of(Terms.REJECT_REASONS, problem.code901(), problem.words()));
    }
}
