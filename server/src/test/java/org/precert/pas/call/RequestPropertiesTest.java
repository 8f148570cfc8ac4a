package org.precert.pas.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.precert.review.InvalidRequest;

/** What holds of every request, however it is written and whatever is missing from it. */
class RequestPropertiesTest {

    private static final String[] SPACES = {"", " ", "\n", "\r\n", "\t", "   "};
    private static final String[] TEXTS = {
        "a", "é", "😀", "\\n", "\\u00e9", "\\ud83d\\ude00", "\\/", "\\\"", "\\\\", "漢", "{", "]", "\u2028"
    };
    private static final String[] NUMBERS = {"0", "-0", "1.0", "1.00", "1e3", "1E-3", "12.50e+1", "9007199254740993"};

    @Property(tries = 300)
    void theTextOfEveryResourceIsKeptToTheLetter(@ForAll Random random) {
        List<String> resources = new ArrayList<>();
        StringBuilder sent = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "")
                .append(space(random))
                .append("{");
        sent.append("\"a\"")
                .append(space(random))
                .append(":")
                .append(value(random, 2))
                .append(",\"entry\":[");
        int many = 1 + random.nextInt(6);
        for (int i = 0; i < many; i++) {
            resources.add(object(random, 3));
            sent.append(i == 0 ? "" : ",").append(space(random)).append("{").append(space(random));
            sent.append(random.nextBoolean() ? "\"x\":" + value(random, 2) + "," : "");
            sent.append("\"resource\"").append(space(random)).append(":").append(space(random));
            sent.append(resources.get(i)).append(space(random)).append("}").append(space(random));
        }
        sent.append("]").append(space(random)).append("}").append(space(random));

        BundleText.Parts parts = new BundleText(Draft.JSON).read(sent.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(parts.entries()).extracting(BundleText.Sent::raw).isEqualTo(resources);
    }

    @Property(tries = 400)
    void whateverIsMissingIsReadOrRefusedAndALenientDoorTakesMore(@ForAll Random random) {
        Draft draft = random.nextBoolean() ? Draft.good() : Draft.update();
        for (int i = random.nextInt(5); i >= 0; i--) {
            delete(draft.bundle(), random);
        }
        read(draft.bytes());
    }

    @Property(tries = 400)
    void whateverStandsInTheWrongPlaceIsReadOrRefused(@ForAll Random random) {
        Draft draft = random.nextBoolean() ? Draft.good() : Draft.update();
        for (int i = random.nextInt(3); i >= 0; i--) {
            replace(draft.bundle(), random);
        }
        read(draft.bytes());
    }

    @Property(tries = 300)
    void whateverBytesAreSentAreReadOrRefused(@ForAll Random random) {
        byte[] body = Draft.good().bytes();
        for (int i = random.nextInt(4); i >= 0; i--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt();
        }
        read(body);
    }

    private static void read(byte[] body) {
        for (PasVersion version : PasVersion.values()) {
            if (submission(body, version, false)) {
                assertThat(submission(body, version, true))
                        .as("lenient takes what strict takes")
                        .isTrue();
            }
            if (inquiry(body, version, false)) {
                assertThat(inquiry(body, version, true))
                        .as("lenient takes what strict takes")
                        .isTrue();
            }
        }
    }

    private static boolean submission(byte[] body, PasVersion version, boolean lenient) {
        try {
            SubmittedRequest request = new RequestReader(Draft.JSON).submission(body, version, lenient);
            assertThat(request.memberIds().isEmpty())
                    .isEqualTo(request.problems().stream()
                            .anyMatch(problem -> problem.code901().equals("72")));
            return true;
        } catch (InvalidRequest e) {
            assertThat(e.getMessage()).isNotBlank();
            return false;
        }
    }

    private static boolean inquiry(byte[] body, PasVersion version, boolean lenient) {
        try {
            assertThat(new RequestReader(Draft.JSON)
                            .inquiry(body, version, lenient)
                            .memberIds())
                    .isNotEmpty();
            return true;
        } catch (InvalidRequest e) {
            return false;
        }
    }

    private static void delete(JsonNode root, Random random) {
        List<Runnable> ways = new ArrayList<>();
        walk(
                root,
                (parent, key) -> ways.add(() -> parent.remove(key)),
                (parent, at) -> ways.add(() -> parent.remove(at)));
        if (!ways.isEmpty()) {
            ways.get(random.nextInt(ways.size())).run();
        }
    }

    private static void replace(JsonNode root, Random random) {
        List<JsonNode> odd = List.of(
                Draft.tree("null"),
                Draft.tree("7"),
                Draft.tree("1e400"),
                Draft.tree("\"x\""),
                Draft.tree("[]"),
                Draft.tree("[[{}]]"),
                Draft.tree("{}"),
                Draft.tree("true"),
                Draft.tree("\"#\""),
                Draft.tree("[null]"));
        JsonNode chosen = odd.get(random.nextInt(odd.size()));
        List<Runnable> ways = new ArrayList<>();
        walk(
                root,
                (parent, key) -> ways.add(() -> parent.set(key, chosen)),
                (parent, at) -> ways.add(() -> parent.set(at, chosen)));
        if (!ways.isEmpty()) {
            ways.get(random.nextInt(ways.size())).run();
        }
    }

    private interface Keyed {
        void at(ObjectNode parent, String key);
    }

    private interface Placed {
        void at(ArrayNode parent, int place);
    }

    private static void walk(JsonNode node, Keyed keyed, Placed placed) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> keyed.at(object, field.getKey()));
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                placed.at(list, i);
            }
        }
        node.forEach(child -> walk(child, keyed, placed));
    }

    private static String space(Random random) {
        return SPACES[random.nextInt(SPACES.length)];
    }

    private static String object(Random random, int depth) {
        StringBuilder text = new StringBuilder("{").append(space(random));
        int many = random.nextInt(4);
        for (int i = 0; i < many; i++) {
            text.append(i == 0 ? "" : ",")
                    .append(space(random))
                    .append("\"k")
                    .append(i)
                    .append(text(random))
                    .append("\"");
            text.append(space(random))
                    .append(":")
                    .append(space(random))
                    .append(value(random, depth - 1))
                    .append(space(random));
        }
        return text.append("}").toString();
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> NUMBERS[random.nextInt(NUMBERS.length)];
            case 1 -> "\"" + text(random) + "\"";
            case 2 -> random.nextBoolean() ? "null" : "true";
            case 3 -> "[" + value(random, depth - 1) + space(random) + "," + value(random, depth - 1) + "]";
            default -> object(random, depth);
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(TEXTS[random.nextInt(TEXTS.length)]);
        }
        return text.toString();
    }
}
