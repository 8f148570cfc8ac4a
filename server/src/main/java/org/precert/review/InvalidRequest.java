package org.precert.review;

/**
 * The caller's mistake, said so that the caller can mend it, without quoting what was sent.
 */
public final class InvalidRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of mistake, which decides the status and the issue type of the OperationOutcome. */
    public enum Kind {
        /** Not JSON, or not of the shape that the door takes. */
        MALFORMED(400),
        /** JSON of the right shape that is not FHIR, or that contradicts itself. */
        NOT_CONFORMANT(422),
        /** There is no such thing here. */
        NOT_FOUND(404),
        /** It contradicts what was sent before, or what happened meanwhile. */
        CONFLICT(409),
        /** Known, and not allowed to do this. */
        FORBIDDEN(403),
        /** What is needed was neither sent nor can be fetched. */
        PRECONDITION(412),
        TOO_LARGE(413),
        /** Written in another format, or in other letters, than the door reads. */
        UNSUPPORTED(415),
        /** The answer is wanted in a format that the door does not write. */
        NOT_ACCEPTABLE(406);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        /** The HTTP status that says it. */
        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String path;

    /** @param path where in the request, as a FHIRPath or JSON path; may be empty */
    public InvalidRequest(Kind kind, String path, String message) {
        super(message);
        this.kind = kind;
        this.path = path;
    }

    public Kind kind() {
        return kind;
    }

    public String path() {
        return path;
    }
}
