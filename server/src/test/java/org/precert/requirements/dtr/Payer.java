package org.precert.requirements.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.precert.testing.Call;
import org.precert.testing.Http;

/** The server under test. */
record Payer(Http http) {

    static final String PACKAGE = "Questionnaire/$questionnaire-package";
    static final String NEXT = "Questionnaire/$next-question";

    private static final int TOO_MANY = 12;

    private record Key(Payer payer, Edition edition, boolean adaptive) {}

    private static final Map<Key, List<Packaged>> KNOWN = new ConcurrentHashMap<>();

    static Payer at(int port) {
        return new Payer(new Http(port));
    }

    Http.Answer send(Edition edition, String operation, JsonNode body) {
        return http.send("POST", edition.address(operation), body.toString());
    }

    Http.Answer send(Edition edition, Wish wish) {
        return send(edition, PACKAGE, wish.parameters());
    }

    Packaged give(Edition edition, Wish wish) {
        return new Packaged(edition, answered(send(edition, wish)));
    }

    /** What each payer gives for its sample: standard forms. Asked once, for many statements are about all answers. */
    List<Packaged> everyForm(Edition edition) {
        return KNOWN.computeIfAbsent(
                new Key(this, edition, false),
                any -> Wish.SAMPLES.keySet().stream()
                        .sorted()
                        .map(payer -> give(edition, Wish.of(payer)))
                        .toList());
    }

    /** The twins that ask page by page. */
    List<Packaged> everyAdaptiveForm(Edition edition) {
        return KNOWN.computeIfAbsent(
                new Key(this, edition, true),
                any -> Wish.SAMPLES.keySet().stream()
                        .sorted()
                        .map(payer -> give(edition, Wish.of(payer).form(adaptive(edition, payer))))
                        .toList());
    }

    List<Packaged> everyPackage(Edition edition) {
        List<Packaged> all = new ArrayList<>(everyForm(edition));
        all.addAll(everyAdaptiveForm(edition));
        return all;
    }

    String adaptive(Edition edition, String payer) {
        return give(edition, Wish.of(payer)).form().path("url").asText() + "-adaptive";
    }

    JsonNode next(Edition edition, JsonNode response) {
        return answered(send(edition, NEXT, response));
    }

    /** What the server says at each step, from the draft to the completed response. */
    List<JsonNode> fill(Edition edition, JsonNode draft) {
        List<JsonNode> said = new ArrayList<>(List.of(next(edition, draft)));
        while (last(said).path("status").asText().equals("in-progress") && said.size() < TOO_MANY) {
            said.add(next(edition, Filling.of(last(said))));
        }
        assertThat(last(said).path("status").asText()).isEqualTo("completed");
        return said;
    }

    static JsonNode last(List<JsonNode> said) {
        return said.get(said.size() - 1);
    }

    /** What CRD says of the first order of a sample: coverage-assertion-id. */
    String toldByCrd(Edition edition, String sample) {
        Call call = Call.of("order-sign/" + sample).version(edition.version());
        JsonNode first = Call.information(call.send(http).json()).get(0);
        return Call.part(first, "coverage-assertion-id").path("valueString").asText();
    }

    private static ObjectNode answered(Http.Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return (ObjectNode) answer.json();
    }
}
