package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.precert.cases.FirstDecision.Doubts;
import org.precert.clocks.Subject;
import org.precert.decision.Evidence;
import org.precert.decision.Finding;
import org.precert.decision.Limit;
import org.precert.decision.Statement;
import org.precert.pas.call.Entry;
import org.precert.pas.call.Purpose;
import org.precert.pas.call.RequestedItem;
import org.precert.pas.call.SubmittedRequest;
import org.precert.review.Review;
import org.precert.review.WrittenDate;

/**
 * What a policy does not see of a request, and a person has to look at before the machine grants it: an order that is not
 * in force, codes that the policy does not know, more than it allows, forms that are old.
 */
final class LineDoubts {

    private static final Set<String> NOT_IN_FORCE =
            Set.of("entered-in-error", "revoked", "cancelled", "stopped", "completed", "ended", "on-hold", "unknown");
    private static final Set<String> NO_ORDER = Set.of("proposal", "option");
    private static final Set<Purpose> GRANTING_NOTHING =
            EnumSet.of(Purpose.NOTIFICATION, Purpose.VERIFICATION, Purpose.APPEAL_STANDARD, Purpose.APPEAL_EXPEDITED);
    private static final Set<String> BILLING = Set.of(
            "http://www.ama-assn.org/go/cpt",
            "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
            "http://terminology.hl7.org/CodeSystem/HCPCS-all-codes",
            "http://hl7.org/fhir/sid/ndc");
    private static final String SERVICE_TYPES = "https://codesystem.x12.org/005010/1365";
    /** X12 673: units, visits. Days and months count no services. */
    private static final Set<String> COUNTED = Set.of("", "UN", "VS", "unit", "units", "visit", "visits");

    private final Repeats repeats;
    private final Set<String> unspecific;
    private final FormDoubts forms;

    /**
     * @param unspecific codes, as system|code, that name no service or drug of their own
     * @param formDays how old a form may be
     */
    LineDoubts(Repeats repeats, Set<String> unspecific, int formDays) {
        this.repeats = repeats;
        this.unspecific = Set.copyOf(unspecific);
        this.forms = new FormDoubts(formDays);
    }

    /** @param number of the case */
    Doubts of(
            SubmittedRequest request,
            RequestedItem item,
            Review review,
            RequestReview.Outcome outcome,
            Subject subject,
            String number,
            Call call) {
        List<String> always = new ArrayList<>();
        if (GRANTING_NOTHING.contains(request.purpose())) {
            always.add("a request of this certification type grants nothing by itself");
        }
        if (request.patient().map(LineDoubts::isDead).orElse(false)) {
            always.add("the patient is said to be dead");
        }
        item.requestedService().ifPresent(order -> ofOrder(order.resource(), always));
        if (item.requestedService().isPresent()
                && !RequestedOrders.isOf(
                        outcome.references().localized(item.requestedService().get()), outcome.patient())) {
            always.add("the order that it refers to is not this patient's");
        }
        if (outcome.withdrawn().unclear()) {
            always.add("it takes back information without saying which");
        }
        if (outcome.apart().contains(item.sequence())) {
            always.add("its codes and those of its order are not of the same service");
        }
        quantity(item).filter(each -> each.signum() <= 0).ifPresent(each -> always.add("nothing is asked for"));
        return new Doubts(
                always, statement -> granting(request, item, review, outcome, statement, subject, number, call));
    }

    private static boolean isDead(Entry patient) {
        return patient.resource().path("deceasedBoolean").asBoolean()
                || patient.resource().has("deceasedDateTime");
    }

    private static void ofOrder(ObjectNode order, List<String> doubts) {
        if (NOT_IN_FORCE.contains(order.path("status").asText())
                || order.path("doNotPerform").asBoolean()
                || NO_ORDER.contains(order.path("intent").asText())) {
            doubts.add("the order that it refers to is not in force");
        }
    }

    private List<String> granting(
            SubmittedRequest request,
            RequestedItem item,
            Review review,
            RequestReview.Outcome outcome,
            Statement statement,
            Subject subject,
            String number,
            Call call) {
        List<String> doubts = new ArrayList<>();
        if (!codesAreKnown(item, review, outcome)) {
            doubts.add("its codes are not all such as the policy knows for it");
        }
        if (!diagnosesFit(item, review)) {
            doubts.add("its diagnoses are not those that the policy was asked for");
        }
        statement.limits().stream()
                .filter(limit -> limit.code().equals("allowed-quantity"))
                .filter(limit -> !isWithin(limit, request, item, outcome))
                .findFirst()
                .ifPresent(limit -> doubts.add("it may be more than the policy allows: " + limit.says()));
        review.ruling().policy().ifPresent(policy -> doubts.addAll(forms.of(policy, request, item, outcome, call)));
        repeats.of(request, review, RequestedServices.of(item), subject, number)
                .ifPresent(other -> doubts.add("the same was asked for in request " + other));
        return doubts;
    }

