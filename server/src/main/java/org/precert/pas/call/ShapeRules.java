package org.precert.pas.call;

import java.util.ArrayList;
import java.util.List;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** Rules of FHIR's JSON for a Claim: what is a list, and that lists here have objects in them. */
final class ShapeRules {

    /** Far beyond what X12 can carry, and no more work than a server can do. */
    private static final int MOST = 1_000;

    private static final List<String> LISTS = List.of(
            "extension",
            "modifierExtension",
            "contained",
            "identifier",
            "related",
            "careTeam",
            "supportingInfo",
            "diagnosis",
            "procedure",
            "insurance",
            "item");
    private static final List<String> OBJECTS =
            List.of("type", "patient", "insurer", "provider", "priority", "billablePeriod");

    private ShapeRules() {}

    /** @throws InvalidRequest at once: what has the wrong shape can not be looked at any further */
    static void check(Spot claim, Findings findings) {
        LISTS.stream()
                .map(claim::at)
                .filter(list -> list.node().size() > MOST)
                .findFirst()
                .ifPresent(list -> {
                    throw new InvalidRequest(Kind.TOO_LARGE, list.path(), "There are more of these than " + MOST);
                });
        List<Spot> wrong = wrong(claim);
        if (!wrong.isEmpty()) {
            wrong.forEach(spot -> findings.refuse(spot, "This has not the shape that FHIR gives it"));
            findings.settle();
        }
    }

    private static List<Spot> wrong(Spot claim) {
        List<Spot> wrong = new ArrayList<>();
        for (String field : LISTS) {
            Spot list = claim.at(field);
            if (!list.node().isMissingNode() && !list.node().isArray()) {
                wrong.add(list);
            }
            claim.each(field).stream()
                    .filter(element -> !element.node().isObject())
                    .forEach(wrong::add);
        }
        for (String field : OBJECTS) {
            Spot object = claim.at(field);
            if (!object.node().isMissingNode() && !object.node().isObject()) {
                wrong.add(object);
            }
        }
        return wrong;
    }
}
