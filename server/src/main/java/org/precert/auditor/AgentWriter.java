package org.precert.auditor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.precert.audit.EntryKind;

/** Who took part: the client and this server, always; a member of staff as the user, for a purpose. */
final class AgentWriter {

    private static final String CLIENT = "https://precert.dev/fhir/sid/client";
    private static final String STAFF = "https://precert.dev/fhir/sid/staff";
    private static final String MACHINE = "https://precert.dev/fhir/sid/engine";
    private static final String IP_ADDRESS = "2";
    private static final String URI = "5";

    private final String baseUrl;

    AgentWriter(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    void write(ArrayNode agents, EntryKind kind, JsonNode body, Shape shape) {
        JsonNode by = body.path("by");
        String is = by.path("is").asText();
        boolean person = is.equals("PERSON");
        client(agents.addObject(), body, shape, !person && !is.isEmpty());
        server(agents.addObject(), shape);
        if (person) {
            user(agents.addObject(), by, kind == EntryKind.CASE ? Codes.AUTHOR : Codes.RECIPIENT);
        }
    }

    /** What the machine did by itself, it asked of itself. */
    private void client(ObjectNode agent, JsonNode body, Shape shape, boolean requestor) {
        type(agent, shape.asking());
        JsonNode by = body.path("by");
        ObjectNode who = agent.putObject("who");
        ObjectNode identifier = who.putObject("identifier");
        switch (by.path("is").asText()) {
            case "MACHINE" ->
                identifier.put("system", MACHINE).put("value", by.path("id").asText("precert"));
            case "CLIENT" -> client(who, identifier, by.path("id").asText());
            case "PERSON" -> identifier.put("value", "browser");
            case "NOBODY" -> who.put("display", "somebody who proved nothing").remove("identifier");
            default ->
                client(
                        who,
                        identifier,
                        body.path("client").asText(body.path("node").asText()));
        }
        agent.put("requestor", requestor);
        String from = body.path("from").asText();
        ObjectNode network = agent.putObject("network");
        if (from.isEmpty()) {
            network.put("address", baseUrl).put("type", URI);
        } else {
            network.put("address", from).put("type", IP_ADDRESS);
        }
    }

    private static void client(ObjectNode who, ObjectNode identifier, String id) {
        if (id.isEmpty()) {
            who.put("display", "somebody who proved nothing").remove("identifier");
        } else {
            identifier.put("system", CLIENT).put("value", id);
        }
    }

    private void server(ObjectNode agent, Shape shape) {
        type(agent, shape.serving());
        agent.putObject("who").put("type", "Device").putObject("identifier").put("value", baseUrl);
        agent.put("requestor", false);
        agent.putObject("network").put("address", baseUrl).put("type", URI);
    }

    private static void user(ObjectNode agent, JsonNode by, Codes type) {
        type(agent, type);
        if (by.has("credential")) {
            agent.putArray("role").addObject().put("text", by.path("credential").asText());
        }
        agent.putObject("who")
                .putObject("identifier")
                .put("system", STAFF)
                .put("value", by.path("id").asText());
        agent.put("requestor", true);
        Codes.OPERATIONS.write(
                agent.putArray("purposeOfUse").addObject().putArray("coding").addObject());
    }

    private static void type(ObjectNode agent, Codes type) {
        type.write(agent.putObject("type").putArray("coding").addObject());
    }
}
