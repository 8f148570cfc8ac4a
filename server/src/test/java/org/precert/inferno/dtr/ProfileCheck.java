package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Whether a resource keeps to a profile. */
@FunctionalInterface
interface ProfileCheck {

    /** Says nothing: for a look at the shape alone. */
    ProfileCheck UNCHECKED = (resource, profile) -> List.of();

    List<String> errors(JsonNode resource, String profile);

    /** None, where it is of the type and keeps to the profile. */
    default List<String> errors(JsonNode resource, String type, String profile) {
        return resource.path("resourceType").asText().equals(type)
                ? errors(resource, profile)
                : List.of("Unexpected resource type: expected " + type + ", but received "
                        + resource.path("resourceType").asText("none"));
    }
}
