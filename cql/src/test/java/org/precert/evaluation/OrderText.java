package org.precert.evaluation;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cases without an expectation: orders to ask with. */
final class OrderText {

    static final String KETAMINE = "RXNORM#6130 ketamine";
    static final String INTRAVENOUS = "SNOMED#47625008";
    static final String CHRONIC_PAIN = "ICD10#G90.50";

    private OrderText() {}

    /** Ketamine into a vein for chronic pain: an order that every policy of the build speaks of. */
    static CaseFile.Text ketamineInfusion(String on) {
        return ofDrug(on, KETAMINE);
    }

    static CaseFile.Text ofDrug(String on, String drug) {
        return text(on, new CaseFile.Member("512", null, null, null, null), drug(drug, INTRAVENOUS, CHRONIC_PAIN));
    }

    static CaseFile.Order drug(@Nullable String drug, @Nullable String route, @Nullable String indication) {
        return new CaseFile.Order(null, drug, null, null, null, route, reason(indication), null, null, null);
    }

    static CaseFile.Order procedure(String procedure, @Nullable String detail, @Nullable String indication) {
        return new CaseFile.Order(procedure, null, null, null, null, null, reason(indication), detail, null, null);
    }

    static CaseFile.Order appointment(@Nullable String type, CaseFile.Order... basedOn) {
        return new CaseFile.Order(null, null, type, null, List.of(basedOn), null, null, null, null, null);
    }

    static CaseFile.Order encounter(@Nullable String type, CaseFile.Order... basedOn) {
        return new CaseFile.Order(null, null, null, type, List.of(basedOn), null, null, null, null, null);
    }

    private static @Nullable TextNode reason(@Nullable String indication) {
        return indication == null ? null : TextNode.valueOf(indication);
    }

    static CaseFile.Text text(
            String on, CaseFile.@Nullable Member member, CaseFile.Order order, CaseFile.Order... with) {
        CaseFile.Expected nothing =
                new CaseFile.Expected("", null, null, null, null, null, null, null, null, null, null);
        return new CaseFile.Text("", on, member, order, List.of(with), null, nothing);
    }
}
