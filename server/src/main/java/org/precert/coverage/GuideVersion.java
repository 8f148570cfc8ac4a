package org.precert.coverage;

import java.util.Arrays;
import java.util.Optional;

/** The versions of the CRD guide that are spoken. A patch never matters: CRD 2.2, deviations, "CRD Version declaration". */
public enum GuideVersion {
    STU_2_0("2.0"),
    STU_2_2("2.2");

    private final String code;

    GuideVersion(String code) {
        this.code = code;
    }

    /** Major and minor, as {@code davinci-crd.version} has it. */
    public String code() {
        return code;
    }

    /** @return the version of "2.0", "2.0.1" and the like; empty for one that is not spoken */
    public static Optional<GuideVersion> of(String text) {
        return Arrays.stream(values())
                .filter(version -> text.equals(version.code) || text.startsWith(version.code + "."))
                .findFirst();
    }
}
