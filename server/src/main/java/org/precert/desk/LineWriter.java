package org.precert.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.precert.cases.Basis;
import org.precert.cases.Line;
import org.precert.review.Explanations;
import org.precert.review.KeptReviews;

/** Writes a line with everything that its decision rests on, side by side. */
record LineWriter(Explanations explanations, KeptReviews reviews, AnswersWriter answers) {

    void write(ObjectNode node, Line line, Explanations.Reader reader) {
        node.put("sequence", line.sequence());
        node.put("reference", line.reference());
        node.put("subject", line.subject().name().toLowerCase(Locale.ROOT));
        ServiceWriter.write(node.putObject("asked"), line.service());
        line.decision().tell(new StandingWriter(node.putObject("standing")));
        node.put("since", line.decidedAt().toString());
        node.put("appealed", line.wasAppealed());
        policy(node.putObject("policy"), line.basis());
        node.put("determination", line.basis().determination().code());
        line.basis().missing().forEach(node.putArray("missing")::add);
        line.basis().unmet().forEach(node.putArray("unmet")::add);
        line.basis()
                .earlier()
                .ifPresent(earlier -> node.putObject("saidAtOrderEntry")
                        .put("assertionId", earlier.assertionId())
                        .put("determination", earlier.determination().code())
                        .put("differs", earlier.differs()));
        String review = line.basis().assertionId();
        explanations.of(review, reader).ifPresent(explanation -> node.set("findings", explanation));
        reviews.find(review).ifPresent(kept -> answers.write(node.putArray("forms"), kept.facts()));
    }

    private static void policy(ObjectNode node, Basis basis) {
        int bar = basis.policy().indexOf('|');
        node.put("policy", basis.policy());
        if (bar > 0) {
            node.put("link", "/policies/" + basis.policy().substring(0, bar));
        }
        node.put("document", basis.document());
        node.put("statement", basis.statement());
        node.put("locator", basis.locator());
        node.put("clause", basis.clause());
        node.put("rationale", basis.rationale());
    }
}
