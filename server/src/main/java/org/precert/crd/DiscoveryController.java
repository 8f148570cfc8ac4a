package org.precert.crd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** CDS Hooks discovery. It changes with a release alone, so clients may keep it, and ask whether it has changed. */
@RestController
final class DiscoveryController {

    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final byte[] services;
    private final String tag;

    DiscoveryController(Discovery discovery, ObjectMapper json) throws JsonProcessingException {
        this.services = json.writeValueAsBytes(discovery.services());
        this.tag = "\"" + DigestUtils.md5DigestAsHex(services) + "\"";
    }

    @GetMapping("/cds-services")
    ResponseEntity<byte[]> discover(@RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known) {
        return known.contains(tag)
                ? ResponseEntity.status(304).eTag(tag).cacheControl(AN_HOUR).build()
                : ResponseEntity.ok()
                        .eTag(tag)
                        .cacheControl(AN_HOUR)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(services);
    }
}
