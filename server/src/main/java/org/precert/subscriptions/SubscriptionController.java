package org.precert.subscriptions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.precert.clients.Caller;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions at the base of each version. A subscription is there at the base alone at which it was made. */
@RestController
@RequestMapping("/pas/{version:2\\.0\\.1|2\\.2\\.1}/fhir/Subscription")
final class SubscriptionController {

    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");

    private final SubscriptionService service;
    private final SubscriptionView view;
    private final ObjectMapper json;
    private final String baseUrl;

    SubscriptionController(
            SubscriptionService service,
            SubscriptionView view,
            ObjectMapper json,
            @Value("${precert.base-url}") String baseUrl) {
        this.service = service;
        this.view = view;
        this.json = json;
        this.baseUrl = baseUrl;
    }

    @PostMapping
    ResponseEntity<ObjectNode> create(
            @PathVariable("version") String version,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        Subscription made = service.create(bytes(body), Guide.of(version), Owner.of(caller));
        return answer(ResponseEntity.created(URI.create(view.url(made))), made);
    }

    @GetMapping("/{id}")
    ResponseEntity<ObjectNode> read(
            @PathVariable("version") String version,
            @PathVariable("id") String id,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        return answer(ResponseEntity.ok(), service.find(id, Guide.of(version), Owner.of(caller)));
    }

    @GetMapping
    ResponseEntity<ObjectNode> search(
            @PathVariable("version") String version,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        Guide guide = Guide.of(version);
        var wanted = SubscriptionSearch.of(parameters);
        List<Subscription> found =
                service.all(guide, Owner.of(caller)).stream().filter(wanted).toList();
        // Without its parameters: a url may hold a token of the receiver.
        return fhir(ResponseEntity.ok(), view.found(found, baseUrl + guide.path() + "/Subscription"));
    }

    @PutMapping("/{id}")
    ResponseEntity<ObjectNode> update(
            @PathVariable("version") String version,
            @PathVariable("id") String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        Subscription changed = service.update(id, bytes(body), revision(ifMatch), Guide.of(version), Owner.of(caller));
        return answer(ResponseEntity.ok(), changed);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            @PathVariable("version") String version,
            @PathVariable("id") String id,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        service.delete(id, Guide.of(version), Owner.of(caller));
        return ResponseEntity.noContent().build();
    }

    /** Operation backport-subscription-status. */
    @RequestMapping(
            path = "/{id}/$status",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<ObjectNode> status(
            @PathVariable("version") String version,
            @PathVariable("id") String id,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        return fhir(ResponseEntity.ok(), service.status(id, Guide.of(version), Owner.of(caller)));
    }

    /** Operation backport-subscription-events. */
    @GetMapping("/{id}/$events")
    ResponseEntity<ObjectNode> events(
            @PathVariable("version") String version,
            @PathVariable("id") String id,
            @RequestParam Map<String, String> parameters,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller) {
        EventsAsked asked = EventsAsked.of(name -> Optional.ofNullable(parameters.get(name)));
        return fhir(ResponseEntity.ok(), service.events(id, asked, Guide.of(version), Owner.of(caller)));
    }

    /** The same, with its parameters in the body. */
    @PostMapping("/{id}/$events")
    ResponseEntity<ObjectNode> events(
            @PathVariable("version") String version,
            @PathVariable("id") String id,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        EventsAsked asked = EventsAsked.of(tree(bytes(body)));
        return fhir(ResponseEntity.ok(), service.events(id, asked, Guide.of(version), Owner.of(caller)));
    }

    private ResponseEntity<ObjectNode> answer(ResponseEntity.BodyBuilder response, Subscription subscription) {
        return fhir(response.eTag("W/\"" + subscription.revision() + "\""), view.resource(subscription));
    }

    private static ResponseEntity<ObjectNode> fhir(ResponseEntity.BodyBuilder response, ObjectNode body) {
        return response.contentType(FHIR).body(body);
    }

    /** Zero where none is said. */
    private static int revision(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return 0;
        }
        String number = ifMatch.replaceFirst("^W/", "").replace("\"", "");
        if (!number.matches("[1-9]\\d{0,8}")) {
            throw new InvalidRequest(Kind.PRECONDITION, "", "The Subscription was never as If-Match says");
        }
        return Integer.parseInt(number);
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException | ArithmeticException e) {
            throw new InvalidRequest(Kind.MALFORMED, "", "The body is no JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }
}
