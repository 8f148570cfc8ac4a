package org.precert.crd.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** Takes the parts of a call out of its JSON, or says which is missing. */
final class CallJson {

    /** https://hl7.org/fhir/R4/datatypes.html#id */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private CallJson() {}

    static String text(ObjectNode object, String name, String path) {
        if (!object.path(name).isTextual() || object.path(name).textValue().isBlank()) {
            throw malformed(path, "'" + name + "' is missing or not a string");
        }
        return object.path(name).textValue();
    }

    static ObjectNode object(ObjectNode parent, String name, String path) {
        if (!(parent.path(name) instanceof ObjectNode object)) {
            throw malformed(path, "'" + name + "' is missing or not an object");
        }
        return object;
    }

    /** Some clients send Type/id, or a URL, where the id alone belongs. */
    static String id(ObjectNode object, String name, String path) {
        String id = bare(text(object, name, path));
        if (!isId(id)) {
            throw malformed(path, "This is not a FHIR id");
        }
        return id;
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static String bare(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    static InvalidRequest malformed(String path, String message) {
        return new InvalidRequest(Kind.MALFORMED, path, message);
    }
}
