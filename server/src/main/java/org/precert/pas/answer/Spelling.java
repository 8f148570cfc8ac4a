package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.precert.cases.Case;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;
import org.precert.pas.call.PasVersion;
import org.precert.pas.call.SubmittedRequest;

/** Where the versions of PAS write the same thing differently. */
sealed interface Spelling permits Stu20, Stu22 {

    static Spelling of(PasVersion version) {
        return switch (version) {
            case STU_2_0 -> new Stu20();
            case STU_2_2 -> new Stu22();
        };
    }

    /** {@code ClaimResponse.outcome} of what was taken up, which says nothing about the decision. */
    String outcome(Case state);

    /** What stands at the head of every ClaimResponse, a refusal included. */
    void head(ObjectNode response, SubmittedRequest request);

    /** What is said of the case as a whole. */
    void whole(Matter matter, ObjectNode response);

    /** Who may give the service. */
    void authorized(Extensions extensions, Providers.Provider provider);

    /** What is granted in place of what was asked for. */
    void granted(Matter matter, ObjectNode response, ObjectNode item, Line line, LineDecision.Modified decision);

    /** The name of a revenue code in the detail of what is granted. */
    String revenue();

    /** The system of revenue codes. */
    String revenueCodes();

    /** The days of a stay in a hospital, which are granted with an item. */
    void stay(AsAsked granted, ObjectNode item);

    /** To which line a CommunicationRequest belongs. */
    void line(ObjectNode request, ObjectNode payload, int line);

    /** To which line an input of a Task belongs, and how far back it is to go. */
    void needed(ObjectNode input, DocumentAsk ask);

    /** The input of a Task that names a form. */
    void form(ObjectNode task, DocumentAsk ask);

    /**
     * Where in the 278 an error is.
     *
     * @param note the number of the note that explains it
     */
    void errorElement(ObjectNode error, String element, int note);
}
