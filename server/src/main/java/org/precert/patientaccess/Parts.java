package org.precert.patientaccess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.precert.cases.Code;

/** Small parts of FHIR, written into a node. */
final class Parts {

    private Parts() {}

    /** A CodeableConcept by system and code: displays of X12 and of CPT are not ours to print. */
    static void concept(ObjectNode into, Code code) {
        if (!code.code().isEmpty()) {
            ObjectNode coding = into.withArray("coding").addObject();
            if (!code.system().isEmpty()) {
                coding.put("system", code.system());
            }
            coding.put("code", code.code());
        }
        if (!code.words().isEmpty()) {
            into.put("text", code.words());
        }
    }

    /** Without its words: they are the sender's, and may be of a code system that is not free. */
    static void bare(ObjectNode into, Code code) {
        concept(into, new Code(code.system(), code.code(), ""));
    }

    static ObjectNode extension(ObjectNode into, String url) {
        return into.withArray("extension").addObject().put("url", url);
    }

    /**
     * A reference by an identifier: nothing else is known here of whom it is about.
     *
     * @param token system|value
     */
    static void reference(ObjectNode into, String type, String token) {
        int bar = token.indexOf('|');
        into.put("type", type);
        ObjectNode identifier = into.putObject("identifier");
        if (bar > 0) {
            identifier.put("system", token.substring(0, bar));
        }
        identifier.put("value", token.substring(bar + 1));
    }
}
