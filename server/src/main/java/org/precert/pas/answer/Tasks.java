package org.precert.pas.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Line;
import org.precert.pas.call.Entry;

/** The same as work to do, as CDex takes it: one Task for each thing, codes and forms apart (PAS 2.2.1, ainfo-7). */
record Tasks(Matter matter) {

    List<Placed> all() {
        return matter.state().openAsks().stream().map(this::task).toList();
    }

    private Placed task(DocumentAsk ask) {
        String id = "task-" + ask.control();
        ObjectNode task = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Task")
                .put("id", id);
        task.putObject("meta").putArray("profile").add(Terms.PROFILE + "task");
        task.putArray("identifier")
                .addObject()
                .put("system", Terms.CONTROL_NUMBER)
                .put("value", ask.control());
        boolean form = ask.loinc().equals(DocumentAsk.QUESTIONNAIRE);
        task.put("status", "requested");
        matter.state().find(ask.line()).flatMap(Tasks::why).ifPresent(why -> task.set("statusReason", why));
        task.put("intent", "order");
        task.set(
                "code",
                Concepts.of(Terms.TEMPORARY, form ? "attachment-request-questionnaire" : "attachment-request-code"));
        task.put("description", Words.sentence(ask.words()));
        task.set("for", matter.reference(matter.claim().path("patient")));
        task.put("authoredOn", ask.askedAt().toString());
        task.putObject("requester").set("identifier", payer());
        task.putObject("owner").set("identifier", provider());
        task.set("reasonCode", Concepts.of(Terms.TEMPORARY, "priorAuthorization"));
        task.set("reasonReference", matter.claimReference());
        matter.state()
                .neededBy(ask)
                .ifPresent(
                        by -> task.putObject("restriction").putObject("period").put("end", by.toString()));
        input(task, "payer-url").put("valueUrl", matter.reply().baseUrl() + "/$submit-attachment");
        if (form) {
            matter.spelling().form(task, ask);
        } else {
            ObjectNode needed = input(task, "attachments-needed");
            matter.spelling().needed(needed, ask);
            needed.set("valueCodeableConcept", Concepts.of(Terms.LOINC, ask.loinc()));
        }
        return new Placed(matter.reply().url("Task", id), task);
    }

    /** What the line waits for, as its item says it too. */
    private static Optional<ObjectNode> why(Line line) {
        return line.decision().isOpen()
                ? line.decision().tell(new Verdicts(line.basis())).reasons().stream()
                        .findFirst()
                : Optional.empty();
    }

    static ObjectNode input(ObjectNode task, String code) {
        ObjectNode input = task.withArray("input").addObject();
        input.set("type", Concepts.of(Terms.TEMPORARY, code));
        return input;
    }

    private JsonNode payer() {
        return identifier(matter.claim().path("insurer"), matter.request().insurer())
                .orElseGet(() -> JsonNodeFactory.instance
                        .objectNode()
                        .put("system", Terms.PAYER_KEY)
                        .put("value", matter.state().payer()));
    }

    private JsonNode provider() {
        return identifier(matter.claim().path("provider"), matter.request().provider())
                .orElseGet(() -> {
                    ObjectNode unknown = JsonNodeFactory.instance.objectNode();
                    new Extensions(unknown).add(Terms.ABSENT).put("valueCode", "unknown");
                    return unknown;
                });
    }

    private static Optional<JsonNode> identifier(JsonNode reference, Optional<Entry> entry) {
        JsonNode named = reference.path("identifier");
        if (named.hasNonNull("value")) {
            return Optional.of(named);
        }
        return entry.map(each -> each.resource().path("identifier").path(0))
                .filter(identifier -> identifier.hasNonNull("value"));
    }
}
