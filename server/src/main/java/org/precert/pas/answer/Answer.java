package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The ClaimResponse of a case, and what is asked for beside it. */
record Answer(Matter matter) {

    /** The ClaimResponse comes first. */
    List<Placed> write() {
        String id = matter.state().id();
        Head head = new Head(
                id,
                matter.isInquiry() ? "claiminquiryresponse" : "claimresponse",
                matter.state().changedAt());
        ObjectNode response = head.write(matter.request(), matter.spelling());
        matter.spelling().whole(matter, response);
        response.withArray("identifier")
                .addObject()
                .put("system", Terms.CASE_NUMBER)
                .put("value", matter.state().number());
        head.copies(response, matter.request(), matter.echo());
        response.set("request", matter.claimReference());
        response.put("outcome", matter.spelling().outcome(matter.state()));
        response.put("disposition", new Disposition(matter.state()).words());
        Authorizations.write(response, matter.state());
        new Items(matter).write(response);
        matter.notes().write(response);
        List<Placed> all = new ArrayList<>();
        all.add(new Placed(matter.reply().url("ClaimResponse", id), response));
        if (!matter.isInquiry()) {
            all.addAll(new Documents(matter).requests(response));
        }
        all.addAll(new Tasks(matter).all());
        return all;
    }
}
