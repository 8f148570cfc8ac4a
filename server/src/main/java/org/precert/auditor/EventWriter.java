package org.precert.auditor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precert.audit.AuditLinks;
import org.precert.audit.EntryKind;
import org.precert.audit.Link;

/** Writes links as AuditEvents of FHIR R4, by the profiles of IHE BALP where it has one. */
final class EventWriter {

    private static final String NONE = "";

    private final ObjectMapper json;
    private final AgentWriter agents;
    private final EntityWriter entities;
    private final String baseUrl;

    EventWriter(ObjectMapper json, String baseUrl) {
        this.json = json;
        this.baseUrl = baseUrl;
        this.agents = new AgentWriter(baseUrl);
        this.entities = new EntityWriter();
    }

    /** One; several where several patients are concerned, as IHE wants it; none of what this version does not know. */
    List<ObjectNode> events(Link link) {
        Optional<EntryKind> kind = EntryKind.of(link.kind());
        if (kind.isEmpty()) {
            return List.of();
        }
        JsonNode body = AuditLinks.body(link);
        List<String> cases = cases(kind.get(), body);
        List<ObjectNode> events = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            String id = link.chain() + "-" + link.number() + (cases.size() == 1 ? "" : "-" + i);
            events.add(event(id, link, kind.get(), body, cases.get(i)));
        }
        return events;
    }

    private static List<String> cases(EntryKind kind, JsonNode body) {
        if (kind == EntryKind.READ && !body.path("cases").isEmpty()) {
            return body.path("cases").valueStream().map(JsonNode::asText).toList();
        }
        return List.of(body.path("caseId").asText(NONE));
    }

    private ObjectNode event(String id, Link link, EntryKind kind, JsonNode body, String caseId) {
        Shape shape = Shape.of(kind, body);
        ObjectNode event =
                json.createObjectNode().put("resourceType", "AuditEvent").put("id", id);
        shape.claimed()
                .ifPresent(
                        profile -> event.putObject("meta").putArray("profile").add(profile));
        shape.type().write(event.putObject("type"));
        shape.subtype().write(event.putArray("subtype").addObject());
        event.put("action", shape.action());
        event.put("recorded", link.at().toString());
        event.put("outcome", outcome(kind, body));
        ArrayNode agent = event.putArray("agent");
        agents.write(agent, kind, body, shape);
        ObjectNode source = event.putObject("source").put("site", baseUrl);
        source.putObject("observer")
                .put("type", "Device")
                .putObject("identifier")
                .put("value", baseUrl);
        Codes.APPLICATION_SERVER.write(source.putArray("type").addObject());
        ArrayNode entity = event.putArray("entity");
        entities.write(entity, kind, body, caseId);
        if (entity.isEmpty()) {
            event.remove("entity");
        }
        return event;
    }

    /** Of audit-event-outcome: 0 success, 4 a minor failure: the caller's, 8 a serious one: ours. */
    private static String outcome(EntryKind kind, JsonNode body) {
        int status = body.path("status").asInt();
        return status >= 500 ? "8" : kind == EntryKind.REFUSED || status >= 400 ? "4" : "0";
    }
}
