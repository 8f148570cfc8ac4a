package org.precert.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.precert.decision.Determination;

/**
 * A review as the ledger has it, for a door that goes on from it.
 *
 * @param client the id of the registered client that it was made for; empty for anybody
 * @param patient the bare id
 * @param order Type/id
 * @param ordersTogether every order of the request, as Type/id
 * @param coverage Type/id
 * @param payer its key
 * @param determination what was said
 * @param questionnaire canonical of the form that was asked for; empty if none was
 * @param docNeeded what was said of documents; empty if nothing was
 * @param facts what was known of the patient, in canonical JSON
 * @param assertions the ids of all that was said in the same answer, by {@link #key}
 */
public record KeptReview(
        String assertionId,
        String client,
        String patient,
        String order,
        List<String> ordersTogether,
        String coverage,
        String payer,
        Determination determination,
        String questionnaire,
        String docNeeded,
        List<ObjectNode> facts,
        Map<String, String> assertions) {

    public KeptReview {
        ordersTogether = List.copyOf(ordersTogether);
        facts = List.copyOf(facts);
        assertions = Map.copyOf(assertions);
    }

    /** An order under a coverage, both as Type/id. */
    public static String key(String order, String coverage) {
        return order + " " + coverage;
    }
}
