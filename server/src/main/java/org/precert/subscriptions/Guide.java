package org.precert.subscriptions;

import java.util.Arrays;
import java.util.Optional;

/** A version of the guide, and what its subscribers may be sent: 2.0.1 and 2.2.1, specification, "Subscriptions". */
enum Guide {
    STU_2_0("2.0.1"),
    STU_2_2("2.2.1");

    private final String code;

    Guide(String code) {
        this.code = code;
    }

    /** @throws IllegalArgumentException for a version that is not spoken here */
    static Guide of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No version of PAS: " + code));
    }

    static Optional<Guide> find(String code) {
        return Arrays.stream(values()).filter(each -> each.code.equals(code)).findFirst();
    }

    String code() {
        return code;
    }

    boolean allows(Content content) {
        return content == Content.FULL_RESOURCE || (this == STU_2_0 && content == Content.ID_ONLY);
    }

    /** Below the address of this server. */
    String path() {
        return "/pas/" + code + "/fhir";
    }
}
