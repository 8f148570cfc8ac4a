package org.precert.inferno;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The fields of a call itself. The kit holds them against what the tester sends, so our samples must keep to them. */
final class RequestFields {

    static final String REQUIRED = "crd_service_request_required_fields_validation";
    static final String OPTIONAL = "crd_service_request_optional_fields_validation";

    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Map<String, Kind> NEEDED =
            Map.of("hook", Kind.STRING, "hookInstance", Kind.STRING, "context", Kind.OBJECT);
    private static final Map<String, Kind> POSSIBLE =
            Map.of("fhirServer", Kind.STRING, "fhirAuthorization", Kind.OBJECT, "prefetch", Kind.OBJECT);
    private static final Map<String, Kind> AUTHORIZATION = Map.of(
            "access_token", Kind.STRING,
            "token_type", Kind.STRING,
            "expires_in", Kind.INTEGER,
            "scope", Kind.STRING,
            "subject", Kind.STRING);

    private RequestFields() {}

    static List<String> requiredErrors(JsonNode request, String hook) {
        Errors errors = new Errors();
        NEEDED.forEach((field, kind) -> errors.require(request, field, kind, "Hook request"));
        if (!request.path("hook").asText().equals(hook)) {
            errors.add("The `hook` field should be " + hook + ", but was " + request.path("hook"));
        }
        if (!Blank.isBlank(request.path("fhirAuthorization")) && Blank.isBlank(request.path("fhirServer"))) {
            errors.add("Missing `fhirServer` field: `fhirAuthorization` is provided");
        }
        String instance = request.path("hookInstance").asText();
        if (!instance.isBlank() && !UUID.matcher(instance).matches()) {
            errors.add("`hookInstance` must be a globally unique UUID");
        }
        return errors.messages();
    }

    static List<String> optionalErrors(JsonNode request) {
        Errors errors = new Errors();
        request.fieldNames().forEachRemaining(field -> {
            if (!NEEDED.containsKey(field) && Blank.isBlank(request.path(field))) {
                errors.add("Hook request field `" + field + "` cannot be defined but blank");
            }
        });
        POSSIBLE.forEach((field, kind) -> errors.allow(request, field, kind, "Hook request"));
        JsonNode authorization = request.path("fhirAuthorization");
        if (!Blank.isAbsent(authorization)) {
            AUTHORIZATION.forEach((field, kind) -> errors.require(authorization, field, kind, "fhirAuthorization"));
            authorization.fieldNames().forEachRemaining(field -> {
                if (Blank.isBlank(authorization.path(field))) {
                    errors.add("`fhirAuthorization` field `" + field + "` cannot be defined but blank");
                }
            });
            if (!authorization.path("token_type").asText().equals("Bearer")) {
                errors.add("`token_type` is not 'Bearer'");
            }
        }
        return errors.messages();
    }
}
