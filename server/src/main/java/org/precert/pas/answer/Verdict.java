package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.precert.cases.Authorization;

/**
 * What X12 calls a health care decision, HCR.
 *
 * @param code of X12 306
 * @param reasons CodeableConcepts with a code of X12's external list 886
 * @param determination what the policy says, in the codes that CRD gives too
 */
record Verdict(
        String code,
        Optional<Authorization> authorization,
        List<ObjectNode> reasons,
        Optional<ObjectNode> determination) {

    static Verdict of(String code, ObjectNode... reasons) {
        return new Verdict(code, Optional.empty(), List.of(reasons), Optional.empty());
    }

    static Verdict of(String code, Authorization authorization) {
        return new Verdict(code, Optional.of(authorization), List.of(), Optional.empty());
    }

    /** The adjudication of an item. */
    void write(ObjectNode item) {
        ObjectNode adjudication = item.withArray("adjudication").addObject();
        Extensions review = new Extensions(adjudication).nested(Terms.REVIEW_ACTION);
        review.concept(Terms.REVIEW_ACTION_CODE, Concepts.of(Terms.REVIEW_ACTIONS, code));
        authorization.ifPresent(leave -> review.text("number", leave.number()));
        reasons.forEach(reason -> review.concept("reasonCode", reason));
        adjudication.set("category", submitted());
        // Not beside X12's code in reasonCode: validators that do not know X12's list take the other coding for the
        // wrong one.
        determination.ifPresent(said -> adjudication.set("reason", said));
    }

    static ObjectNode submitted() {
        return Concepts.of(Terms.ADJUDICATION, "submitted");
    }
}
