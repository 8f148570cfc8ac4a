package org.precert.pas.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/**
 * A modifier that is not known may turn into its opposite what it stands on. The guide lets a payer treat it as an error (PAS
 * 2.2.1, spec-25); FHIR forbids to process what it modifies (R4, Extensibility, 2.4.0.3). What can not be understood is
 * refused at the lenient door too.
 */
final class ModifierRules {

    private static final String FIELD = "modifierExtension";
    private static final String UNKNOWN = "A modifier extension is not known here (spec-25)";

    /** profile-claim-update, both versions: where the one that is known may stand. */
    private static final Set<String> CANCELLABLE = Set.of("item", "supportingInfo");

    private ModifierRules() {}

    static void check(RawBundle bundle, Findings findings) {
        for (Entry entry : bundle.entries()) {
            walk(bundle.spot(entry), entry.type().equals("Claim"), findings);
        }
    }

    private static void walk(Spot spot, boolean inClaim, Findings findings) {
        boolean cancellable = inClaim && CANCELLABLE.stream().anyMatch(spot::isIn);
        for (Spot modifier : spot.each(FIELD)) {
            if (!cancellable || !modifier.at("url").text().equals(Pas.INFO_CANCELLED)) {
                findings.refuse(modifier, UNKNOWN);
            } else if (!modifier.value().node().isBoolean()) {
                findings.refuse(modifier, "Whether it is cancelled is neither true nor false");
            }
        }
        for (Map.Entry<String, JsonNode> field : spot.node().properties()) {
            if (field.getValue().isObject()) {
                walk(spot.at(field.getKey()), inClaim, findings);
            } else if (field.getValue().isArray() && !field.getKey().equals(FIELD)) {
                spot.each(field.getKey()).forEach(element -> walk(element, inClaim, findings));
            }
        }
    }
}
