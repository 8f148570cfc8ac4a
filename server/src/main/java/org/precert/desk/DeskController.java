package org.precert.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.precert.review.Explanations;
import org.precert.staff.Staff;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where staff of the payer decide. JSON of our own: it is for the page beside it, and for whatever a payer has instead. */
@RestController
@RequestMapping(path = "/review-desk/cases", produces = MediaType.APPLICATION_JSON_VALUE)
final class DeskController {

    private final Desk desk;

    DeskController(Desk desk) {
        this.desk = desk;
    }

    /** What is to be done, by due time. */
    @GetMapping
    ObjectNode worklist(
            @RequestAttribute(Staff.ATTRIBUTE) Staff staff,
            @RequestParam(name = "payer", defaultValue = "") Set<String> payers,
            @RequestParam(name = "open", defaultValue = "true") boolean open,
            @RequestParam(name = "late", defaultValue = "false") boolean late,
            @RequestParam(name = "after", defaultValue = "") String after,
            @RequestParam(name = "limit", defaultValue = "50") int limit) {
        Optional<Place> place = after.isEmpty() ? Optional.empty() : Optional.of(Place.of(after));
        return desk.worklist(staff, new Desk.Wanted(payers, open, late, place, limit));
    }

    /** @param number of the case, of one of its lines or of an authorization */
    @GetMapping("/{number}")
    ResponseEntity<ObjectNode> show(
            @RequestAttribute(Staff.ATTRIBUTE) Staff staff,
            @PathVariable("number") String number,
            HttpServletRequest by) {
        return answer(desk.show(staff, number, reader(staff, by)));
    }

    @PostMapping(path = "/{number}/actions", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<ObjectNode> act(
            @RequestAttribute(Staff.ATTRIBUTE) Staff staff,
            @PathVariable("number") String number,
            @RequestBody JsonNode body,
            HttpServletRequest by) {
        Desk.Done done = desk.act(staff, number, ActionReader.version(body), ActionReader.read(body));
        return answer(desk.show(staff, done.number(), reader(staff, by)));
    }

    /** What the provider sent, to be kept by the browser and not to be shown in this page's name: it may be anything. */
    @GetMapping(path = "/{number}/documents/{document}", produces = MediaType.ALL_VALUE)
    ResponseEntity<byte[]> document(
            @RequestAttribute(Staff.ATTRIBUTE) Staff staff,
            @PathVariable("number") String number,
            @PathVariable("document") String document) {
        return SentDocument.answer(desk.document(staff, number, document));
    }

    private static Explanations.Reader reader(Staff staff, HttpServletRequest by) {
        return new Explanations.Reader(staff.person().id(), by.getRemoteAddr());
    }

    /** The version that an action has to name is the tag of what is shown. */
    private static ResponseEntity<ObjectNode> answer(ObjectNode shown) {
        return ResponseEntity.ok()
                .eTag("\"" + shown.path("version").asInt() + "\"")
                .body(shown);
    }
}
