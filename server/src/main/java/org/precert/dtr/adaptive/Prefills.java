package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What this server can answer by itself, before the client has seen the question. */
@FunctionalInterface
public interface Prefills {

    Prefills NONE = question -> List.of();

    /**
     * @param question its linkId in the standard form
     * @return elements of {@code answer}; none where nothing is known
     */
    List<ObjectNode> answers(String question);
}
