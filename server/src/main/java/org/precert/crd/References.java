package org.precert.crd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes Type/id of the references of a call: relative, below the client's own base, or the fullUrl of a Bundle's entry. */
final class References implements UnaryOperator<String> {

    private final Map<String, String> byFullUrl = new HashMap<>();
    private final String base;

    References(HookRequest request) {
        this.base = request.client()
                .map(client -> withSlash(client.base().toString()))
                .orElse("");
        add(request.body().path("context").path("draftOrders"));
        request.body().path("prefetch").forEach(this::add);
    }

    private void add(JsonNode bundle) {
        for (JsonNode entry : bundle.path("entry")) {
            String fullUrl = entry.path("fullUrl").asText();
            JsonNode resource = entry.path("resource");
            if (!fullUrl.isEmpty() && resource.has("id")) {
                byFullUrl.put(
                        fullUrl,
                        resource.path("resourceType").asText() + "/"
                                + resource.path("id").asText());
            }
        }
    }

    private static String withSlash(String url) {
        return url.endsWith("/") ? url : url + "/";
    }

    @Override
    public String apply(String reference) {
        String known = byFullUrl.get(reference);
        if (known != null) {
            return known;
        }
        String relative =
                !base.isEmpty() && reference.startsWith(base) ? reference.substring(base.length()) : reference;
        int version = relative.indexOf("/_history/");
        return version < 0 ? relative : relative.substring(0, version);
    }

    /** Type and id, where the reference is to a resource of the client. */
    Optional<String> local(String reference) {
        String local = apply(reference);
        return local.matches("[A-Z][A-Za-z]{1,63}/[A-Za-z0-9.-]{1,64}") ? Optional.of(local) : Optional.empty();
    }
}
