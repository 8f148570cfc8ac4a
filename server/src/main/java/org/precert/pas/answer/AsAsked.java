package org.precert.pas.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.precert.cases.Line;
import org.precert.cases.Service;
import org.precert.pas.call.RequestedItem;
import org.precert.pas.call.Stay;

/**
 * What is granted as it was asked for. A case keeps nothing of it, so it is read in the request; where another service is granted, what
 * belongs to the one that was asked for is left out.
 *
 * @param sent the item as it was requested
 */
record AsAsked(Matter matter, RequestedItem sent, Line line, Service granted) {

    private static final List<String> OF_THE_SERVICE = List.of(Terms.SERVICE_END);
    private static final List<String> OF_THE_PATIENT = List.of(Terms.EPSDT, Terms.NURSING_HOME_LEVEL);
    private static final List<String> OF_THE_REQUEST =
            List.of(Terms.NURSING_HOME_STATUS, Terms.REQUEST_TYPE, Terms.CERTIFICATION_TYPE);

    static Optional<AsAsked> of(Matter matter, Line line, Service granted) {
        return matter.item(line).map(sent -> new AsAsked(matter, sent, line, granted));
    }

    /** In the detail of an item. */
    void detail(Extensions detail) {
        if (isSameService()) {
            OF_THE_SERVICE.forEach(url -> copy(url, detail));
            price().ifPresent(price -> detail.add("unitPrice").set("valueMoney", price));
            revenue(detail, matter.spelling().revenue());
        }
        OF_THE_PATIENT.forEach(url -> copy(url, detail));
    }

    /** In an added item. */
    void added(ObjectNode added) {
        Extensions extensions = new Extensions(added);
        copy(Terms.AUTHORIZATION_NUMBER, extensions);
        extensions.text(Terms.ADMINISTRATIVE_NUMBER, line.reference());
        OF_THE_PATIENT.forEach(url -> copy(url, extensions));
        OF_THE_REQUEST.forEach(url -> copy(url, extensions));
        if (isSameService()) {
            OF_THE_SERVICE.forEach(url -> copy(url, extensions));
            revenue(extensions, Terms.REVENUE);
            price().ifPresent(price -> added.set("unitPrice", price));
        }
        if (isSameDays()) {
            stay(extensions);
        }
    }

    /** The days of a stay in a hospital, which are granted with the days of the service. */
    void stay(Extensions extensions) {
        Stay stay = matter.request().stay(sent);
        stay.admission().ifPresent(days -> extensions.days(Terms.ADMISSION, days));
        stay.discharge().ifPresent(day -> extensions.date(Terms.DISCHARGE, day));
    }

    private boolean isSameService() {
        return granted.code().system().equals(line.service().code().system())
                && granted.code().code().equals(line.service().code().code());
    }

    private boolean isSameDays() {
        return granted.from().equals(line.service().from())
                && granted.until().equals(line.service().until());
    }

    private void revenue(Extensions extensions, String url) {
        JsonNode revenue = sent.item().path("revenue");
        // The versions name the same codes differently, and the request may be of the other one.
        Concepts.in(Terms.REVENUE_CODES, revenue)
                .or(() -> Concepts.in(Terms.REVENUE_CODES_2_0, revenue))
                .map(same -> same.at("/coding/0/code").asText())
                .ifPresent(code ->
                        extensions.concept(url, Concepts.of(matter.spelling().revenueCodes(), code)));
        copy(Terms.RATE_LIMIT, extensions);
    }

    private Optional<JsonNode> price() {
        JsonNode price = sent.item().path("unitPrice");
        return price.hasNonNull("value") ? Optional.of(price) : Optional.empty();
    }

    /** Each may stand once. */
    private void copy(String url, Extensions extensions) {
        Extensions.of(sent.item(), url).stream()
                .limit(1)
                .flatMap(each -> each.properties().stream())
                .filter(field -> field.getKey().startsWith("value"))
                .forEach(field -> value(field.getValue())
                        .ifPresent(value -> extensions.add(url).set(field.getKey(), value)));
    }

    private static Optional<JsonNode> value(JsonNode sent) {
        return sent.isObject() ? Concepts.bare(sent).map(JsonNode.class::cast) : Optional.of(sent);
    }
}
