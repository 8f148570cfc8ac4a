package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.precert.dtr.adaptive.Adaptive.Call;

/** An app that shows an adaptive form to a person: keeps what it was given, answers, and asks for more. */
final class Filler {

    final ObjectNode contained = Sketch.form();
    final Map<String, List<ObjectNode>> answers = new LinkedHashMap<>();
    Relevance relevance = Relevance.OF_ALL;
    Prefills prefills = Prefills.NONE;
    private final Adaptive adaptive;

    Filler(Adaptive adaptive) {
        this.adaptive = adaptive;
    }

    static Filler of(ObjectNode form) {
        return new Filler(new Adaptive(Form.of(form), EnableWhen.LEFT_OUT));
    }

    static Filler keeping(ObjectNode form) {
        return new Filler(new Adaptive(Form.of(form), EnableWhen.KEPT));
    }

    Filler answer(String linkId, String... values) {
        answers.put(linkId, List.of(values).stream().map(Sketch::json).toList());
        return this;
    }

    Filler yes(String linkId) {
        return answer(linkId, "{'valueBoolean': true}");
    }

    Filler no(String linkId) {
        return answer(linkId, "{'valueBoolean': false}");
    }

    /** What would come next, without taking it. */
    Step look() {
        return adaptive.next(new Call(Form.of(contained.deepCopy()), response(), relevance, prefills));
    }

    /** One call, and its items appended. */
    Step next() {
        Step step = look();
        if (step instanceof Step.Ask ask) {
            contained.withArray("item").addAll(ask.items());
            ask.questions().stream()
                    .filter(question -> !prefills.answers(question).isEmpty())
                    .forEach(question -> answers.put(question, prefills.answers(question)));
        }
        return step;
    }

    /** The answers, each where the contained form has its question. */
    ObjectNode response() {
        ObjectNode response = Sketch.response();
        fill(contained.path("item"), response);
        return response;
    }

    private void fill(JsonNode items, ObjectNode parent) {
        for (JsonNode item : items) {
            ObjectNode own = Sketch.around(item.path("linkId").asText());
            List<ObjectNode> given = answers.getOrDefault(item.path("linkId").asText(), List.of());
            if (!given.isEmpty()) {
                ArrayNode list = own.putArray("answer");
                given.forEach(answer -> list.add(answer.deepCopy()));
                fill(item.path("item"), (ObjectNode) list.get(0));
            } else if (item.path("type").asText().equals("group")) {
                fill(item.path("item"), own);
            }
            if (own.size() > 1) {
                parent.withArray("item").add(own);
            }
        }
    }

    /** The shape of what one call offers, as in {@code order(drug route) clinical-complete}. */
    static String shape(Step step) {
        return step instanceof Step.Ask ask
                ? shape(ask.items())
                : step.getClass().getSimpleName();
    }

    private static String shape(Iterable<? extends JsonNode> items) {
        List<String> each = new ArrayList<>();
        items.forEach(item -> each.add(
                item.path("linkId").asText() + (item.has("item") ? "(" + shape(item.path("item")) + ")" : "")));
        return String.join(" ", each);
    }
}
