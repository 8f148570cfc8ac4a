package org.precert.cases;

/** What a pended line waits for. The codes are of X12's external list 886, the words are ours. */
public enum PendReason {
    DOCUMENTS("0U", "Information from the provider is needed"),
    CLINICAL_REVIEW("0V", "A clinician of the payer reviews it"),
    APPEAL("0V", "The appeal is reviewed by another clinician"),
    TECHNICAL("0W", "The policy could not be asked; staff of the payer look at it");

    private final String code;
    private final String words;

    PendReason(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** Of X12's external code list 886. */
    public String code() {
        return code;
    }

    public String words() {
        return words;
    }
}
