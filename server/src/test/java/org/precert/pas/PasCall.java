package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.precert.testing.Samples;

/** A request of the samples, changed and sent. */
final class PasCall {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String version;
    private final ObjectNode bundle;

    private PasCall(String version, ObjectNode bundle) {
        this.version = version;
        this.bundle = bundle;
    }

    /** As it stands among the samples, with the identifiers that it has there. */
    static PasCall sample(String version, String name) {
        return new PasCall(version, json(text(version, name)));
    }

    /** The same, for a member of this version and name. */
    static PasCall apart(String version, String name, String member) {
        return new PasCall(
                version,
                json(text(version, name).replaceAll("\"MB-[0-9]+-[0-9]+\"", "\"" + member + "-" + version + "\"")));
    }

    /** The same as a request of its own: nobody has sent it before. */
    static PasCall of(String version, String name) {
        String text = text(version, name);
        ObjectNode sample = json(text);
        String bundleId = sample.at("/identifier/value").asText();
        String claimId = sample.at("/entry/0/resource/identifier/0/value").asText();
        String member = sample.findPath("subscriberId").asText();
        String fresh = UUID.randomUUID().toString();
        String claim = sample.at("/entry/0/fullUrl").asText();
        String id = UUID.randomUUID().toString();
        boolean urn = claim.startsWith("urn:");
        String url = urn ? "urn:uuid:" + id : claim.substring(0, claim.lastIndexOf('/') + 1) + id;
        ObjectNode own = json(text.replace(bundleId, "urn:uuid:" + UUID.randomUUID())
                .replace("\"" + claimId + "\"", "\"C-" + fresh + "\"")
                .replace("\"" + member + "\"", "\"M-" + fresh + "\"")
                .replace("\"" + claim + "\"", "\"" + url + "\""));
        if (!urn) {
            ((ObjectNode) own.at("/entry/0/resource")).put("id", id);
        }
        return new PasCall(version, own);
    }

    /** An inquiry of the samples, for this member. */
    static PasCall inquiry(String version, String name, String member) {
        String text = text(version, name);
        return new PasCall(version, json(text.replaceAll("\"MB-[0-9]+-[0-9]+\"", "\"" + member + "\"")));
    }

    /** The member's id. */
    String member() {
        return bundle.findPath("subscriberId").asText();
    }

    static String text(String version, String name) {
        return Samples.text("pas/" + version + "/" + name + ".json");
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode bundle() {
        return bundle;
    }

    ObjectNode claim() {
        return (ObjectNode) bundle.at("/entry/0/resource");
    }

    PasCall change(Consumer<ObjectNode> change) {
        change.accept(claim());
        return this;
    }

    /** The same request under other identifiers. */
    PasCall renamed() {
        ObjectNode other = bundle.deepCopy();
        ((ObjectNode) other.path("identifier")).put("value", "urn:uuid:" + UUID.randomUUID());
        ((ObjectNode) other.at("/entry/0/resource/identifier/0")).put("value", "C-" + UUID.randomUUID());
        return new PasCall(version, other);
    }

    /** The first resource of a type. */
    ObjectNode resource(String type) {
        return StreamSupport.stream(bundle.path("entry").spliterator(), false)
                .map(entry -> (ObjectNode) entry.path("resource"))
                .filter(each -> each.path("resourceType").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** The same request with what these steps changed, as an update of the one before. */
    PasCall update(String version, Consumer<ObjectNode> change) {
        ObjectNode next = bundle.deepCopy();
        String before = next.at("/entry/0/fullUrl").asText();
        String other = "urn:uuid:" + UUID.randomUUID();
        ((ObjectNode) next.path("identifier")).put("value", "urn:uuid:" + UUID.randomUUID());
        ObjectNode prior = (ObjectNode) next.at("/entry/0").deepCopy();
        ((ObjectNode) next.at("/entry/0")).put("fullUrl", other);
        ObjectNode claim = (ObjectNode) next.at("/entry/0/resource");
        claim.remove("id");
        ObjectNode related = claim.putArray("related").addObject();
        related.putObject("claim").put("reference", before);
        related.putObject("relationship")
                .putArray("coding")
                .addObject()
                .put("system", "http://terminology.hl7.org/CodeSystem/ex-relatedclaimrelationship")
                .put("code", "prior");
        change.accept(claim);
        ArrayNode entries = (ArrayNode) next.path("entry");
        if (prior.at("/resource/related").isMissingNode()) {
            entries.insert(1, prior);
        } else {
            // The Claim before the one before is not sent along: PAS 2.2.1, spec-66.
            ((ObjectNode) prior.path("resource")).remove("related");
            entries.set(1, prior);
        }
        return new PasCall(version, next);
    }

    Answer submit(int port, String... headers) {
        return post(port, "/pas/" + version + "/fhir/Claim/$submit", bundle.toString(), headers);
    }

    Answer inquire(int port, String... headers) {
        return post(port, "/pas/" + version + "/fhir/Claim/$inquire", bundle.toString(), headers);
    }

    static Answer post(int port, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/fhir+json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return PasCall.json(body());
        }

        JsonNode claimResponse() {
            return json().at("/entry/0/resource");
        }

        /** The codes of X12 306, by line. */
        Map<Integer, String> codes() {
            Map<Integer, String> codes = new TreeMap<>();
            claimResponse()
                    .path("item")
                    .forEach(item -> codes.put(item.path("itemSequence").asInt(), code(item)));
            return codes;
        }

        private static String code(JsonNode item) {
            return parts(item)
                    .filter(part -> part.path("url").asText().endsWith("extension-reviewActionCode"))
                    .map(part -> part.at("/valueCodeableConcept/coding/0/code").asText())
                    .findFirst()
                    .orElse("");
        }

        /** The codes of X12 886 of a line. */
        Stream<String> reasons(int line) {
            return StreamSupport.stream(claimResponse().path("item").spliterator(), false)
                    .filter(item -> item.path("itemSequence").asInt() == line)
                    .flatMap(Answer::parts)
                    .filter(part -> part.path("url").asText().equals("reasonCode"))
                    .map(part -> part.at("/valueCodeableConcept/coding/0/code").asText());
        }

        private static Stream<JsonNode> parts(JsonNode item) {
            return StreamSupport.stream(
                    item.at("/adjudication/0/extension/0/extension").spliterator(), false);
        }

        Stream<JsonNode> resources(String type) {
            return StreamSupport.stream(json().path("entry").spliterator(), false)
                    .map(entry -> entry.path("resource"))
                    .filter(each -> each.path("resourceType").asText().equals(type));
        }
    }
}
