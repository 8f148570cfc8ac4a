package org.precert.crd.answer;

/**
 * The card types of the guide that are used here, the most needed first: each can be switched off by the client.
 * https://hl7.org/fhir/us/davinci-crd/STU2/ValueSet-cardType.html
 */
public enum Topic {
    COVERAGE_INFO(
            "coverage-info",
            "Coverage Information",
            "Coverage information on each order, and cards about the coverage and what is missing"),
    OFF_GUIDELINE("off-guideline", "Off Guideline", "A card where the payer's policy does not cover what is ordered"),
    GUIDELINE("guideline", "Guideline", "What the payer's policy says to watch when the drug is given"),
    CLAIM("claim", "Claim", "What to know for billing, such as codes that have ended"),
    THERAPY_ALTERNATIVES(
            "therapy-alternatives-opt",
            "Optional Therapy Alternatives",
            "What the payer's policy compares the ordered treatment with");

    private final String code;
    private final String display;
    private final String meaning;

    Topic(String code, String display, String meaning) {
        this.code = code;
        this.display = display;
        this.meaning = meaning;
    }

    public String code() {
        return code;
    }

    public String display() {
        return display;
    }

    /** What the client is told about it. */
    public String meaning() {
        return meaning;
    }
}
