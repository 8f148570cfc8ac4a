package org.precert.pas.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.precert.pas.call.BundleText.Parts;
import org.precert.pas.call.BundleText.Sent;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** Makes a Bundle of its parts, if its first entry is a Claim: without one there is nothing to read. */
final class BundleReader {

    private static final long VERSION_FOUR = 0x4000L;
    private static final long VERSION = 0xF000L;

    private BundleReader() {}

    /** @throws InvalidRequest for what is no Bundle of resources with a Claim first */
    static RawBundle read(Parts parts, Findings findings) {
        Spot bundle = new Spot(parts.head(), "Bundle");
        if (!bundle.at("resourceType").text().equals("Bundle")) {
            findings.refuse("resourceType", "The body is not a Bundle");
        } else if (parts.entries().isEmpty()) {
            findings.refuse("Bundle.entry", "The Bundle has no entries");
        } else if (!isClaim(parts.entries().get(0).resource())) {
            findings.refuse("Bundle.entry[0].resource", "The first entry is not a Claim (ClaimFirst)");
        }
        findings.settle();
        BundleRules.head(bundle, findings);
        List<Entry> entries = new ArrayList<>();
        for (Sent sent : parts.entries()) {
            String path = "Bundle.entry[" + entries.size() + "]";
            entries.add(entry(sent, new Spot(sent.rest(), path), findings));
        }
        return new RawBundle(parts.head(), BundleRules.once(entries, findings), findings.lenient());
    }

    private static boolean isClaim(@Nullable ObjectNode resource) {
        return resource != null && resource.path("resourceType").asText("").equals("Claim");
    }

    private static Entry entry(Sent sent, Spot spot, Findings findings) {
        ObjectNode resource = sent.resource();
        if (resource == null) {
            throw new InvalidRequest(Kind.MALFORMED, spot.at("resource").path(), "An entry has no resource");
        }
        BundleRules.entry(spot, resource, findings);
        String url = spot.at("fullUrl").text();
        return new Entry(url.isBlank() ? made(sent.raw()) : url, resource, sent.raw());
    }

    /** A fullUrl for what has none, always the same for the same text, in the shape that the guide asks for. */
    private static String made(String raw) {
        UUID hash = UUID.nameUUIDFromBytes(raw.getBytes(StandardCharsets.UTF_8));
        long high = (hash.getMostSignificantBits() & ~VERSION) | VERSION_FOUR;
        return "urn:uuid:" + new UUID(high, hash.getLeastSignificantBits());
    }
}
