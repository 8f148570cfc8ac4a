package org.precert.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.SortedMap;

/**
 * Who makes packets, as their manifests tell.
 *
 * @param server its version
 * @param engine that policies are asked with today
 */
record PacketMaker(String server, String engine) {

    ObjectNode manifest(StoredJson json, StoredReview stored, Instant now, SortedMap<String, String> files) {
        ObjectNode manifest = json.object();
        manifest.put("assertionId", stored.assertionId());
        manifest.put("exportedAt", now.toString());
        manifest.put("server", "precert " + server);
        manifest.put("engineOfTheReview", stored.engine());
        manifest.put("engineOfTheReplay", engine);
        ArrayNode listed = manifest.putArray("files");
        files.forEach((path, text) -> {
            byte[] bytes = text.getBytes(UTF_8);
            listed.addObject().put("path", path).put("size", bytes.length).put("sha256", Digest.of(bytes));
        });
        return manifest;
    }
}
