package org.precert.sight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts into requests what would be a patient's, if it were one: marked, so that it is known wherever it comes out. */
final class Marks {

    static final String TEXT = "ZZPHI";
    static final String DAY = "1893-03-07";
    static final long NUMBER = 73164947L;

    private static final Pattern MARKED =
            Pattern.compile(TEXT + "|" + DAY + "|18930307|" + NUMBER, Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** What may say anything without making a request another one. */
    private static final Set<String> FREE = Set.of(
            "family",
            "given",
            "text",
            "title",
            "description",
            "line",
            "city",
            "postalCode",
            "userComment",
            "name",
            "prefix",
            "suffix",
            "display",
            "comment",
            "diagnostics",
            "div",
            "data",
            "valueString");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Marks() {}

    static boolean in(String text) {
        return MARKED.matcher(text).find();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The request with one field marked, for each field of it: entries of a list are one field, and so is what was sent before.
     *
     * @param known the fields that were sent before, of the same door
     */
    static Stream<String> oneByOne(JsonNode request, Set<String> known) {
        return places(request, known).stream().map(place -> change(request, place, Marks::mark));
    }

    /** The same with something of another type in every fourth field. */
    static Stream<String> ofAnotherType(JsonNode request, Set<String> known) {
        JsonNode object = JSON.createObjectNode().put(TEXT, TEXT);
        JsonNode list = JSON.createArrayNode().add(TEXT).add(NUMBER);
        List<String> places = places(request, known);
        return IntStream.range(0, places.size())
                .filter(i -> i % 4 == 0)
                .mapToObj(i -> change(request, places.get(i), old -> i % 8 == 0 ? object : list));
    }

    /** All free text marked. */
    static JsonNode free(JsonNode request) {
        return all(request, FREE::contains, "");
    }

    static JsonNode everywhere(JsonNode request) {
        return all(request, key -> !key.equals("resourceType"), "");
    }

    /** With an unknown field in each object, and one more that has an unknown name and value. */
    static JsonNode withUnknownNames(JsonNode request) {
        JsonNode copy = request.deepCopy();
        for (JsonNode each : copy.findParents("id")) {
            ((ObjectNode) each).put(TEXT, TEXT).putObject("_" + TEXT).put(TEXT, NUMBER);
        }
        return copy instanceof ObjectNode object ? object.put(TEXT, TEXT) : copy;
    }

    /** Broken off in the middle, and otherwise no JSON. */
    static Stream<String> broken(JsonNode request) {
        String text = everywhere(request).toString();
        Stream<String> cut = IntStream.range(1, 8).mapToObj(i -> text.substring(0, text.length() * i / 8));
        return Stream.concat(
                cut,
                Stream.of(
                        text + TEXT,
                        TEXT,
                        "\"" + TEXT + "\"",
                        "[\"" + TEXT + "\"]",
                        "{\"" + TEXT + "\": 1, \"" + TEXT + "\": 2}",
                        "{\"resourceType\": \"" + TEXT + "\"}",
                        "{\"a\": \"" + TEXT + "\u0001\\x\"}",
                        "{\"a\": " + NUMBER + "e999999999}",
                        ("{\"" + TEXT + "\":").repeat(200),
                        "<Patient><name value=\"" + TEXT + "\"/></Patient>"));
    }

    private static JsonNode mark(JsonNode old) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (old.isNumber()) {
            return nodes.numberNode(NUMBER);
        }
        if (!old.isTextual()) {
            return nodes.textNode(TEXT);
        }
        boolean date = DATE.matcher(old.asText()).lookingAt();
        return nodes.textNode(date ? DATE + old.asText().substring(DAY.length()) : old.asText() + TEXT);
    }

    private static List<String> places(JsonNode request, Set<String> known) {
        List<String> places = new ArrayList<>();
        gather(request, "", "", known, places);
        return places;
    }

    /** @param field what the place is in any request: the type of the resource, and where in it */
    private static void gather(JsonNode node, String at, String field, Set<String> known, List<String> places) {
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                gather(list.get(i), at + "/" + i, field, known, places);
            }
        } else if (node instanceof ObjectNode object) {
            String start =
                    object.has("resourceType") ? object.path("resourceType").asText() : field;
            object.properties().forEach(each -> {
                String key = each.getKey().replace("~", "~0").replace("/", "~1");
                gather(each.getValue(), at + "/" + key, start + "/" + key, known, places);
            });
        } else if (known.add(field)) {
            places.add(at);
        }
    }

    private static String change(JsonNode request, String place, UnaryOperator<JsonNode> by) {
        JsonNode copy = request.deepCopy();
        int last = place.lastIndexOf('/');
        JsonNode parent = copy.at(place.substring(0, last));
        String key = place.substring(last + 1).replace("~1", "/").replace("~0", "~");
        if (parent instanceof ObjectNode object) {
            object.set(key, by.apply(object.get(key)));
        } else if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(key), by.apply(list.get(Integer.parseInt(key))));
        }
        return copy.toString();
    }

    private static JsonNode all(JsonNode node, Predicate<String> which, String key) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            object.properties().forEach(each -> copy.set(each.getKey(), all(each.getValue(), which, each.getKey())));
            return copy;
        }
        if (node instanceof ArrayNode list) {
            ArrayNode copy = JSON.createArrayNode();
            list.forEach(each -> copy.add(all(each, which, key)));
            return copy;
        }
        return which.test(key) ? mark(node) : node;
    }
}
