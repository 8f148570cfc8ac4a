package org.precert.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.precert.testing.Http;

/** The CDS services of the server under test. */
record Door(Http http) {

    /** What a service said. */
    record Said(JsonNode json) {

        List<JsonNode> cards() {
            return list(json.path("cards"));
        }

        List<JsonNode> actions() {
            return list(json.path("systemActions"));
        }

        List<JsonNode> resources() {
            return actions().stream().map(action -> action.path("resource")).toList();
        }

        List<Information> information() {
            return resources().stream()
                    .flatMap(resource -> Information.of(resource).stream())
                    .toList();
        }
    }

    static Door at(int port) {
        return new Door(new Http(port));
    }

    JsonNode services() {
        return http.get("/cds-services").json().path("services");
    }

    Http.Answer send(JsonNode call) {
        return http.send("POST", "/cds-services/" + call.path("hook").asText(), call.toString());
    }

    Said ask(JsonNode call) {
        Http.Answer answer = send(call);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return new Said(answer.json());
    }

    Said ask(Guide guide, String hook, String sample) {
        return ask(guide.call(hook, sample));
    }

    static ObjectNode changed(ObjectNode call, Consumer<ObjectNode> change) {
        change.accept(call);
        return call;
    }

    static ObjectNode object(JsonNode in, String pointer) {
        return (ObjectNode) in.at(pointer);
    }

    static List<JsonNode> list(JsonNode array) {
        return stream(array).toList();
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
