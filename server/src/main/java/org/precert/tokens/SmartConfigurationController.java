package org.precert.tokens;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says where a token is to be had, and how, at the base of each FHIR door and of the server.
 * <a href="https://hl7.org/fhir/smart-app-launch/conformance.html">SMART, conformance</a>
 */
@RestController
final class SmartConfigurationController {

    private static final String PATH = "/.well-known/smart-configuration";
    private static final Set<String> CERTIFICATES_ASKED = Set.of("want", "need");
    private static final List<String> SCOPES = List.of(
            "system/Claim.crus",
            "system/ClaimResponse.r",
            "system/Subscription.cruds",
            "system/Questionnaire.rs",
            "system/Library.rs",
            "system/ValueSet.rs",
            "system/ExplanationOfBenefit.rs",
            "system/*.cruds",
            "system/*.read",
            "system/*.write",
            "system/*.*");

    private final ObjectNode configuration;

    SmartConfigurationController(
            ObjectMapper json,
            @Value("${precert.base-url}") String baseUrl,
            @Value("${server.ssl.client-auth:none}") String clientAuth) {
        this.configuration = json.createObjectNode().put("token_endpoint", baseUrl + TokenController.PATH);
        add("grant_types_supported", List.of("client_credentials"));
        add("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        add("token_endpoint_auth_signing_alg_values_supported", List.of("RS384", "ES384"));
        add("scopes_supported", SCOPES);
        add("capabilities", List.of("client-confidential-asymmetric", "permission-v1", "permission-v2"));
        // SMART requires it of everybody; there is no authorization endpoint here that a code could come from.
        add("code_challenge_methods_supported", List.of("S256"));
        configuration.put("tls_client_certificate_bound_access_tokens", CERTIFICATES_ASKED.contains(clientAuth));
    }

    private void add(String name, List<String> values) {
        ArrayNode array = configuration.putArray(name);
        values.forEach(array::add);
    }

    @GetMapping(
            path = {
                PATH,
                "/fhir" + PATH,
                "/dtr/{version:2\\.0|2\\.2}/fhir" + PATH,
                "/pas/{version:2\\.0\\.1|2\\.2\\.1}/fhir" + PATH,
                "/patient-access/fhir" + PATH
            },
            produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode configuration() {
        return configuration;
    }
}
