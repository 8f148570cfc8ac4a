package org.precert.pas.attachment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precert.pas.call.BusinessId;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * A list of named parameters, or of named parts of one.
 *
 * @param path of the list
 */
record Given(JsonNode list, String path) {

    /** One of them. */
    record One(String name, JsonNode node, String path) {

        /** @throws InvalidRequest if no Identifier with a value stands here */
        BusinessId identifier() {
            JsonNode identifier = node.path("valueIdentifier");
            String value = identifier.path("value").isTextual()
                    ? identifier.path("value").textValue().strip()
                    : "";
            if (value.isEmpty()) {
                throw malformed(path + ".valueIdentifier.value", name + " has no identifier with a value");
            }
            return new BusinessId(identifier.path("system").asText("").strip(), value);
        }

        /**
         * @param there whether what stands there is what is wanted
         * @throws InvalidRequest if it is not
         */
        JsonNode value(String element, boolean there) {
            if (!there) {
                throw malformed(path + "." + element, name + " has no right " + element);
            }
            return node.path(element);
        }
    }

    /** @throws InvalidRequest for what is no list of objects that have names */
    List<One> all() {
        if (!list.isArray() || list.isEmpty()) {
            throw malformed(path, "There is no list of parameters");
        }
        List<One> all = new ArrayList<>();
        for (JsonNode each : list) {
            String place = path + "[" + all.size() + "]";
            if (!each.path("name").isTextual()) {
                throw malformed(place + ".name", "A parameter has no name");
            }
            all.add(new One(each.path("name").textValue(), each, place));
        }
        return all;
    }

    List<One> named(String name) {
        return all().stream().filter(each -> each.name().equals(name)).toList();
    }

    /** @throws InvalidRequest if there are two */
    Optional<One> atMostOne(String name) {
        List<One> found = named(name);
        if (found.size() > 1) {
            throw malformed(found.get(1).path(), name + " is there twice");
        }
        return found.stream().findFirst();
    }

    /** @throws InvalidRequest unless there is exactly one */
    One one(String name) {
        return atMostOne(name).orElseThrow(() -> malformed(path, name + " is missing"));
    }

    static InvalidRequest malformed(String path, String message) {
        return new InvalidRequest(Kind.MALFORMED, path, message);
    }
}
