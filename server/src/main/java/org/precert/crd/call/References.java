package org.precert.crd.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Makes Type/id of the references of a call: relative, below the client's own base, or the fullUrl of a Bundle's entry. */
public final class References implements UnaryOperator<String> {

    private static final Pattern TYPE_AND_ID = Pattern.compile("[A-Z][A-Za-z]{1,63}/[A-Za-z0-9.-]{1,64}");

    private final Map<String, String> byFullUrl = new HashMap<>();
    private final String base;

    public References(HookCall call) {
        this(call.body(), call.client());
    }

    References(JsonNode call, Optional<ClientServer> client) {
        this.base = client.map(server -> withSlash(server.base().toString())).orElse("");
        call.path("context").forEach(this::add);
        call.path("prefetch").forEach(this::add);
    }

    /**
     * Whether a reference is to this patient, or says nothing of whose it is. What leads elsewhere, or nowhere, is not his;
     * where the call names no FHIR server, an address can not be told from his.
     */
    public boolean isPatient(String reference, String patient) {
        String local = apply(reference);
        return local.isEmpty()
                || local.startsWith("#")
                || local.equals("Patient/" + patient)
                || (base.isEmpty() && local.startsWith("http") && local.endsWith("/Patient/" + patient));
    }

    private void add(JsonNode bundle) {
        for (JsonNode entry : bundle.path("entry")) {
            String fullUrl = entry.path("fullUrl").asText();
            if (!fullUrl.isEmpty() && entry.path("resource").has("id")) {
                byFullUrl.put(fullUrl, HookCall.reference(entry.path("resource")));
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
        return withoutVersion(relative);
    }

    /** Type and id, where the reference is to a resource of the client. */
    public Optional<String> local(String reference) {
        return typeAndId(apply(reference));
    }

    static Optional<String> typeAndId(String reference) {
        return Optional.of(withoutVersion(reference))
                .filter(text -> TYPE_AND_ID.matcher(text).matches());
    }

    private static String withoutVersion(String reference) {
        int version = reference.indexOf("/_history/");
        return version < 0 ? reference : reference.substring(0, version);
    }
}
