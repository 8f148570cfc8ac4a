package org.precert.dtr.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A call of {@code $questionnaire-package}, or of an operation that takes the same.
 *
 * @param coverages of the member
 * @param orders that the form is for
 * @param referenced what these refer to, as DTR 2.0.1 has it; also a chart that was sent along
 * @param subject the patient, as a reference, where nothing else tells it
 * @param questionnaires canonicals of forms, with or without a version
 * @param context the id of what CRD said, or of what PAS asks for
 * @param changedSince only what changed later is wanted
 * @param gapReport whether to tell what is missing as well
 */
public record PackageCall(
        List<ObjectNode> coverages,
        List<ObjectNode> orders,
        List<ObjectNode> referenced,
        Optional<String> subject,
        List<String> questionnaires,
        Optional<String> context,
        Optional<Instant> changedSince,
        boolean gapReport) {

    public PackageCall {
        coverages = List.copyOf(coverages);
        orders = List.copyOf(orders);
        referenced = List.copyOf(referenced);
        questionnaires = List.copyOf(questionnaires);
    }
}
