package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.precert.dtr.adaptive.Enabling.State;

/**
 * Finds which items one call offers, in rounds: what this server answers itself may enable more. What hangs on the
 * client's answer to something offered now is left open, for the next call.
 */
final class Asking {

    private final Form standard;
    private final Set<String> offered;
    private final Set<String> administrative;
    private final Set<String> wanted;
    private final Prefills prefills;
    private final Map<String, List<TypedValue>> answers;
    private final Set<String> asked = new HashSet<>();

    Asking(
            Form standard,
            Set<String> offered,
            Map<String, List<ObjectNode>> given,
            Relevance relevance,
            Prefills prefills) {
        this.standard = standard;
        this.offered = offered;
        this.administrative = fromMarkerOn(standard);
        this.wanted = Wanted.of(standard, offered, relevance);
        this.prefills = prefills;
        this.answers = new LinkedHashMap<>(AnsweredForm.typed(given));
    }

    /** @return linkIds of questions and displays */
    Set<String> asked() {
        List<String> more = due();
        while (!more.isEmpty()) {
            for (String linkId : more) {
                asked.add(linkId);
                answers.put(linkId, TypedValue.ofAnswers(prefills.answers(linkId)));
            }
            more = due();
        }
        Enabling now = enabling();
        asked.addAll(standard.items().stream()
                .filter(item -> item.type() == ItemType.DISPLAY && isNew(item))
                .filter(item -> now.of(item.linkId()) == State.ON && isBesideOthers(item))
                .map(FormItem::linkId)
                .toList());
        return asked;
    }

    private List<String> due() {
        Enabling now = enabling();
        List<String> clinical = due(now, false).toList();
        if (!clinical.isEmpty()) {
            return clinical;
        }
        boolean left = standard.items().stream()
                .filter(item -> !administrative.contains(item.linkId()) && isCandidate(item))
                .anyMatch(item -> now.of(item.linkId()) == State.OPEN);
        // Nothing else to offer, and something clinical is left: it waits for an answer of the administrative part.
        boolean stuck = left && asked.isEmpty();
        return left && !stuck
                ? List.of()
                : due(now, true)
                        .filter(linkId -> !left || !linkId.equals(Adaptive.CLINICAL_COMPLETE))
                        .toList();
    }

    private Stream<String> due(Enabling now, boolean isAdministrative) {
        return standard.items().stream()
                .filter(item -> administrative.contains(item.linkId()) == isAdministrative)
                .filter(item -> isCandidate(item) || (item.linkId().equals(Adaptive.CLINICAL_COMPLETE) && isNew(item)))
                .filter(item -> now.of(item.linkId()) == State.ON)
                .map(FormItem::linkId);
    }

    private Enabling enabling() {
        return new Enabling(
                standard,
                answers,
                question -> !offered.contains(question) && (asked.contains(question) || wanted.contains(question)));
    }

    private boolean isCandidate(FormItem item) {
        return item.isQuestion() && isNew(item) && wanted.contains(item.linkId());
    }

    private boolean isNew(FormItem item) {
        return !offered.contains(item.linkId()) && !asked.contains(item.linkId());
    }

    /** Words within a group come with its first question; those at the root, with their part of the form. */
    private boolean isBesideOthers(FormItem display) {
        if (display.linkId().equals(Adaptive.CLINICAL_COMPLETE)) {
            return false;
        }
        if (display.parent().isPresent()) {
            return standard.items().stream()
                    .filter(item -> item.isQuestion() && !isNew(item))
                    .flatMap(item -> standard.upwards(item).stream())
                    .anyMatch(around -> around.linkId().equals(display.parent().get()));
        }
        return !administrative.contains(display.linkId()) || !isNewMarker();
    }

    private boolean isNewMarker() {
        return standard.item(Adaptive.CLINICAL_COMPLETE).filter(this::isNew).isPresent();
    }

    private static Set<String> fromMarkerOn(Form standard) {
        boolean split = standard.item(Adaptive.CLINICAL_COMPLETE)
                .filter(item -> item.type() == ItemType.DISPLAY && item.parent().isEmpty())
                .isPresent();
        Set<String> from = new HashSet<>();
        for (String linkId : standard.linkIds()) {
            if (split && (!from.isEmpty() || linkId.equals(Adaptive.CLINICAL_COMPLETE))) {
                from.add(linkId);
            }
        }
        return from;
    }
}
