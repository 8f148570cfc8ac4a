package org.precert.crd.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A change that the clinician can take over with a click.
 *
 * @param actions all of them belong together
 */
public record Suggestion(String label, List<Action> actions) {

    /** One step of it. */
    public sealed interface Action {

        String description();

        record Update(String description, ObjectNode resource) implements Action {}

        /** @param unlessThere a search by which the client sees that it has the resource already */
        record Create(String description, ObjectNode resource, Optional<String> unlessThere) implements Action {}

        /** A task for the client, spelled as the version of the guide has it. */
        record Complete(String description, FormTask task) implements Action {}

        /** @param reference Type/id */
        record Delete(String description, String reference) implements Action {}
    }

    public Suggestion {
        actions = List.copyOf(actions);
    }
}
