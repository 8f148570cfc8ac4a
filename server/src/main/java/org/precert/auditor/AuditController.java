package org.precert.auditor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.precert.audit.AuditCheck;
import org.precert.audit.AuditEntry.AuditUsed;
import org.precert.audit.AuditLinks;
import org.precert.audit.AuditLinks.Place;
import org.precert.audit.AuditTrail;
import org.precert.audit.BrokenLink;
import org.precert.audit.ChainPoint;
import org.precert.audit.Link;
import org.precert.audit.Verification;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.precert.review.TryLater;
import org.precert.staff.Staff;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record for auditors. That they read it is recorded, too. */
@RestController
@RequestMapping("/audit")
final class AuditController {

    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");
    private static final int LONGEST_PAGE = 200;

    private final AuditLinks links;
    private final AuditCheck check;
    private final EventBundle bundles;
    private final AuditTrail audit;
    private final Semaphore verifying = new Semaphore(1);

    AuditController(AuditLinks links, AuditCheck check, EventBundle bundles, AuditTrail audit) {
        this.links = links;
        this.check = check;
        this.bundles = bundles;
        this.audit = audit;
    }

    /**
     * AuditEvents, first things first.
     *
     * @param dates ge, gt, le or lt and a day or an instant, each
     * @param count of links; one that tells of several patients is an event for each of them
     * @param page from the link to the next page
     */
    @GetMapping("/AuditEvent")
    ResponseEntity<ObjectNode> events(
            @RequestAttribute(Staff.ATTRIBUTE) Staff staff,
            @RequestParam(name = "date", defaultValue = "") List<String> dates,
            @RequestParam(name = "_count", defaultValue = "50") int count,
            @RequestParam(name = "_page", defaultValue = "") String page) {
        enter(staff, "AuditEvent");
        if (count < 1 || count > LONGEST_PAGE) {
            throw new InvalidRequest(Kind.MALFORMED, "_count", "A page has 1 to " + LONGEST_PAGE + " links");
        }
        Optional<Place> after = Place.of(page);
        if (!page.isEmpty() && after.isEmpty()) {
            throw new InvalidRequest(Kind.MALFORMED, "_page", "Take the address of the next page as it is");
        }
        List<Link> found = links.find(Dates.of(dates), after, count + 1);
        List<Link> shown = found.subList(0, Math.min(count, found.size()));
        boolean more = found.size() > shown.size();
        return ResponseEntity.ok().contentType(FHIR).body(bundles.of(shown, more, dates, count));
    }

    /** @param expected chain:number:hash of links that were seen once */
    @GetMapping(path = "/verify", produces = MediaType.APPLICATION_JSON_VALUE)
    ObjectNode verify(
            @RequestAttribute(Staff.ATTRIBUTE) Staff staff,
            @RequestParam(name = "expect", defaultValue = "") List<String> expected) {
        enter(staff, "verify");
        List<ChainPoint> points = expected.stream().map(AuditController::point).toList();
        if (!verifying.tryAcquire()) {
            throw new TryLater("The record is being verified just now: ask again");
        }
        try {
            return written(check.verify(points));
        } finally {
            verifying.release();
        }
    }

    private void enter(Staff staff, String what) {
        audit.record(new AuditUsed(what, staff.person().audited()));
    }

    private static ChainPoint point(String text) {
        return ChainPoint.of(text)
                .orElseThrow(() -> new InvalidRequest(Kind.MALFORMED, "expect", "Expect chain:number:hash"));
    }

    private ObjectNode written(Verification found) {
        ObjectNode node = bundles.object();
        node.put("sound", found.sound()).put("links", found.links()).put("rows", found.rows());
        ArrayNode broken = node.putArray("broken");
        for (BrokenLink each : found.broken()) {
            broken.addObject()
                    .put("chain", each.chain())
                    .put("number", each.number())
                    .put("flaw", each.flaw().name())
                    .put("words", each.words());
        }
        ArrayNode heads = node.putArray("heads");
        found.chains().forEach(each -> heads.add(each.head().text()));
        return node;
    }
}
