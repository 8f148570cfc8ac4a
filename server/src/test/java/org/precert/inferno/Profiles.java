package org.precert.inferno;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Whether a resource keeps to the profile that the kit holds it against. */
@FunctionalInterface
public interface Profiles {

    /** Says nothing: for a look at the shape alone. */
    Profiles UNCHECKED = resource -> List.of();

    List<String> errors(JsonNode resource);
}
