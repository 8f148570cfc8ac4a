package org.precert.requirements;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.precert.inferno.HookBodies;

/** The versions of the guide, and a call of a hook as each has it. */
enum Guide {
    V2_0("2.0"),
    V2_2("2.2");

    private final String version;

    Guide(String version) {
        this.version = version;
    }

    String version() {
        return version;
    }

    /** A call of the hook made of a sample of order-sign, asking for this version. */
    ObjectNode call(String hook, String sample) {
        ObjectNode call = HookBodies.of(hook, sample);
        call.withObjectProperty("extension").put("davinci-crd.requestedVersion", version);
        if (this == V2_2) {
            if (hook.equals("order-dispatch")) {
                rename(call.withObjectProperty("context"));
            }
            call.at("/prefetch/coverage/entry").forEach(entry -> identify((ObjectNode) entry.at("/resource/payor/0")));
        }
        return call;
    }

    private static void rename(ObjectNode context) {
        ArrayNode orders = context.putArray("dispatchedOrders");
        orders.add(context.path("order").asText());
        context.remove("order");
    }

    /** "payer.identifier", as 2.2 has it, is the identifier of the reference. */
    private static void identify(ObjectNode payor) {
        payor.putObject("identifier")
                .put("system", "https://precert.dev/fhir/sid/payer")
                .put("value", payor.path("reference").asText().replaceFirst(".*/", ""));
    }
}
