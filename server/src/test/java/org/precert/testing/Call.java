package org.precert.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** A CDS Hooks call made of a sample, and changed for a test. */
public record Call(String hook, ObjectNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param sample as in {@code order-sign/bcbsks-fep-refer} */
    public static Call of(String sample) {
        try {
            return new Call(sample.substring(0, sample.indexOf('/')), (ObjectNode)
                    JSON.readTree(Samples.text(sample + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Call with(Consumer<ObjectNode> change) {
        change.accept(body);
        return this;
    }

    public Call version(String version) {
        return with(call -> call.withObject("/extension").put("davinci-crd.requestedVersion", version));
    }

    public Call configured(String configuration) {
        return with(call -> call.withObject("/extension").set("davinci-crd.configuration", json(configuration)));
    }

    /** With the EHR's FHIR server, and a token for it. */
    public Call from(FakeEhr ehr) {
        return with(call -> {
            call.put("fhirServer", ehr.base());
            call.putObject("fhirAuthorization").put("access_token", "SECRET").put("token_type", "Bearer");
        });
    }

    public Call withoutPrefetch() {
        return with(call -> call.remove("prefetch"));
    }

    public ObjectNode prefetch() {
        return (ObjectNode) body.path("prefetch");
    }

    /** The first draft order of a type. */
    public ObjectNode order(String type) {
        return (ObjectNode)
                StreamSupport.stream(body.at("/context/draftOrders/entry").spliterator(), false)
                        .map(entry -> entry.path("resource"))
                        .filter(order -> order.path("resourceType").asText().equals(type))
                        .findFirst()
                        .orElseThrow();
    }

    public Http.Answer send(Http http) {
        return http.send("POST", "/cds-services/" + hook, body.toString());
    }

    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The coverage information of an answer: that of each system action, in order. */
    public static List<JsonNode> information(JsonNode answer) {
        return StreamSupport.stream(answer.path("systemActions").spliterator(), false)
                .flatMap(action ->
                        StreamSupport.stream(action.at("/resource/extension").spliterator(), false))
                .filter(extension -> extension.path("url").asText().endsWith("/ext-coverage-information"))
                .toList();
    }

    /** The codes of a part of coverage information, in order. */
    public static List<String> codes(JsonNode information, String part) {
        return StreamSupport.stream(information.path("extension").spliterator(), false)
                .filter(each -> each.path("url").asText().equals(part))
                .map(each -> each.path("valueCode").asText())
                .toList();
    }

    /** The first part of a name. */
    public static JsonNode part(JsonNode information, String part) {
        return StreamSupport.stream(information.path("extension").spliterator(), false)
                .filter(each -> each.path("url").asText().equals(part))
                .findFirst()
                .orElseGet(JSON::missingNode);
    }
}
