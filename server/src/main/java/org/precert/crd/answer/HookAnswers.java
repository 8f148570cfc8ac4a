package org.precert.crd.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.precert.coverage.CoverageInformation;
import org.precert.coverage.CoverageInformationOf;
import org.precert.crd.answer.HookAnswer.Informed;
import org.precert.crd.call.HookCall;
import org.precert.crd.call.Preferences;
import org.precert.review.Rationale;
import org.precert.review.Review;
import org.precert.review.Reviewed;

/** Makes the answer of what was reviewed: coverage information for each order, and the few cards that help beside it. */
public final class HookAnswers {

    private final CoverageInformationOf information;
    private final Cards cards;
    private final FormCompletion forms;

    /** @param baseUrl where clients reach this server */
    public HookAnswers(Rationale rationale, FormCompletion forms, String baseUrl) {
        this.information = new CoverageInformationOf(rationale, baseUrl);
        this.cards = new Cards(new DecisionCard(rationale), new Proposals(rationale), baseUrl);
        this.forms = forms;
    }

    /**
     * @param subjects the resources that are answered for, as they came in
     * @param reachable whether everything that the orders refer to could be asked for
     * @param formHeld whether the client has a form already; empty for a client that completes forms by DTR
     */
    public HookAnswer of(
            HookCall call,
            List<ObjectNode> subjects,
            Reviewed reviewed,
            boolean reachable,
            Optional<Predicate<String>> formHeld) {
        List<Informed> informed = call.preferences().wants(Topic.COVERAGE_INFO.code())
                ? informed(call, subjects, reviewed, reachable)
                : List.of();
        List<Card> all = new ArrayList<>(cards.of(call.hook(), subjects, reviewed));
        formHeld.ifPresent(held -> all.addAll(forms.cards(call, informed, held)));
        return new HookAnswer(informed, wanted(all, call.preferences()));
    }

    private List<Informed> informed(HookCall call, List<ObjectNode> subjects, Reviewed reviewed, boolean reachable) {
        List<Informed> informed = new ArrayList<>();
        for (ObjectNode subject : subjects) {
            List<CoverageInformation> answers = reviewed.reviews().stream()
                    .filter(review -> review.order().reference().equals(HookCall.reference(subject)))
                    .filter(review -> !call.hook().aboutVisit() || !Cards.isQuiet(review))
                    .map(review -> inform(call, subject, review, reachable))
                    .toList();
            // With nothing to say now as well: what was said earlier may hold no longer.
            if (!answers.isEmpty() || subject.path("extension").isArray()) {
                informed.add(new Informed(subject, answers));
            }
        }
        return informed;
    }

    private CoverageInformation inform(HookCall call, ObjectNode subject, Review review, boolean reachable) {
        CoverageInformation all = information.render(review, subject, reachable);
        return call.hook().primary() ? all : all.withoutDocuments();
    }

    /** Of many cards the most needed stay: those on coverage first, what could be done instead last. */
    private static List<Card> wanted(List<Card> all, Preferences preferences) {
        List<Card> wanted = all.stream()
                .filter(card -> preferences.wants(card.topic().code()))
                .toList();
        List<Card> needed = wanted.stream()
                .sorted(Comparator.comparing(Card::topic))
                .limit(preferences.mostCards())
                .toList();
        return wanted.stream().filter(needed::contains).toList();
    }
}
