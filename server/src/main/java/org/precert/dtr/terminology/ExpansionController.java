package org.precert.dtr.terminology;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.precert.dtr.call.SentParameters;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code ValueSet/$expand}, as DTR narrows it: by {@code url}, as of today, active codes only. */
@RestController
final class ExpansionController {

    private static final String OPERATION = "/ValueSet/$expand";
    private static final MediaType FHIR_JSON = MediaType.valueOf("application/fhir+json;charset=UTF-8");

    /** Lists change with a release; a client of many forms should not ask for each of them again. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final ExpandedValueSets valueSets;
    private final ObjectMapper json;

    ExpansionController(ExpandedValueSets valueSets, ObjectMapper json) {
        this.valueSets = valueSets;
        this.json = json;
    }

    /** @throws InvalidRequest for a value set that is not here, or a question that can not be understood */
    @GetMapping({"/fhir" + OPERATION, "/dtr/2.0/fhir" + OPERATION, "/dtr/2.2/fhir" + OPERATION})
    ResponseEntity<ObjectNode> get(@RequestParam MultiValueMap<String, String> query) {
        ObjectNode expanded = expanded(ExpansionRequest.of(query));
        // The same page of the same list has the same identifier. Private: a token was needed to get it.
        return ResponseEntity.ok()
                .eTag(expanded.at("/expansion/identifier").asText())
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .contentType(FHIR_JSON)
                .body(expanded);
    }

    /** @throws InvalidRequest as for GET */
    @PostMapping({"/fhir" + OPERATION, "/dtr/2.0/fhir" + OPERATION, "/dtr/2.2/fhir" + OPERATION})
    ResponseEntity<ObjectNode> post(@RequestBody(required = false) byte[] body) {
        SentParameters sent = SentParameters.read(json, body == null ? new byte[0] : body);
        return ResponseEntity.ok().contentType(FHIR_JSON).body(expanded(ExpansionRequest.of(sent)));
    }

    private ObjectNode expanded(ExpansionRequest request) {
        return valueSets
                .expand(request.url(), request.selection())
                .orElseThrow(() -> new InvalidRequest(
                        Kind.NOT_FOUND, "url", "This value set, or this version of it, is not known here"));
    }
}
