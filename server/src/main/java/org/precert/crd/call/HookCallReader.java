package org.precert.crd.call;

import static org.precert.crd.call.CallJson.malformed;
import static org.precert.crd.call.CallJson.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import org.precert.coverage.GuideVersion;
import org.precert.review.InvalidRequest;

/** Reads a CDS Hooks call and checks it once. Elements that it does not know are left alone, as the standard wants. */
public final class HookCallReader {

    private final ObjectMapper json;

    public HookCallReader(ObjectMapper json) {
        this.json = json;
    }

    /** @throws InvalidRequest if the body is not a JSON object */
    public ObjectNode parse(byte[] body) {
        if (!(tree(body) instanceof ObjectNode call)) {
            throw malformed("", "The body is not a JSON object");
        }
        return call;
    }

    /**
     * @param usual the version of the guide for a call that asks for none, or for one that is not spoken here
     * @throws InvalidRequest naming the place
     */
    public HookCall read(Hook hook, ObjectNode call, GuideVersion usual) {
        if (!text(call, "hook", "hook").equals(hook.id())) {
            throw malformed("hook", "This service answers the hook " + hook.id());
        }
        String instance = text(call, "hookInstance", "hookInstance");
        Optional<ClientServer> client = client(call);
        HookContext context = ContextReader.read(hook, call, new References(call, client));
        JsonNode prefetch = call.path("prefetch");
        if (!prefetch.isMissingNode() && !prefetch.isNull() && !prefetch.isObject()) {
            throw malformed("prefetch", "The prefetch is not a JSON object");
        }
        return new HookCall(
                hook,
                instance,
                context,
                Prefetch.of(prefetch),
                client,
                version(call, usual),
                Preferences.of(call.path("extension").path("davinci-crd.configuration")),
                call);
    }

    /** The version that a call asks for; the usual one where it asks for none, or for one that is not spoken here. */
    public static GuideVersion version(ObjectNode call, GuideVersion usual) {
        JsonNode requested = call.path("extension").path("davinci-crd.requestedVersion");
        return Optional.ofNullable(requested.textValue())
                .flatMap(GuideVersion::of)
                .orElse(usual);
    }

    private JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (ArithmeticException e) {
            throw malformed("", "The body has a number that is too large or too small");
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw malformed(
                    "",
                    "The body is not valid JSON"
                            + (place == null
                                    ? ""
                                    : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ClientServer> client(ObjectNode call) {
        JsonNode base = call.path("fhirServer");
        if (!base.isTextual()) {
            return Optional.empty();
        }
        try {
            JsonNode token = call.path("fhirAuthorization").path("access_token");
            return Optional.of(new ClientServer(
                    URI.create(base.textValue()),
                    token.isTextual() ? Optional.of(token.textValue()) : Optional.empty()));
        } catch (IllegalArgumentException e) {
            throw malformed("fhirServer", "The FHIR server's address is not a URL");
        }
    }
}
