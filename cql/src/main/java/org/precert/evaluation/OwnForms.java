package org.precert.evaluation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.precert.policy.Policy;

/**
 * Leaves responses to the forms of others out of the facts of a policy: their questions may bear the same names, and mean
 * something else. One that names no form is left in: it says by its context whose answers it has.
 */
final class OwnForms {

    private static final String ADAPTIVE = "-adaptive";

    private OwnForms() {}

    static Facts in(Facts facts, Policy policy) {
        if (facts.ofType("QuestionnaireResponse").isEmpty()) {
            return facts;
        }
        Set<String> own = policy.questionnaires().keySet().stream()
                .map(policy::questionnaireId)
                .flatMap(id -> Stream.of(id, id + ADAPTIVE))
                .collect(Collectors.toSet());
        List<Resource> kept = facts.all().stream()
                .filter(resource -> !(resource instanceof QuestionnaireResponse response) || isTo(response, own))
                .toList();
        return new Facts(kept);
    }

    private static boolean isTo(QuestionnaireResponse response, Set<String> own) {
        String form = response.hasQuestionnaire() ? response.getQuestionnaire() : "";
        if (!form.startsWith("#")) {
            return form.isEmpty() || own.contains(id(form));
        }
        return response.getContained().stream()
                .filter(Questionnaire.class::isInstance)
                .map(Questionnaire.class::cast)
                .flatMap(contained -> Stream.concat(
                        Stream.ofNullable(contained.getUrl()),
                        contained.getDerivedFrom().stream().map(PrimitiveType::getValue)))
                .anyMatch(canonical -> own.contains(id(canonical)));
    }

    private static String id(String canonical) {
        int bar = canonical.indexOf('|');
        String url = bar < 0 ? canonical : canonical.substring(0, bar);
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
