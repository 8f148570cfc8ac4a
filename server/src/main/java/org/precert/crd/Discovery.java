package org.precert.crd;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What {@code GET /cds-services} answers. */
final class Discovery {

    private final ObjectNode services;

    Discovery(ObjectMapper json) {
        this.services = json.createObjectNode();
        ArrayNode all = services.putArray("services");
        for (Hook hook : Hook.values()) {
            ObjectNode service = all.addObject()
                    .put("hook", hook.id())
                    .put("id", hook.id())
                    .put("title", hook.title())
                    .put("description", "Tells what the policy of the member's payer says about the order, and why.");
            ObjectNode prefetch = service.putObject("prefetch");
            prefetch.put("patient", "Patient/{{context.patientId}}");
            prefetch.put("coverage", "Coverage?patient={{context.patientId}}");
            prefetch.put("conditions", "Condition?patient={{context.patientId}}");
        }
    }

    ObjectNode services() {
        return services;
    }
}
