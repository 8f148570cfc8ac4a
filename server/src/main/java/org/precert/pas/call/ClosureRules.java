package org.precert.pas.call;

import java.util.Set;
import java.util.stream.Collectors;

/** All that a request refers to is in its Bundle, and all that is in the Bundle is referred to (PAS 2.2.1, 5.2). */
final class ClosureRules {

    private static final String CLAIM = "Claim";

    private ClosureRules() {}

    static void check(RawBundle bundle, Entry first, Findings findings) {
        for (Entry entry : bundle.closure(first)) {
            references(bundle, entry, first, findings);
        }
        orphans(bundle, findings);
    }

    /** spec-13, spec-18: fully traversing all references. */
    private static void references(RawBundle bundle, Entry entry, Entry first, Findings findings) {
        Spot resource = bundle.spot(entry);
        Set<String> notFollowed = notFollowed(resource, entry.equals(first));
        for (Spot reference : bundle.references(entry)) {
            if (bundle.resolve(reference.text(), entry).isEmpty() && !notFollowed.contains(reference.path())) {
                findings.wrong(reference, "What is referred to is not in the Bundle (spec-13)");
            }
        }
    }

    /** The prior Claim has rules of its own, and what that one updated is not sent along (spec-65, spec-66). */
    private static Set<String> notFollowed(Spot resource, boolean isFirst) {
        return resource.each("related").stream()
                .filter(related -> !isFirst || Purposes.namesPrior(related))
                .map(related -> related.at("claim").at("reference").path())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** spec-20: what was attached is pointed to; an older Claim that was sent along brings its own. */
    private static void orphans(RawBundle bundle, Findings findings) {
        Set<Entry> known = bundle.closure(bundle.entries().stream()
                .filter(entry -> entry.type().equals(CLAIM))
                .toList());
        bundle.entries().stream()
                .filter(entry -> !known.contains(entry))
                .forEach(entry -> findings.wrong(bundle.path(entry), "Nothing refers to this resource (spec-20)"));
    }
}
