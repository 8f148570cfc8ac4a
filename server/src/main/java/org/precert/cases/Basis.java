package org.precert.cases;

import java.util.List;
import java.util.Optional;
import org.precert.decision.Determination;

/**
 * What the policy said of a line: the review behind it, in short.
 *
 * @param assertionId by which the ledger finds the review again
 * @param policy id|version; empty where none was asked
 * @param document the policy's name, for people; may be empty
 * @param statement the label of the statement that applies; may be empty
 * @param locator where in the document it stands; may be empty
 * @param rationale why, in a sentence or two
 * @param missing names of the facts or criteria that are not known
 * @param unmet names of the criteria that are not met
 * @param earlier what CRD said of it before, if the request tells
 */
public record Basis(
        String assertionId,
        Determination determination,
        String policy,
        String document,
        String statement,
        String locator,
        String rationale,
        List<String> missing,
        List<String> unmet,
        Optional<Earlier> earlier) {

    public Basis {
        missing = List.copyOf(missing);
        unmet = List.copyOf(unmet);
    }

    /**
     * What was said at order entry.
     *
     * @param differs whether it was something else
     */
    public record Earlier(String assertionId, Determination determination, boolean differs) {}

    /** The statement and its place, as people cite it. */
    public String clause() {
        return String.join(
                ", ",
                List.of(document, statement.isEmpty() ? "" : "statement " + statement, locator).stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
    }
}
