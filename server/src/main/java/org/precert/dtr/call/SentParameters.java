package org.precert.dtr.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * A Parameters resource, in the order in which it was sent.
 *
 * @param profiles that it says it has
 */
public record SentParameters(List<String> profiles, List<SentParameter> all) {

    private static final String TYPE = "Parameters";

    public SentParameters {
        profiles = List.copyOf(profiles);
        all = List.copyOf(all);
    }

    /** @throws InvalidRequest for what is no Parameters resource */
    public static SentParameters read(ObjectMapper json, byte[] body) {
        return of(object(json, body));
    }

    /** @throws InvalidRequest for what is no JSON object */
    public static ObjectNode object(ObjectMapper json, byte[] body) {
        if (!(tree(json, body) instanceof ObjectNode sent)) {
            throw malformed("", "The body is not a JSON object");
        }
        return sent;
    }

    /** @throws InvalidRequest for what is no Parameters resource */
    public static SentParameters of(ObjectNode sent) {
        if (!sent.path("resourceType").asText().equals(TYPE)) {
            throw malformed("resourceType", "The body is not a Parameters resource");
        }
        JsonNode parameters = sent.path("parameter");
        if (!parameters.isArray() && !parameters.isMissingNode()) {
            throw malformed("Parameters.parameter", "This is not a list");
        }
        List<SentParameter> all = new ArrayList<>();
        for (JsonNode parameter : parameters) {
            String path = "Parameters.parameter[" + all.size() + "]";
            if (!parameter.path("name").isTextual()) {
                throw malformed(path + ".name", "A parameter has no name");
            }
            all.add(new SentParameter(parameter.path("name").textValue(), parameter, path));
        }
        List<String> profiles = new ArrayList<>();
        sent.path("meta").path("profile").forEach(profile -> profiles.add(profile.asText()));
        return new SentParameters(profiles, all);
    }

    /** Those of any of these names. */
    public List<SentParameter> named(Set<String> names) {
        return all.stream().filter(each -> names.contains(each.name())).toList();
    }

    private static JsonNode tree(ObjectMapper json, byte[] body) {
        try {
            return json.readTree(body);
        } catch (ArithmeticException e) {
            throw malformed("", "The body has a number that is too large or too small");
        } catch (JsonProcessingException e) {
            throw malformed("", "The body is not valid JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InvalidRequest malformed(String path, String message) {
        return new InvalidRequest(Kind.MALFORMED, path, message);
    }
}
