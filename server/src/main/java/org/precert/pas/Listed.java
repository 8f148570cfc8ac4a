package org.precert.pas;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lists of what was sent, which may have anything in their place. */
final class Listed {

    private Listed() {}

    /** The list of this name, to be added to; what is no list makes way for one. */
    static ArrayNode of(ObjectNode sent, String name) {
        return sent.path(name) instanceof ArrayNode list ? list : sent.putArray(name);
    }
}
