package org.precert.crd;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.precert.coverage.GuideVersion;
import org.precert.crd.answer.Topic;
import org.precert.crd.call.Hook;
import org.precert.crd.call.Preferences;

/**
 * What {@code GET /cds-services} answers. The prefetch asks for what every call needs and no more (CRD 2.2, found-27), in
 * the expressions of the guide (found-29): clients of 2.0 know the plain tokens and leave out the keys of the others. The
 * rest is read where a policy asks for it (found-28).
 */
final class Discovery {

    private static final String PATIENT = "{{context.patientId}}";

    private final ObjectNode services;

    Discovery(ObjectMapper json) {
        this.services = json.createObjectNode();
        ArrayNode all = services.putArray("services");
        for (Hook hook : Hook.values()) {
            ObjectNode service = all.addObject()
                    .put("hook", hook.id())
                    .put("id", hook.id())
                    .put("title", hook.title())
                    .put("description", "Tells what the policy of the member's payer says about the order, and why.")
                    .put(
                            "usageRequirements",
                            "Coverage with its payor's Organization comes as prefetch, or the server can read it.");
            prefetch(service.putObject("prefetch"), hook);
            ObjectNode extension = service.putObject("extension");
            versions(extension.putArray("davinci-crd.version"));
            options(extension.putArray("davinci-crd.configuration-options"));
        }
    }

    private static void prefetch(ObjectNode prefetch, Hook hook) {
        prefetch.put("patient", "Patient/" + PATIENT);
        prefetch.put("coverage", "Coverage?patient=" + PATIENT + "&status=active");
        switch (hook) {
            case ENCOUNTER_START, ENCOUNTER_DISCHARGE -> prefetch.put("encounter", "Encounter/{{context.encounterId}}");
            case ORDER_SELECT, ORDER_SIGN ->
                prefetch.put(
                        "medications",
                        "Medication?_id={{context.draftOrders.entry.resource.ofType(MedicationRequest)"
                                + ".medication.resolve().id}}");
            case ORDER_DISPATCH -> {
                prefetch.put("serviceRequests", dispatched("ServiceRequest"));
                prefetch.put("medicationRequests", dispatched("MedicationRequest"));
                prefetch.put(
                        "medications", "Medication?_id={{%medicationRequests.entry.resource.medication.resolve().id}}");
            }
            case APPOINTMENT_BOOK ->
                prefetch.put(
                        "serviceRequests",
                        "ServiceRequest?_id={{context.appointments.entry.resource.basedOn.resolve()"
                                + ".ofType(ServiceRequest).id}}");
        }
    }

    private static String dispatched(String type) {
        return type + "?_id={{context.dispatchedOrders.resolve().ofType(" + type + ").id}}";
    }

    private static void versions(ArrayNode versions) {
        for (GuideVersion version : GuideVersion.values()) {
            versions.add(version.code());
        }
    }

    /** CRD 2.2, dev-4 and dev-5: one for each type of card, and how many of them. */
    private static void options(ArrayNode options) {
        for (Topic topic : Topic.values()) {
            options.addObject()
                    .put("code", topic.code())
                    .put("type", "boolean")
                    .put("name", topic.display())
                    .put("description", topic.meaning() + ".")
                    .put("default", true);
        }
        options.addObject()
                .put("code", Preferences.MOST_CARDS)
                .put("type", "integer")
                .put("name", "Most cards")
                .put("description", "How many cards are shown at most; the most needed stay.")
                .put("default", Preferences.USUAL_MOST);
    }

    ObjectNode services() {
        return services;
    }
}
