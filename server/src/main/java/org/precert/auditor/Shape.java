package org.precert.auditor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.precert.audit.EntryKind;

/**
 * What kind of AuditEvent an entry becomes.
 *
 * @param profile of IHE BALP; empty where it has none for this
 * @param subtype what was done
 * @param action C, R, U, D or E
 * @param asking which role the caller has: IHE has it receive what it reads, and send all else
 * @param serving which role this server has
 */
record Shape(String profile, Codes type, Codes subtype, String action, Codes asking, Codes serving) {

    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    static Shape of(EntryKind kind, JsonNode body) {
        return switch (kind) {
            case EXCHANGE, SUBMISSION -> sending("", Codes.OPERATION, "E");
            case CASE ->
                body.path("first").asInt() == 1
                        ? sending("PatientCreate", Codes.CREATE, "C")
                        : sending("PatientUpdate", Codes.UPDATE, "U");
            case DOCUMENT -> sending("", Codes.CREATE, "C");
            case NOTIFICATION -> new Shape("", Codes.REST, Codes.OPERATION, "E", Codes.DESTINATION, Codes.SOURCE);
            case READ -> read(body);
            case REFUSED -> alert(Codes.RESTRICTED_FUNCTION, "E");
            case TOKEN ->
                new Shape(
                        "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.IUA.71",
                        Codes.USER_AUTHENTICATION,
                        Codes.GET_TOKEN,
                        "E",
                        Codes.APPLICATION,
                        Codes.AUTHORIZATION_SERVER);
            case SIGN_IN ->
                new Shape(
                        "",
                        Codes.USER_AUTHENTICATION,
                        body.path("step").asText().equals("IN") ? Codes.LOGIN : Codes.LOGOUT,
                        "E",
                        Codes.SOURCE,
                        Codes.DESTINATION);
            case CLIENT -> alert(Codes.USER_ATTRIBUTES, change(body));
            case POLICIES -> alert(Codes.SOFTWARE_CONFIGURATION, "E");
            case NODE_START -> activity(Codes.APPLICATION_ACTIVITY, Codes.START);
            case NODE_STOP -> activity(Codes.APPLICATION_ACTIVITY, Codes.STOP);
            case CHECKPOINT, AUDIT ->
                new Shape("", Codes.AUDIT_LOG_USED, Codes.READ, "R", Codes.DESTINATION, Codes.SOURCE);
            case SWEEP -> new Shape("", Codes.AUDIT_LOG_USED, Codes.UPDATE, "D", Codes.SOURCE, Codes.DESTINATION);
        };
    }

    private static Shape read(JsonNode body) {
        if (!body.has("search")) {
            return new Shape(BALP + "PatientRead", Codes.REST, Codes.READ, "R", Codes.DESTINATION, Codes.SOURCE);
        }
        return sending(body.path("cases").isEmpty() ? "Query" : "PatientQuery", Codes.SEARCH, "E");
    }

    private static Shape sending(String profile, Codes subtype, String action) {
        return new Shape(
                profile.isEmpty() ? "" : BALP + profile, Codes.REST, subtype, action, Codes.SOURCE, Codes.DESTINATION);
    }

    private static Shape alert(Codes subtype, String action) {
        return new Shape("", Codes.SECURITY_ALERT, subtype, action, Codes.SOURCE, Codes.DESTINATION);
    }

    private static Shape activity(Codes type, Codes subtype) {
        return new Shape("", type, subtype, "E", Codes.SOURCE, Codes.DESTINATION);
    }

    private static String change(JsonNode body) {
        return switch (body.path("change").asText()) {
            case "REGISTERED" -> "C";
            case "REMOVED" -> "D";
            default -> "U";
        };
    }

    Optional<String> claimed() {
        return Optional.of(profile).filter(each -> !each.isEmpty());
    }
}
