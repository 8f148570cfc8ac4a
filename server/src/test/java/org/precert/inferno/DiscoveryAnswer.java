package org.precert.inferno;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** crd_discovery_services_validation: a list of services, each with hook, description and id. */
final class DiscoveryAnswer {

    private DiscoveryAnswer() {}

    static List<String> errors(JsonNode answer) {
        Errors errors = new Errors();
        JsonNode services = answer.path("services");
        if (!services.isArray()) {
            errors.add("Discovery response did not contain an array `services`");
        }
        for (JsonNode service : services) {
            for (String field : List.of("hook", "description", "id")) {
                if (!service.path(field).isTextual()) {
                    errors.add("Service `" + service.path("id").asText() + "`: field `" + field + "` is no string");
                }
            }
        }
        return errors.messages();
    }
}
