package org.precert.conformance;

/** What DTR 2.2 asks of a payer's forms and packages, and where it says so: a profile, an invariant, or the id of a statement. */
enum Dtr22Rule {
    PARAMETERS("oper-10"),
    PARAMETER_NAMES("dtr-qpackage-output-parameters"),
    ONE_OUTCOME("dtr-qpackage-output-parameters"),
    COLLECTION("DTR-QPackageBundle"),
    QUESTIONNAIRE_FIRST("dtrb-1"),
    ONE_QUESTIONNAIRE("DTR-QPackageBundle"),
    ONE_RESPONSE("oper-18"),
    NOTHING_ELSE("DTR-QPackageBundle"),
    FULL_URL("bdl-7, and what clients derive from it"),
    EACH_ONCE("questionnaire-package"),
    LIBRARY_NAMES("spec-98"),
    LIBRARIES_THERE("oper-12"),
    VALUE_SETS_THERE("oper-14"),
    PINNED("oper-16"),
    CQL_AND_ELM("oper-13, spec-95, spec-99"),
    ELM_OF_THE_LIBRARY("spec-95"),
    EXPANDED("oper-15"),
    FEW_ANSWERS("spec-163"),
    FORM_IDENTITY("sdc-questionnaire"),
    FOR_PATIENTS("dtr-base-questionnaire"),
    AUDIENCE("questionnaireAudience"),
    COMPLETION_TIME("estimated-completion-time"),
    CLINICAL_TIME("dtrq-6"),
    PROHIBITED("dtr-base-questionnaire"),
    ASKS_SOMETHING("dtr-std-questionnaire"),
    ASKS_NOTHING_YET("dtr-questionnaire-adapt-search"),
    ADAPTIVE_URL("dtr-questionnaire-adapt-search, dtr-questionnaire-adapt"),
    DERIVED("spec-25"),
    ITEM_TEXT("dtr-base-questionnaire"),
    LINK_IDS("que-2"),
    CHOICE("dtrq-2"),
    QUANTITY("dtrq-3"),
    REFERENCE("dtrq-4"),
    CANDIDATES("dtrq-5"),
    NOT_HIDDEN("sec-4"),
    LANGUAGE("spec-96 and its surroundings"),
    ALTERNATIVE_EXPRESSION("spec-96"),
    BOUND("spec-97"),
    DRAFT("oper-18"),
    OF_THE_FORM("oper-18, spec-25"),
    SUBJECT("dtr-questionnaireresponse"),
    AUTHORED("sdc-questionnaireresponse"),
    COVERAGE("dtr-questionnaireresponse, qr-coverage"),
    CONTEXT("qr-context"),
    INTENDED_USE("dtr-questionnaireresponse, intendedUse"),
    NOT_BASED("dtr-questionnaireresponse"),
    ORIGIN("dtr-questionnaireresponse, information-origin"),
    AUTHOR("dtrx-1"),
    PREFILLED_BY_SERVER("spec-65"),
    OWN_REFERENCES("spec-139"),
    CONTAINED_FORM("dtr-questionnaireresponse-adapt"),
    ANSWERS_THE_FORM("sdc-questionnaireresponse"),
    ONE_OF_THE_OPTIONS("R4: choice, open-choice"),
    BARE("next-question"),
    STATUS("next-question");

    private final String source;

    Dtr22Rule(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }
}
