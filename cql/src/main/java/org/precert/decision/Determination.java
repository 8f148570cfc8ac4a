package org.precert.decision;

/** What one policy version says about one ordered service line. The codes are those of CodeSystem determination. */
public enum Determination {
    INVESTIGATIONAL("investigational"),
    NOT_MEDICALLY_NECESSARY("not-medically-necessary"),
    NOT_COVERED("not-covered"),
    NOT_ADDRESSED("not-addressed"),
    REFER("refer"),
    INFORMATION_NEEDED("information-needed"),
    NO_POLICY_IN_FORCE("no-policy-in-force"),
    COVERAGE_NOT_IN_FORCE("coverage-not-in-force"),
    AUTHORIZATION_REQUIRED("authorization-required");

    private final String code;

    Determination(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException for a word that is no determination */
    public static Determination of(String code) {
        for (Determination each : values()) {
            if (each.code.equals(code)) {
                return each;
            }
        }
        throw new IllegalArgumentException("'" + code + "' is not a determination");
    }
}
