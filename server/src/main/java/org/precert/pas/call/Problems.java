package org.precert.pas.call;

import java.util.ArrayList;
import java.util.List;

/** What keeps a well-formed request from being reviewed, as far as the request alone tells (spec/pas.md, 5.3). */
final class Problems {

    private Problems() {}

    static List<Problem> of(Spot claim, Parties parties) {
        List<Problem> problems = new ArrayList<>();
        if (parties.memberIds().isEmpty()) {
            problems.add(Problem.memberIdMissing(claim.at("patient").path()));
        }
        if (parties.insurerIds().isEmpty()) {
            problems.add(Problem.payerMissing(claim.at("insurer").path()));
        }
        if (parties.providerIds().isEmpty()) {
            problems.add(Problem.providerIdMissing(claim.at("provider").path()));
        }
        for (Spot item : claim.each("item")) {
            service(item, problems);
            dates(item, problems);
        }
        return problems;
    }

    /** Without a code, or an order that has one, nobody can tell what is asked for. */
    private static void service(Spot item, List<Problem> problems) {
        if (!Items.isCancelled(item)
                && !item.at("productOrService").isThere()
                && item.extension(Pas.REQUESTED_SERVICE).isEmpty()) {
            problems.add(Problem.serviceMissing(item.at("productOrService").path()));
        }
    }

    /** That a date is missing is no problem (conf-14): what is sent must be one, and end after it begins. */
    private static void dates(Spot item, List<Problem> problems) {
        for (String field : List.of("servicedDate", "servicedPeriod")) {
            Spot serviced = item.at(field);
            if (serviced.isThere()
                    && WrittenDays.of(item, "serviced")
                            .filter(days -> !days.isBackwards())
                            .isEmpty()) {
                problems.add(Problem.serviceDateInvalid(serviced.path()));
            }
        }
    }
}
