package org.precert.pas.answer;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Errors that are the guide's own: its profiles put extensions where the extensions' definitions do not allow them. Inferno leaves them
 * out as well.
 */
final class PasFalseErrors {

    private static final List<Pattern> KNOWN = List.of(
            // Both: extensions that the profiles of ClaimResponse name for items, added items and the authorized
            // detail.
            Pattern.compile(
                    "(?:item|addItem)\\[\\d+](?:\\.extension\\[\\d+])?: The extension \\S+extension-(?:communicatedDiagnosis"
                            + "|productOrServiceCodeEnd|revenueCode|revenueUnitRateLimit|epsdtIndicator|nursingHomeLevelOfCare"
                            + "|serviceItemRequestType|certificationType|administrationReferenceNumber) is not allowed"),
            // 2.0.1, as corrected in 2.2.1.
            Pattern.compile("item\\[\\d+]: The extension \\S+extension-administrationReferenceNumber is not allowed"),
            // 2.2.1: ClaimResponse.extension:authorizedProvider.
            Pattern.compile("ClaimResponse/[^/]+/: The extension \\S+extension-itemAuthorizedProvider is not allowed"));

    private PasFalseErrors() {}

    static boolean include(String error) {
        return KNOWN.stream().anyMatch(known -> known.matcher(error).find());
    }
}
