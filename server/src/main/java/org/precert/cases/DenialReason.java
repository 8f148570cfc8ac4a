package org.precert.cases;

/**
 * Why a line is not certified. The codes are of X12's external list 886, the words are ours: the list's own are X12's.
 */
public enum DenialReason {
    EXPERIMENTAL("0T", true, "The policy regards it as investigational for this use"),
    NOT_MEDICALLY_NECESSARY("0F", true, "The policy's criteria for medical necessity are not met"),
    LEVEL_OF_CARE("0G", true, "Another level of care would do"),
    CONSERVATIVE_TREATMENT("44", true, "Conservative treatment is not shown to have failed"),
    INCONSISTENT_WITH_DIAGNOSIS("0R", true, "It does not go with the diagnosis"),
    NOT_COVERED("0M", false, "The member's benefits do not cover it"),
    PLAN_MAXIMUM("0L", false, "It is more than the plan allows"),
    DUPLICATE("0Q", false, "The same was asked for before"),
    NOT_RECEIVED("0P", true, "What was asked for did not arrive"),
    OUT_OF_NETWORK("9", false, "The provider is not in the network");

    private final String code;
    private final boolean clinical;
    private final String words;

    DenialReason(String code, boolean clinical, String words) {
        this.code = code;
        this.clinical = clinical;
        this.words = words;
    }

    /** Of X12's external code list 886. */
    public String code() {
        return code;
    }

    /** Whether it judges care, which a clinician alone may do: 42 CFR 422.566(d), 438.210(b)(3). */
    public boolean clinical() {
        return clinical;
    }

    public String words() {
        return words;
    }
}
