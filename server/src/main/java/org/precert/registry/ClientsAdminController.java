package org.precert.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.precert.clients.ClientRegistry;
import org.precert.clients.NotRegistered;
import org.precert.clients.RegisteredClient;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.precert.staff.Staff;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the registered clients, and registers, changes, disables and removes those of the database. */
@RestController
@RequestMapping(path = "/admin/clients", produces = MediaType.APPLICATION_JSON_VALUE)
final class ClientsAdminController {

    private static final String ENABLED = "enabled";

    private final ClientRegistry registry;
    private final ObjectMapper json;

    ClientsAdminController(ClientRegistry registry, ObjectMapper json) {
        this.registry = registry;
        this.json = json;
    }

    @GetMapping
    ResponseEntity<ObjectNode> list() {
        ObjectNode list = json.createObjectNode();
        ArrayNode all = list.putArray("clients");
        registry.all().forEach(each -> all.add(shown(each)));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(list);
    }

    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> read(@PathVariable("id") String id) {
        return answer(registry.find(id).orElseThrow(ClientsAdminController::unknown));
    }

    /** A new client, or another registration for one that is there. With {@code enabled: false} it is let in no more. */
    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> put(
            @PathVariable("id") String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestAttribute(Staff.ATTRIBUTE) Staff staff,
            @RequestBody(required = false) byte @Nullable [] body) {
        ObjectNode entry = object(body == null ? new byte[0] : body);
        JsonNode enabled = entry.path(ENABLED);
        if (!enabled.isBoolean() && !enabled.isMissingNode()) {
            throw new InvalidRequest(Kind.MALFORMED, ENABLED, "enabled is true or false");
        }
        entry.remove(ENABLED);
        return answer(told(() -> registry.put(
                id,
                entry,
                enabled.asBoolean(true),
                revision(ifMatch),
                staff.person().id())));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable("id") String id, @RequestAttribute(Staff.ATTRIBUTE) Staff staff) {
        told(() -> {
            registry.remove(id, staff.person().id());
            return id;
        });
        return ResponseEntity.noContent().build();
    }

    private static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (NotRegistered e) {
            Kind kind = switch (e.reason()) {
                case INVALID -> Kind.NOT_CONFORMANT;
                case CONFLICT -> Kind.CONFLICT;
                case UNKNOWN -> Kind.NOT_FOUND;
            };
            throw new InvalidRequest(kind, "", e.problems());
        }
    }

    private ResponseEntity<ObjectNode> answer(RegisteredClient client) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        client.change().ifPresent(change -> answer.eTag("W/\"" + change.revision() + "\""));
        return answer.body(shown(client));
    }

    private ObjectNode shown(RegisteredClient client) {
        ObjectNode shown = json.createObjectNode().put("id", client.id());
        shown.put("origin", client.change().isPresent() ? "database" : "configuration");
        shown.put(ENABLED, client.enabled());
        client.change()
                .ifPresent(change -> shown.put("revision", change.revision())
                        .put("changed-at", change.at().toString())
                        .put("changed-by", change.by()));
        shown.set("registration", client.entry());
        return shown;
    }

    private ObjectNode object(byte[] body) {
        try {
            if (json.readTree(body) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException | ArithmeticException e) {
            throw new InvalidRequest(Kind.MALFORMED, "", "The body is no JSON");
        }
        throw new InvalidRequest(Kind.MALFORMED, "", "The body is no JSON object");
    }

    private static OptionalLong revision(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return OptionalLong.empty();
        }
        String number = ifMatch.replaceFirst("^W/", "").replace("\"", "");
        if (!number.matches("\\d{1,18}")) {
            throw new InvalidRequest(Kind.PRECONDITION, "", "The client was never as If-Match says");
        }
        return OptionalLong.of(Long.parseLong(number));
    }

    private static InvalidRequest unknown() {
        return new InvalidRequest(Kind.NOT_FOUND, "", "There is no such client");
    }
}
