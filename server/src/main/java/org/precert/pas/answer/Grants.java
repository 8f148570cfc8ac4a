package org.precert.pas.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;
import org.precert.cases.Service;
import org.precert.pas.call.RequestedItem;

/** What may be done, in detail. */
record Grants(Matter matter) {

    /** The extension of an item that says it. */
    void detail(ObjectNode item, Line line, Service granted) {
        Extensions detail = new Extensions(item).nested(Terms.AUTHORIZED_DETAIL);
        detail.concept("productOrServiceCode", Concepts.of(granted.code()));
        granted.modifiers().forEach(modifier -> detail.concept("modifier", Concepts.of(modifier)));
        granted.quantity()
                .ifPresent(value -> detail.add("quantity").set("valueQuantity", quantity(value, granted.unit(), line)));
        AsAsked.of(matter, line, granted).ifPresent(same -> same.detail(detail));
    }

    /** The item that stands beside the one that was asked for (PAS 2.2.1, spec-36, spec-37). */
    void added(ObjectNode response, ObjectNode item, Line line, LineDecision.Modified decision) {
        Service granted = decision.granted();
        Optional<RequestedItem> requested = matter.item(line);
        ObjectNode added = response.withArray("addItem").addObject();
        Extensions extensions = new Extensions(added);
        Items.traces(matter, line, extensions);
        extensions.date(Terms.ISSUED, decision.authorization().issued());
        extensions.period(
                Terms.GOOD_FOR,
                decision.authorization().from(),
                decision.authorization().until());
        requested.ifPresent(each -> asked(each, extensions));
        added.putArray("itemSequence").add(line.sequence());
        for (Providers.Provider provider : new Providers(matter).of(requested)) {
            ObjectNode reference = provider.reference().deepCopy();
            provider.type().ifPresent(type -> new Extensions(reference).concept(Terms.AUTHORIZED_PROVIDER_TYPE, type));
            added.withArray("provider").add(reference);
        }
        added.set("productOrService", Concepts.of(granted.code()));
        if (!granted.modifiers().isEmpty()) {
            added.set("modifier", Concepts.list(granted.modifiers()));
        }
        granted.from().ifPresent(from -> serviced(added, from, granted.until().orElse(from)));
        place(granted, requested).ifPresent(place -> added.set("locationCodeableConcept", place));
        granted.quantity().ifPresent(value -> added.set("quantity", quantity(value, granted.unit(), line)));
        added.set("noteNumber", item.path("noteNumber"));
        AsAsked.of(matter, line, granted).ifPresent(same -> same.added(added));
        Verdict.of(Verdicts.CERTIFIED, decision.authorization()).write(added);
    }

    private void asked(RequestedItem requested, Extensions extensions) {
        Concepts.bare(requested.item().path("category"))
                .ifPresent(category -> extensions.concept(Terms.CATEGORY, category));
        for (JsonNode service : Extensions.of(requested.item(), Terms.REQUESTED_SERVICE)) {
            extensions.reference(Terms.REQUESTED_SERVICE, matter.reference(service.path("valueReference")));
        }
    }

    private static void serviced(ObjectNode added, LocalDate from, LocalDate until) {
        if (from.equals(until)) {
            added.put("servicedDate", from.toString());
        } else {
            added.putObject("servicedPeriod").put("start", from.toString()).put("end", until.toString());
        }
    }

    private static Optional<ObjectNode> place(Service granted, Optional<RequestedItem> requested) {
        return granted.place().isEmpty()
                ? requested.flatMap(each -> Concepts.bare(each.item().path("locationCodeableConcept")))
                : Optional.of(Concepts.of(Terms.PLACES, granted.place()));
    }

    /** In the unit as it was asked for; what has none is counted in units (X12 673, UN). */
    private ObjectNode quantity(BigDecimal value, String unit, Line line) {
        ObjectNode quantity = JsonNodeFactory.instance.objectNode().put("value", value);
        JsonNode sent = matter.item(line)
                .map(each -> each.item().path("quantity"))
                .orElseGet(JsonNodeFactory.instance::missingNode);
        boolean same = unit.equals(sent.path("unit").asText())
                || unit.equals(sent.path("code").asText());
        if (same && sent.hasNonNull("code")) {
            quantity.set("system", sent.path("system"));
            quantity.set("code", sent.path("code"));
        } else if (unit.isEmpty()) {
            quantity.put("system", Terms.UNITS).put("code", "UN");
        } else {
            quantity.put("unit", unit);
        }
        return quantity;
    }
}
