package org.precert.pas.call;

import java.util.List;
import java.util.Optional;

/** Reads the items of an inquiry. */
final class InquiredItems {

    private static final String NOT_APPLICABLE = "not-applicable";

    private InquiredItems() {}

    static List<InquiredItem> of(RawBundle bundle, Entry claim) {
        Items items = new Items(bundle, claim, Optional.empty());
        return bundle.spot(claim).each("item").stream()
                .flatMap(item -> item.object().stream().map(node -> {
                    Spot service = item.at("productOrService");
                    return new InquiredItem(
                            item.at("sequence").positive().orElse(0),
                            node,
                            isAny(service) ? Optional.empty() : Optional.of(service.node()),
                            item.extension(Pas.SERVICE_END)
                                    .map(Spot::value)
                                    .filter(Spot::isThere)
                                    .map(Spot::node),
                            WrittenDays.of(item, "serviced"),
                            days(item, Pas.ISSUE_DATE),
                            days(item, Pas.EXPIRATION_DATE),
                            days(item, Pas.EFFECTIVE_DATE),
                            item.extension(Pas.REVIEW_ACTION)
                                    .flatMap(each -> each.value().code(Pas.REVIEW_ACTIONS)),
                            item.at("diagnosisSequence").isThere() ? items.diagnoses(item) : List.of(),
                            Items.traces(item));
                }))
                .toList();
    }

    /** No code, or the code that says so (PAS 2.2.1, spec-43): as a code, or as the reason why there is none. */
    private static boolean isAny(Spot service) {
        return !service.isThere()
                || service.each("coding").stream()
                        .anyMatch(coding -> coding.at("system").text().equals(Pas.ABSENT_REASONS)
                                && coding.at("code").text().equals(NOT_APPLICABLE))
                || service.extension(Pas.ABSENT_REASON)
                        .filter(each -> each.value().text().equals(NOT_APPLICABLE))
                        .isPresent();
    }

    private static Optional<DateRange> days(Spot item, String url) {
        return item.extension(url).flatMap(each -> WrittenDays.of(each, "value"));
    }
}
