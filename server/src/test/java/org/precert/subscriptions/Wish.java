package org.precert.subscriptions;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A Subscription to be sent, made of Inferno's own and changed for a test. */
record Wish(ObjectNode resource) {

    static final ObjectMapper JSON = new ObjectMapper();

    /** Inferno's, to the letter. */
    static Wish inferno() {
        try (InputStream in = Wish.class.getResourceAsStream("/subscriptions/inferno-221.json")) {
            return new Wish((ObjectNode) JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the organization 8189991234, without an end. */
    static Wish to(String endpoint) {
        return inferno().with(each -> {
            each.remove("end");
            each.withObject("/channel").put("endpoint", endpoint);
        });
    }

    Wish with(Consumer<ObjectNode> change) {
        change.accept(resource);
        return this;
    }

    Wish content(String code) {
        return with(each -> each.withObject("/channel/_payload/extension/0").put("valueCode", code));
    }

    Wish filtered(String... filters) {
        return with(each -> {
            each.remove("_criteria");
            for (String filter : filters) {
                each.withObject("/_criteria")
                        .withArray("extension")
                        .addObject()
                        .put("url", Urls.FILTER_CRITERIA)
                        .put("valueString", filter);
            }
        });
    }

    Wish header(String... lines) {
        return with(each -> {
            var headers = each.withObject("/channel").putArray("header");
            for (String line : lines) {
                headers.add(line);
            }
        });
    }

    Wish channelExtension(String name, int seconds) {
        return with(each -> each.withObject("/channel")
                .withArray("extension")
                .addObject()
                .put("url", "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/" + name)
                .put("valueUnsignedInt", seconds));
    }

    byte[] bytes() {
        return resource.toString().getBytes(StandardCharsets.UTF_8);
    }
}
