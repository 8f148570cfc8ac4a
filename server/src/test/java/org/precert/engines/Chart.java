package org.precert.engines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/**
 * A patient, and a form that is to be filled.
 *
 * @param orders that the form is for, as Type/id
 * @param named whether the client tells its engine so; if not, these are the open orders
 */
record Chart(String policy, long seed, LocalDate asOf, List<ObjectNode> resources, List<String> orders, boolean named) {

    static final String PATIENT = "p";

    ObjectNode bundle() {
        ObjectNode bundle =
                Codes.JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        resources.forEach(resource -> bundle.withArray("entry").addObject().set("resource", resource));
        return bundle;
    }

    @Override
    public String toString() {
        return policy + ", chart " + seed + (named ? ", orders " + orders : ", no parameters");
    }
}
