package org.precert.patientaccess;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.precert.audit.AuditEntry;
import org.precert.audit.AuditTrail;
import org.precert.audit.Who;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Prior authorizations for the Patient Access, Provider Access and Payer-to-Payer APIs, as long as they are active and a year after
 * their last change. Other payers ask with {@code exclude-denied=true}: 42 CFR 422.121(b) gives them none that were denied.
 */
@RestController
@RequestMapping("/patient-access/fhir/ExplanationOfBenefit")
final class PatientAccessController {

    private static final MediaType FHIR = new MediaType("application", "fhir+json", UTF_8);
    private static final String SEARCHED_BY = "identifier,_lastUpdated,exclude-denied";
    private static final Period KEPT = Period.ofYears(1);

    private final AccessRecords records;
    private final SearchSet searchSet;
    private final MayRead mayRead;
    private final AuditTrail audit;
    private final Clock clock;

    PatientAccessController(
            AccessRecords records, SearchSet searchSet, MayRead mayRead, AuditTrail audit, Clock clock) {
        this.records = records;
        this.searchSet = searchSet;
        this.mayRead = mayRead;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param id of the case, which is the one of the ClaimResponse, too */
    @GetMapping("/{id}")
    ResponseEntity<byte[]> read(
            @PathVariable("id") String id,
            @RequestParam(name = "exclude-denied", defaultValue = "false") String excludeDenied,
            HttpServletRequest request) {
        Caller caller = caller(request);
        String shown = records.find(id, kept())
                .filter(found -> mayAsk(caller, found))
                .flatMap(found -> shown(found, isTrue(excludeDenied)))
                .orElseThrow(() -> new InvalidRequest(Kind.NOT_FOUND, "", "There is no such prior authorization here"));
        reads(caller, List.of(id), "");
        return answer(shown);
    }

    /**
     * All of a member, the latest first, on one page.
     *
     * @param identifier of the member, as system|value
     */
    @GetMapping
    ResponseEntity<byte[]> search(
            @RequestParam(name = "identifier", defaultValue = "") String identifier,
            @RequestParam(name = "_lastUpdated", defaultValue = "") List<String> lastUpdated,
            @RequestParam(name = "exclude-denied", defaultValue = "false") String excludeDenied,
            HttpServletRequest request) {
        Caller caller = caller(request);
        if (identifier.indexOf('|') <= 0 || identifier.endsWith("|")) {
            throw new InvalidRequest(
                    Kind.MALFORMED, "identifier", "Ask for a member with identifier=system|value, both of them");
        }
        Changed changed = Changed.of(lastUpdated);
        boolean granted = isTrue(excludeDenied);
        List<AccessRecords.Found> allowed = records.find(identifier, changed, kept()).stream()
                .filter(found -> mayAsk(caller, found))
                .filter(found -> shown(found, granted).isPresent())
                .toList();
        List<String> resources = allowed.stream()
                .flatMap(found -> shown(found, granted).stream())
                .toList();
        reads(caller, allowed.stream().map(AccessRecords.Found::id).toList(), SEARCHED_BY);
        return answer(searchSet.of(resources));
    }

    /** The same, with the member's id in the body, where no log writes it down. */
    @PostMapping(path = "/_search", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> searchByForm(
            @RequestParam(name = "identifier", defaultValue = "") String identifier,
            @RequestParam(name = "_lastUpdated", defaultValue = "") List<String> lastUpdated,
            @RequestParam(name = "exclude-denied", defaultValue = "false") String excludeDenied,
            HttpServletRequest request) {
        return search(identifier, lastUpdated, excludeDenied, request);
    }

    /** Before it is shown: what can not be recorded is not shown. */
    private void reads(Caller caller, List<String> cases, String search) {
        Who by = Who.client(caller.known().map(Client::id).orElse(""));
        audit.record(new AuditEntry.PatientRead("ExplanationOfBenefit", cases, "", search, by));
    }

    private Caller caller(HttpServletRequest request) {
        Object attribute = request.getAttribute(Caller.ATTRIBUTE);
        Caller caller = attribute instanceof Caller known ? known : new Caller.Anybody();
        if (!mayRead.allows(caller)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return caller;
    }

    private static boolean mayAsk(Caller caller, AccessRecords.Found found) {
        return caller.known().map(client -> client.mayAsk(found.payer())).orElse(true);
    }

    private static Optional<String> shown(AccessRecords.Found found, boolean granted) {
        return granted ? found.granted() : Optional.of(found.eob());
    }

    private static boolean isTrue(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidRequest(Kind.MALFORMED, "exclude-denied", "exclude-denied is true or false");
        };
    }

    private AccessRecords.Kept kept() {
        ZoneId zone = clock.getZone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return new AccessRecords.Kept(
                today, clock.instant().atZone(zone).minus(KEPT).toInstant());
    }

    private static ResponseEntity<byte[]> answer(String body) {
        return ResponseEntity.ok()
                .contentType(FHIR)
                .cacheControl(CacheControl.noStore())
                .body(body.getBytes(UTF_8));
    }
}
