package org.precert.audit;

import java.util.ArrayList;
import java.util.List;

/** What came of a verification, for people and scripts. */
final class VerificationText {

    private VerificationText() {}

    static List<String> lines(Verification found) {
        List<String> lines = new ArrayList<>();
        for (Verification.Extent extent : found.chains()) {
            long first = extent.anchor().number() + 1;
            lines.add("chain " + extent.head().chain() + ": links " + first + " to "
                    + extent.head().number() + ", head " + extent.head().text());
        }
        found.broken().forEach(each -> lines.add("BROKEN " + each.words()));
        lines.add(found.links() + " links and " + found.rows() + " rows that they cover were read: "
                + (found.sound() ? "sound" : "BROKEN"));
        return lines;
    }
}
