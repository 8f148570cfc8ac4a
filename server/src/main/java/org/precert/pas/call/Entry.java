package org.precert.pas.call;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One entry of a Bundle, with the very text that was sent: what is echoed is echoed byte for byte. Two entries are the same
 * if their text is.
 *
 * @param fullUrl as sent; where a lenient door was sent none, one made from the content, always the same for the same content
 * @param raw the resource as it was written, spaces, escapes and the spelling of numbers included
 */
public record Entry(String fullUrl, ObjectNode resource, String raw) {

    /** The type of the resource; empty if it names none. */
    public String type() {
        return resource.path("resourceType").asText("");
    }

    /** The id of the resource; empty if it has none. */
    public String id() {
        return resource.path("id").asText("");
    }

    /** By the text: a tree of thousands of nodes is no key. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry && fullUrl.equals(entry.fullUrl) && raw.equals(entry.raw);
    }

    @Override
    public int hashCode() {
        return fullUrl.hashCode();
    }
}
