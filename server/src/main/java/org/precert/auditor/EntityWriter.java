package org.precert.auditor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import org.precert.audit.EntryKind;

/**
 * What was concerned. A patient is named by the case alone: whoever may see the case finds the patient there, and the record itself
 * tells of no one. Of a search it tells what it was searched by, not for what.
 */
final class EntityWriter {

    private static final String PATIENT_OF_CASE = "https://precert.dev/fhir/sid/patient-of-case";
    private static final String PATIENT_OF_CALL = "https://precert.dev/fhir/sid/patient-of-exchange";

    /** @param caseId may be empty */
    void write(ArrayNode entities, EntryKind kind, JsonNode body, String caseId) {
        String request = body.path("request").asText();
        // IHE's profile of getting a token has the token's entity alone.
        if (!request.isEmpty() && kind != EntryKind.TOKEN) {
            ObjectNode entity = entities.addObject();
            what(entity, "", request);
            Codes.REQUEST_ID.write(entity.putObject("type"));
        }
        switch (kind) {
            case EXCHANGE -> exchange(entities, body);
            case SUBMISSION -> {
                patient(entities, PATIENT_OF_CASE, caseId);
                data(entities, "submission", body.path("submission").asText());
            }
            case CASE -> {
                patient(entities, PATIENT_OF_CASE, caseId);
                details(data(entities, "case", caseId), "event", body.path("events"));
            }
            case DOCUMENT -> {
                ofCase(entities, caseId);
                data(entities, "document", body.path("document").asText());
            }
            case NOTIFICATION -> {
                ofCase(entities, caseId);
                ObjectNode entity =
                        data(entities, "subscription", body.path("subscription").asText());
                detail(entity, "event", body.path("event").asText());
            }
            case READ -> read(entities, body, caseId);
            case REFUSED -> {
                ObjectNode entity = data(entities, "area", body.path("area").asText());
                detail(entity, "status", body.path("status").asText());
                detail(entity, "why", body.path("why").asText());
                detail(entity, "times", body.path("times").asText());
            }
            case TOKEN ->
                query(
                        entities,
                        "grant_type=client_credentials&scope="
                                + body.path("scopes").asText());
            case SIGN_IN ->
                detail(
                        data(entities, "staff", body.path("person").asText()),
                        "step",
                        body.path("step").asText());
            case CLIENT -> {
                ObjectNode entity = data(entities, "client", body.path("client").asText());
                detail(entity, "change", body.path("change").asText());
                detail(entity, "sha256", body.path("entry").asText());
            }
            case POLICIES -> body.path("policies").forEach(policy -> data(entities, "policy", policy.asText()));
            case NODE_START, NODE_STOP ->
                data(entities, "node", body.path("node").asText());
            case CHECKPOINT -> points(entities, body.path("heads"));
            case SWEEP -> points(entities, body.path("anchors"));
            case AUDIT -> data(entities, "audit", body.path("what").asText());
        }
    }

    private static void exchange(ArrayNode entities, JsonNode body) {
        String id = body.path("covers").path(0).path("key").asText();
        if (body.path("orders").asInt() > 0) {
            patient(entities, PATIENT_OF_CALL, id);
        }
        ObjectNode entity = data(entities, "exchange", id);
        detail(entity, "door", body.path("door").asText());
        detail(entity, "status", body.path("status").asText());
        detail(entity, "orders", body.path("orders").asText());
    }

    private static void ofCase(ArrayNode entities, String caseId) {
        if (!caseId.isEmpty()) {
            patient(entities, PATIENT_OF_CASE, caseId);
        }
    }

    private static void read(ArrayNode entities, JsonNode body, String caseId) {
        ofCase(entities, caseId);
        String what = body.path("what").asText();
        if (body.has("search")) {
            query(entities, what + "?" + body.path("search").asText());
        } else {
            data(entities, what, body.path("part").asText(caseId));
        }
    }

    private static void points(ArrayNode entities, JsonNode points) {
        for (JsonNode point : points) {
            ObjectNode entity = data(entities, "chain", point.path("chain").asText("0"));
            detail(entity, "number", point.path("number").asText());
            detail(entity, "hash", point.path("hash").asText());
        }
    }

    private static void patient(ArrayNode entities, String system, String value) {
        ObjectNode entity = entities.addObject();
        what(entity, system, value).put("type", "Patient");
        Codes.PERSON.write(entity.putObject("type"));
        Codes.PATIENT_ROLE.write(entity.putObject("role"));
    }

    private static ObjectNode data(ArrayNode entities, String name, String id) {
        ObjectNode entity = entities.addObject();
        what(entity, "https://precert.dev/fhir/sid/audited-" + name, id);
        Codes.SYSTEM_OBJECT.write(entity.putObject("type"));
        Codes.DOMAIN_RESOURCE.write(entity.putObject("role"));
        return entity;
    }

    private static void query(ArrayNode entities, String query) {
        ObjectNode entity = entities.addObject();
        Codes.SYSTEM_OBJECT.write(entity.putObject("type"));
        Codes.QUERY_ROLE.write(entity.putObject("role"));
        entity.put("query", Base64.getEncoder().encodeToString(query.getBytes(UTF_8)));
    }

    private static ObjectNode what(ObjectNode entity, String system, String value) {
        ObjectNode what = entity.putObject("what");
        ObjectNode identifier = what.putObject("identifier");
        if (!system.isEmpty()) {
            identifier.put("system", system);
        }
        identifier.put("value", value);
        return what;
    }

    private static void details(ObjectNode entity, String name, JsonNode values) {
        values.forEach(value -> detail(entity, name, value.asText()));
    }

    private static void detail(ObjectNode entity, String name, String value) {
        if (!value.isEmpty()) {
            entity.withArray("detail").addObject().put("type", name).put("valueString", value);
        }
    }
}
