package org.precert.patientaccess;

import java.util.List;
import org.precert.cases.Case;

/** The ids that a member is found by. */
final class MemberIds {

    private MemberIds() {}

    /**
     * In one order always. What has no system is left out: it is the number of the policy, which a family shares, and one of them
     * may not see what another one was treated for.
     */
    static List<String> of(Case state) {
        return state.member().identifiers().stream()
                .filter(token -> token.indexOf('|') > 0)
                .sorted()
                .toList();
    }
}
