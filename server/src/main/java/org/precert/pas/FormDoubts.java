package org.precert.pas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.precert.pas.call.Entry;
import org.precert.pas.call.RequestedItem;
import org.precert.pas.call.SubmittedRequest;
import org.precert.policy.Policy;
import org.precert.review.WrittenDate;

/** What keeps a form from deciding by itself: its age, its version, or that it was filled in for something else. */
final class FormDoubts {

    private static final Set<String> CONTEXTS = Set.of("/qr-context", "/qr-coverage");
    private static final Set<String> ORDERS =
            Set.of("ServiceRequest", "MedicationRequest", "DeviceRequest", "NutritionOrder", "VisionPrescription");
    private static final Set<String> COVERAGE = Set.of("Coverage");

    private final int days;

    /** @param days how old a form may be on the first day of service */
    FormDoubts(int days) {
        this.days = days;
    }

    List<String> of(
            Policy policy, SubmittedRequest request, RequestedItem item, RequestReview.Outcome outcome, Call call) {
        List<String> doubts = new ArrayList<>();
        if (forms(outcome, policy).anyMatch(form -> isOld(form, policy, item, call))) {
            doubts.add("the form is old, or of another version of the policy");
        }
        if (forms(outcome, policy).anyMatch(form -> isForElse(form, request, outcome))) {
            doubts.add("the form names another order or coverage");
        }
        return doubts;
    }

    private static Stream<ObjectNode> forms(RequestReview.Outcome outcome, Policy policy) {
        String path = "/Questionnaire/" + policy.id();
        return outcome.decided().request().resources().stream()
                .filter(each -> each.path("resourceType").asText().equals("QuestionnaireResponse"))
                .filter(each -> each.path("questionnaire").asText().contains(path));
    }

    private boolean isOld(ObjectNode form, Policy policy, RequestedItem item, Call call) {
        String canonical = form.path("questionnaire").asText();
        boolean other = canonical.contains("|") && !canonical.endsWith("|" + policy.version());
        Optional<LocalDate> authored = WrittenDate.day(form.path("authored").asText());
        return other
                || authored.filter(day ->
                                day.isBefore(item.from().orElse(call.today()).minusDays(days))
                                        || day.isAfter(call.today().plusDays(1)))
                        .isPresent();
    }

    /**
     * Orders of the request were added behind those that the form named by itself ({@link AttachedFacts}). What has a
     * urn:uuid in the request may have any name in the EHR: there nothing can be compared.
     */
    private static boolean isForElse(ObjectNode form, SubmittedRequest request, RequestReview.Outcome outcome) {
        List<Entry> orders = request.items().stream()
                .flatMap(item -> item.requestedService().stream())
                .toList();
        return isElse(named(form, ORDERS), orders, outcome)
                || isElse(named(form, COVERAGE), request.coverages(), outcome);
    }

    private static boolean isElse(Stream<String> named, List<Entry> own, RequestReview.Outcome outcome) {
        if (own.stream().anyMatch(each -> each.fullUrl().startsWith("urn:"))) {
            return false;
        }
        Set<String> known = own.stream().map(outcome.references()::of).collect(Collectors.toSet());
        return named.findFirst().filter(first -> !known.contains(first)).isPresent();
    }

    private static Stream<String> named(ObjectNode form, Set<String> types) {
        return StreamSupport.stream(form.path("extension").spliterator(), false)
                .filter(each -> CONTEXTS.stream().anyMatch(each.path("url").asText()::endsWith))
                .map(each -> each.path("valueReference").path("reference").asText())
                .filter(each -> types.contains(each.substring(0, Math.max(0, each.indexOf('/')))));
    }
}
