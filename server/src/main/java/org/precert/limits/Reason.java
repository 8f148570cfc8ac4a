package org.precert.limits;

import java.util.Locale;

/** Why a call is refused, and how that is answered. */
enum Reason {
    ADDRESS_RATE(429, "throttled", "There are too many calls from this address"),
    CLIENT_RATE(429, "throttled", "This client calls too often"),
    IN_FLIGHT(429, "throttled", "There is too much to do just now"),
    SHARE(429, "throttled", "This client has too many calls under way"),
    SLOW_BODY(408, "timeout", "The request came too slowly"),
    LONG_BODY(413, "too-long", "The request has more bytes than this server takes"),
    ENCODED_BODY(415, "not-supported", "The request is compressed: send it as it is"),
    XML_BODY(415, "not-supported", "The Content-Type is one of XML: this server takes JSON alone"),
    NOT_JSON_WANTED(406, "not-supported", "By Accept or _format no JSON is wanted: answers are JSON alone"),
    NOT_SANE(400, "invalid", "The body is no JSON, or none that this server reads"),
    MANY_PARAMETERS(400, "too-costly", "The request has too many parameters");

    private final int status;
    private final String code;
    private final String text;

    Reason(int status, String code, String text) {
        this.status = status;
        this.code = code;
        this.text = text;
    }

    int status() {
        return status;
    }

    /** Of the value set issue-type. */
    String code() {
        return code;
    }

    String text() {
        return text;
    }

    /** Whether the same request may succeed later. */
    boolean passes() {
        return status == 429 || this == SLOW_BODY;
    }

    /** In metrics and in the log. */
    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
