package org.precert.pas.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rules of the Bundle itself, in both versions (profile-pas-request-bundle, profile-pas-inquiry-request-bundle). */
final class BundleRules {

    /** PAS 2.2.1, spec-16, as Inferno's kit reads it. */
    private static final Pattern FOUR = Pattern.compile(
            "^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", Pattern.CASE_INSENSITIVE);

    private static final Pattern REST =
            Pattern.compile("^https?://[^\\s]+/([A-Z][A-Za-z]+)/([A-Za-z0-9\\-.]{1,64})(/_history/[^/\\s]+)?$");

    private static final List<String> FOR_OTHER_KINDS = List.of("search", "request", "response");

    private BundleRules() {}

    static void head(Spot bundle, Findings findings) {
        if (!bundle.at("type").text().equals("collection")) {
            findings.wrong(bundle.at("type"), "The type of the Bundle is not collection");
        }
        if (!bundle.at("identifier").isThere()
                || !bundle.at("identifier").node().isObject()) {
            findings.wrong(bundle.at("identifier"), "The Bundle has no identifier");
        }
        if (!isInstant(bundle.at("timestamp").text())) {
            findings.wrong(bundle.at("timestamp"), "The Bundle has no timestamp");
        }
    }

    static void entry(Spot entry, ObjectNode resource, Findings findings) {
        for (String field : FOR_OTHER_KINDS) {
            if (!entry.at(field).node().isMissingNode()) {
                findings.wrong(entry.at(field), "A collection has no such element");
            }
        }
        if (resource.path("resourceType").asText().isBlank()) {
            findings.refuse(entry.at("resource").at("resourceType"), "A resource has no type");
        }
        fullUrl(entry.at("fullUrl"), resource, findings);
    }

    /** Each resource once, with its place (PAS 2.2.1, spec-14). Two that share a fullUrl and differ contradict each other. */
    static Map<Entry, Integer> once(List<Entry> entries, Findings findings) {
        Map<String, Entry> known = new HashMap<>();
        Map<Entry, Integer> kept = new LinkedHashMap<>();
        for (int place = 0; place < entries.size(); place++) {
            Entry entry = entries.get(place);
            Entry earlier = known.putIfAbsent(RawBundle.key(entry.fullUrl()), entry);
            String path = "Bundle.entry[" + place + "].fullUrl";
            if (earlier == null) {
                kept.put(entry, place);
            } else if (earlier.resource().equals(entry.resource())) {
                findings.wrong(path, "A resource stands in the Bundle twice (spec-14)");
            } else {
                findings.refuse(path, "Two different resources have the same fullUrl (spec-14)");
            }
        }
        return kept;
    }

    /** PAS 2.2.1, spec-16, and FHIR R4, Bundle.entry.fullUrl: it agrees with the id of the resource. */
    private static void fullUrl(Spot fullUrl, ObjectNode resource, Findings findings) {
        String url = fullUrl.text();
        Matcher rest = REST.matcher(url);
        if (!fullUrl.isThere()) {
            findings.wrong(fullUrl, "An entry has no fullUrl");
        } else if (rest.matches()) {
            String id = resource.path("id").asText("");
            if (!rest.group(1).equals(resource.path("resourceType").asText())
                    || (!id.isEmpty() && !rest.group(2).equals(id))) {
                findings.wrong(fullUrl, "The fullUrl does not agree with the type and id of the resource");
            }
        } else if (!FOUR.matcher(url).matches()) {
            findings.wrong(fullUrl, "The fullUrl is neither the address of a resource nor a random UUID (spec-16)");
        }
    }

    private static boolean isInstant(String text) {
        try {
            return !text.isEmpty() && OffsetDateTime.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