    /** Every code of the item and every billing code of its order, for one that nobody knows may be of anything. */
    private boolean codesAreKnown(RequestedItem item, Review review, RequestReview.Outcome outcome) {
        Set<String> known = known(review);
        boolean range = item.item().path("extension").toString().contains("extension-productOrServiceCodeEnd");
        JsonNode order = Optional.ofNullable(outcome.orders().get(item.sequence()))
                .<JsonNode>map(RequestedOrders.Requested::order)
                .orElse(item.item());
        List<JsonNode> asked = codings(item.item().path("productOrService"))
                .filter(coding -> !coding.path("system").asText().equals(SERVICE_TYPES))
                .toList();
        boolean ofItem = !asked.isEmpty()
                && asked.stream()
                        .allMatch(coding -> known.contains(token(coding)) || unspecific.contains(token(coding)));
        boolean ofOrder = Stream.of("code", "medicationCodeableConcept")
                .flatMap(name -> codings(order.path(name)))
                .filter(coding -> BILLING.contains(coding.path("system").asText()))
                .allMatch(coding -> known.contains(token(coding)) || unspecific.contains(token(coding)));
        return !range && ofItem && ofOrder;
    }

    /** Codes by which orders say what is done or given. */
    private static Set<String> known(Review review) {
        return evidence(review)
                .filter(each ->
                        each.source().contains("Request/") || each.source().startsWith("Medication/"))
                .filter(each -> each.path().startsWith("code") || each.path().startsWith("medication"))
                .map(LineDoubts::token)
                .collect(Collectors.toSet());
    }

    private static Stream<Evidence> evidence(Review review) {
        return Stream.concat(
                        review.ruling().findings().statements().stream()
                                .flatMap(statement -> statement.restsOn().stream()),
                        review.ruling().findings().criteria().stream())
                .map(Finding::evidence)
                .flatMap(List::stream);
    }

    /** What the item is for has to be among that for which it is granted. */
    private static boolean diagnosesFit(RequestedItem item, Review review) {
        Set<String> seen = evidence(review).map(LineDoubts::token).collect(Collectors.toSet());
        return item.diagnoses().isEmpty()
                || item.diagnoses().stream()
                        .flatMap(LineDoubts::codings)
                        .map(LineDoubts::token)
                        .anyMatch(seen::contains);
    }

    private static String token(Evidence evidence) {
        return evidence.system() + "|" + evidence.code();
    }

    private static String token(JsonNode coding) {
        return coding.path("system").asText() + "|" + coding.path("code").asText();
    }

    private static Stream<JsonNode> codings(JsonNode concept) {
        return StreamSupport.stream(concept.path("coding").spliterator(), false);
    }

    /** With all other items of its kind: of services, or of drugs, for codes and words can be spelt in many ways. */
    private static boolean isWithin(
            Limit limit, SubmittedRequest request, RequestedItem item, RequestReview.Outcome outcome) {
        BigDecimal sum = BigDecimal.ZERO;
        for (RequestedItem each : request.items()) {
            if (!each.cancelled() && kind(each, outcome).equals(kind(item, outcome))) {
                Optional<BigDecimal> quantity = quantity(each);
                if (quantity.isEmpty() || !COUNTED.contains(unit(each))) {
                    return false;
                }
                sum = sum.add(quantity.get());
            }
        }
        return sum.compareTo(limit.value()) <= 0;
    }

    private static String kind(RequestedItem item, RequestReview.Outcome outcome) {
        return Optional.ofNullable(outcome.orders().get(item.sequence()))
                .map(requested -> requested.order().path("resourceType").asText())
                .orElse("");
    }

    private static Optional<BigDecimal> quantity(RequestedItem item) {
        JsonNode value = item.item().path("quantity").path("value");
        return value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
    }

    private static String unit(RequestedItem item) {
        JsonNode quantity = item.item().path("quantity");
        return quantity.path("code").asText(quantity.path("unit").asText());
    }

    /** The last day that the coverage in focus tells. */
    static Optional<LocalDate> covered(SubmittedRequest request) {
        return request.coverages().stream()
                .findFirst()
                .flatMap(each -> WrittenDate.last(
                        each.resource().path("period").path("end").asText()));
    }
}
