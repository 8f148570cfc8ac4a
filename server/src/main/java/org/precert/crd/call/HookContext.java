package org.precert.crd.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The context of a call.
 *
 * @param patient the bare id
 * @param resources draft orders or appointments, as they came in, to be echoed
 * @param subjects Type/id of what is to be answered for; some may have to be fetched
 */
public record HookContext(String patient, List<ObjectNode> resources, List<String> subjects) {

    public HookContext {
        resources = List.copyOf(resources);
        subjects = List.copyOf(subjects);
    }
}
