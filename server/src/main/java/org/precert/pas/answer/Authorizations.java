package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.precert.cases.Authorization;
import org.precert.cases.Case;

/** What is authorized in the whole case. */
final class Authorizations {

    private Authorizations() {}

    static List<String> numbers(Case state) {
        return all(state).stream().map(Authorization::number).distinct().toList();
    }

    /**
     * The number and the days at the head, where all that is approved has the same: many systems read no further, and one of several
     * would mislead them.
     */
    static void write(ObjectNode response, Case state) {
        List<String> numbers = numbers(state);
        if (numbers.size() == 1) {
            response.put("preAuthRef", numbers.get(0));
        }
        List<ObjectNode> periods = all(state).stream()
                .map(leave -> response.objectNode()
                        .put("start", leave.from().toString())
                        .put("end", leave.until().toString()))
                .distinct()
                .toList();
        if (periods.size() == 1) {
            response.set("preAuthPeriod", periods.get(0));
        }
    }

    private static List<Authorization> all(Case state) {
        return state.lines().stream()
                .flatMap(line -> line.decision().tell(new Verdicts(line.basis())).authorization().stream())
                .toList();
    }
}
