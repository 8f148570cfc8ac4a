package org.precert.crd.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.precert.coverage.CoverageInformation;
import org.precert.coverage.Documents;
import org.precert.crd.answer.Card.Indicator;
import org.precert.crd.answer.HookAnswer.Informed;
import org.precert.crd.answer.Suggestion.Action;
import org.precert.crd.call.HookCall;
import org.precert.forms.FormBook;

/**
 * Asks a client that is registered as being without DTR to complete the forms as tasks: CRD 2.2, resp-59 forbids it for all
 * others.
 */
public final class FormCompletion {

    private final FormBook forms;

    public FormCompletion(FormBook forms) {
        this.forms = forms;
    }

    /** @param held whether the client has a form already, by canonical: dev-20 wants it to be asked before */
    List<Card> cards(HookCall call, List<Informed> informed, Predicate<String> held) {
        Map<String, Card> byForm = new LinkedHashMap<>();
        for (Informed each : informed) {
            for (CoverageInformation information : each.information()) {
                information
                        .documents()
                        .ifPresent(documents -> documents
                                .questionnaire()
                                .ifPresent(form -> byForm.computeIfAbsent(
                                        form,
                                        any -> card(
                                                call,
                                                HookCall.reference(each.resource()),
                                                information,
                                                documents,
                                                form,
                                                held))));
            }
        }
        return List.copyOf(byForm.values());
    }

    private Card card(
            HookCall call,
            String order,
            CoverageInformation information,
            Documents documents,
            String form,
            Predicate<String> held) {
        List<Action> actions = new ArrayList<>();
        Optional<ObjectNode> questionnaire = forms.plain(form);
        questionnaire
                .filter(any -> !held.test(form))
                .ifPresent(resource ->
                        actions.add(new Action.Create("Add the form", resource, Optional.of(search(form)))));
        String payer = information.payer();
        actions.add(new Action.Complete(
                "Add a task to complete the form",
                new FormTask(
                        form,
                        order,
                        call.patient(),
                        payer,
                        documents.purpose(),
                        information.reason().text(),
                        information.date())));
        String title = questionnaire.map(each -> each.path("title").asText()).orElse(form);
        return new Card(
                Topic.COVERAGE_INFO,
                Indicator.INFO,
                payer,
                "A form to complete: " + title,
                "The payer's form for " + order + ". " + information.reason().text(),
                List.of(),
                List.of(new Suggestion("Add the form and a task to complete it", actions)),
                Set.of(order));
    }

    /** How a client finds a form that it has: url and version. */
    public static String search(String canonical) {
        int bar = canonical.indexOf('|');
        return "url=" + canonical.substring(0, bar) + "&version=" + canonical.substring(bar + 1);
    }
}
