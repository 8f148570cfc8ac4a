package org.precert.evaluation;

/** A resource of the caller that is no valid FHIR R4. The message names it without quoting it. */
public final class UnreadableResource extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reference;

    UnreadableResource(String reference, Throwable cause) {
        super(reference + " is not a valid FHIR R4 resource", cause);
        this.reference = reference;
    }

    /** Type/id. */
    public String reference() {
        return reference;
    }
}
