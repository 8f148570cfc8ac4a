package org.precert.pas.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the items of a request. */
final class Items {

    private static final List<String> EVENTS = List.of("patientEvent", "admissionDates");

    private final RawBundle bundle;
    private final Entry claimEntry;
    private final Spot claim;
    private final Optional<Set<Integer>> before;
    private final List<JsonNode> diagnoses;

    /** @param prior the Claim that this one updates, if it was sent along */
    Items(RawBundle bundle, Entry claimEntry, Optional<Entry> prior) {
        this.bundle = bundle;
        this.claimEntry = claimEntry;
        this.claim = bundle.spot(claimEntry);
        this.before = prior.map(
                entry -> sequences(bundle.spot(entry).each("item").stream().map(item -> item.at("sequence"))));
        this.diagnoses = claim.each("diagnosis").stream().flatMap(this::concept).toList();
    }

    List<RequestedItem> all() {
        boolean all = Purposes.certification(claim).filter(Pas.CANCEL::equals).isPresent();
        return claim.each("item").stream()
                .flatMap(item -> item.object().stream().map(node -> {
                    int sequence = item.at("sequence").positive().orElse(0);
                    Optional<DateRange> days = WrittenDays.of(item, "serviced").or(this::event);
                    return new RequestedItem(
                            sequence,
                            node,
                            change(item, sequence),
                            all || isCancelled(item),
                            order(item),
                            diagnoses(item),
                            traces(item),
                            days.flatMap(DateRange::from),
                            days.flatMap(DateRange::until));
                }))
                .toList();
    }

    /** Flagged so; or marked so by X12 1322 alone, where no flag says otherwise (PAS 2.2.1, spec-69, spec-70). */
    static boolean isCancelled(Spot item) {
        boolean flagged = item.each("modifierExtension").stream()
                .anyMatch(each -> each.at("url").text().equals(Pas.INFO_CANCELLED));
        return flagged
                ? Purposes.isCancelled(item)
                : Purposes.certification(item).filter(Pas.CANCEL::equals).isPresent();
    }

    static List<BusinessId> traces(Spot item) {
        return item.extensions(Pas.TRACE_NUMBER).stream()
                .flatMap(each -> each.value().identifier().stream())
                .distinct()
                .toList();
    }

    /** What the request before did not have is added, whatever the flag says: spec-72 has "changed" for "added". */
    private Change change(Spot item, int sequence) {
        if (before.isPresent() && !before.get().contains(sequence)) {
            return Change.ADDED;
        }
        String flag = item.extension(Pas.INFO_CHANGED)
                .map(each -> each.value().text())
                .orElse("");
        return switch (flag) {
            case "added" -> Change.ADDED;
            case "changed" -> Change.CHANGED;
            default -> Change.NONE;
        };
    }

    private Optional<Entry> order(Spot item) {
        return item.extension(Pas.REQUESTED_SERVICE)
                .map(each -> each.value().at("reference").text())
                .filter(reference -> !reference.isEmpty())
                .flatMap(reference -> bundle.resolve(reference, claimEntry));
    }

    /** Those that the item names, or all of the Claim where it names none. */
    List<JsonNode> diagnoses(Spot item) {
        if (!item.at("diagnosisSequence").isThere()) {
            return diagnoses;
        }
        Set<Integer> named = sequences(item.each("diagnosisSequence").stream());
        return claim.each("diagnosis").stream()
                .filter(each -> each.at("sequence").positive().stream().anyMatch(named::contains))
                .flatMap(this::concept)
                .toList();
    }

    /** All of the Claim. */
    List<JsonNode> diagnoses() {
        return diagnoses;
    }

    static Set<Integer> sequences(Stream<Spot> numbers) {
        return numbers.flatMapToInt(each -> each.positive().stream()).boxed().collect(Collectors.toUnmodifiableSet());
    }

    /** A Condition that is pointed to says its code too, at a lenient door. */
    private Stream<JsonNode> concept(Spot diagnosis) {
        Spot concept = diagnosis.at("diagnosisCodeableConcept");
        if (concept.isThere()) {
            return Stream.of(concept.node());
        }
        String reference = diagnosis.at("diagnosisReference").at("reference").text();
        return bundle
                .resolve(reference, claimEntry)
                .map(entry -> bundle.spot(entry).at("code"))
                .filter(Spot::isThere)
                .map(Spot::node)
                .stream();
    }

    /** X12 keeps the day of the event for all items that name no day of their own. */
    private Optional<DateRange> event() {
        return EVENTS.stream()
                .flatMap(event -> claim.each("supportingInfo").stream()
                        .filter(info -> !Purposes.isCancelled(info))
                        .filter(info -> info.at("category").coded(Pas.TEMPORARY_CODES, event))
                        .flatMap(info -> WrittenDays.of(info, "timing").stream()))
                .findFirst();
    }
}
