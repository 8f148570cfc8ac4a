package org.precert.pas.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells what a request is for. */
final class Purposes {

    /** Of X12 1322; I, initial, says nothing that {@code Claim.related} would not say better. */
    private static final Map<String, Purpose> BY_CODE = Map.of(
            "1",
            Purpose.APPEAL_EXPEDITED,
            "2",
            Purpose.APPEAL_STANDARD,
            Pas.CANCEL,
            Purpose.CANCEL,
            "4",
            Purpose.EXTENSION,
            "5",
            Purpose.NOTIFICATION,
            "6",
            Purpose.VERIFICATION,
            "R",
            Purpose.RENEWAL,
            "S",
            Purpose.UPDATE);

    private static final String INITIAL = "I";
    private static final Set<String> URGENT_LEVELS = Set.of("U", "03");
    private static final Set<String> RELATIONSHIPS = Set.of("prior", "replaces");

    private Purposes() {}

    static Purpose of(Spot claim) {
        Purpose unmarked = related(claim).isPresent() || takesBack(claim) ? Purpose.UPDATE : Purpose.INITIAL;
        return certification(claim)
                .or(() -> ofItems(claim.each("item")))
                .map(code -> BY_CODE.getOrDefault(code, unmarked))
                .orElse(unmarked);
    }

    /** The clock that is asked for: X12 1338 of the Claim, its priority, or an appeal that can not wait. */
    static boolean isExpedited(Spot claim) {
        return claim.extensions(Pas.LEVEL_OF_SERVICE).stream()
                        .flatMap(level -> level.value().code(Pas.LEVELS_OF_SERVICE).stream())
                        .anyMatch(URGENT_LEVELS::contains)
                || claim.at("priority").coded(Pas.PRIORITIES, "stat")
                || of(claim) == Purpose.APPEAL_EXPEDITED;
    }

    static Optional<String> certification(Spot element) {
        return element.extension(Pas.CERTIFICATION_TYPE)
                .flatMap(extension -> extension.value().code(Pas.CERTIFICATION_TYPES));
    }

    static boolean isKnown(String certification) {
        return certification.equals(INITIAL) || BY_CODE.containsKey(certification);
    }

    /** The element of {@code Claim.related} that names the earlier request: prior in 2.2.1, replaces in 2.0.1. */
    static Optional<Spot> related(Spot claim) {
        return claim.each("related").stream().filter(Purposes::namesPrior).findFirst();
    }

    /** One that does not say how they are related can mean nothing else. */
    static boolean namesPrior(Spot related) {
        Spot relationship = related.at("relationship");
        return !relationship.isThere()
                || relationship
                        .code(Pas.RELATIONSHIPS)
                        .filter(RELATIONSHIPS::contains)
                        .isPresent();
    }

    /** Updates of 2.0.1 need not name what they update (its example does not); only what was sent can be taken back. */
    private static boolean takesBack(Spot claim) {
        return Stream.of("item", "supportingInfo")
                .flatMap(list -> claim.each(list).stream())
                .anyMatch(Purposes::isCancelled);
    }

    static boolean isCancelled(Spot element) {
        return element.each("modifierExtension").stream()
                .filter(each -> each.at("url").text().equals(Pas.INFO_CANCELLED))
                .anyMatch(each -> each.value().is(true));
    }

    /** An appeal of one item is an appeal; otherwise what all say that are still wanted. */
    private static Optional<String> ofItems(List<Spot> items) {
        List<String> wanted = items.stream()
                .filter(item -> !isCancelled(item))
                .map(item -> certification(item).orElse(INITIAL))
                .distinct()
                .toList();
        if (!items.isEmpty() && wanted.isEmpty()) {
            return Optional.of(Pas.CANCEL);
        }
        return List.of("1", "2").stream()
                .filter(wanted::contains)
                .findFirst()
                .or(() -> wanted.size() == 1 ? Optional.of(wanted.get(0)) : Optional.empty());
    }
}
