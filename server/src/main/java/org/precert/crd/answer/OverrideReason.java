package org.precert.crd.answer;

/** Why a clinician may go on all the same: comes back as feedback, so the codes stay. CodeSystem override-reason. */
public enum OverrideReason {
    ALTERNATIVES_TRIED("alternatives-tried", "What the policy compares with was tried or is not suitable"),
    EXCEPTION_REQUESTED("exception-requested", "An exception or individual consideration is requested"),
    MEMBER_PAYS("member-pays", "The member knows, and pays"),
    OTHER_COVERAGE("other-coverage", "Another coverage pays"),
    DOES_NOT_APPLY("does-not-apply", "The card does not fit this patient");

    public static final String SYSTEM = "https://precert.dev/fhir/CodeSystem/override-reason";

    private final String code;
    private final String display;

    OverrideReason(String code, String display) {
        this.code = code;
        this.display = display;
    }

    public String code() {
        return code;
    }

    public String display() {
        return display;
    }
}
