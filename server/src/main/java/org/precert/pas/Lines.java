package org.precert.pas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.cases.DocumentAsk;
import org.precert.cases.FirstDecision;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;
import org.precert.cases.Numbers;
import org.precert.cases.PendReason;
import org.precert.cases.Service;
import org.precert.clocks.Subject;
import org.precert.decision.Paperwork;
import org.precert.pas.call.RequestedItem;
import org.precert.pas.call.SubmittedRequest;
import org.precert.review.Review;

/** Makes lines of a case of the reviewed items, and asks for what is missing. */
final class Lines {

    private static final Set<String> DOCUMENTS =
            Set.of("QuestionnaireResponse", "DocumentReference", "DiagnosticReport", "Media", "Composition");

    private final FirstDecision first;
    private final EarlierWords earlier;
    private final RequestedServices services;
    private final LineDoubts doubts;
    private final Numbers numbers;
    private final String baseUrl;

    Lines(
            FirstDecision first,
            EarlierWords earlier,
            RequestedServices services,
            LineDoubts doubts,
            Numbers numbers,
            String baseUrl) {
        this.first = first;
        this.earlier = earlier;
        this.services = services;
        this.doubts = doubts;
        this.numbers = numbers;
        this.baseUrl = baseUrl;
    }

    /**
     * One a reviewed item.
     *
     * @param number of the case
     * @param documented whether documents came later
     */
    List<Line> of(
            SubmittedRequest request,
            List<RequestedItem> items,
            RequestReview.Outcome outcome,
            String number,
            boolean documented,
            Call call) {
        boolean attached = documented || request.attached().stream().anyMatch(entry -> isDocument(entry.resource()));
        List<Line> lines = new ArrayList<>();
        for (RequestedItem item : items) {
            Optional.ofNullable(outcome.reviews().get(item.sequence()))
                    .ifPresent(review -> lines.add(line(request, item, review, outcome, number, attached, call)));
        }
        return lines;
    }

    static boolean isDocument(ObjectNode resource) {
        String status = resource.path("status").asText();
        return DOCUMENTS.contains(resource.path("resourceType").asText())
                && !status.equals("in-progress")
                && !status.equals("entered-in-error");
    }

    private Line line(
            SubmittedRequest request,
            RequestedItem item,
            Review review,
            RequestReview.Outcome outcome,
            String number,
            boolean documented,
            Call call) {
        Service service = RequestedServices.of(item);
        String order = review.order().reference();
        Subject subject = services.subject(service, order.substring(0, order.indexOf('/')));
        LineDecision decision = first.of(
                review,
                new FirstDecision.Asked(
                        service,
                        documented,
                        call.today(),
                        LineDoubts.covered(request),
                        doubts.of(request, item, review, outcome, subject, number, call)));
        return new Line(
                item.sequence(),
                service,
                subject,
                first.basis(review, earlier.of(request, item, review, call.clientId())),
                decision,
                number + "-" + item.sequence(),
                call.at(),
                Set.of(),
                Fingerprint.of(request, item));
    }

    /** A form for each line that waits for what a form asks. */
    List<DocumentAsk> asks(List<Line> lines, RequestReview.Outcome outcome, Call call) {
        List<DocumentAsk> asks = new ArrayList<>();
        for (Line line : lines) {
            boolean waits =
                    line.decision() instanceof LineDecision.Pended pended && pended.reason() == PendReason.DOCUMENTS;
            Review review = outcome.reviews().get(line.sequence());
            if (waits && review != null) {
                form(review).ifPresent(form -> asks.add(ask(line, form, call)));
            }
        }
        return asks;
    }

    private Optional<String> form(Review review) {
        return review.ruling()
                .policy()
                .flatMap(policy -> review.statement()
                        .flatMap(statement -> statement.paperwork())
                        .map(Paperwork::questionnaire)
                        .or(policy::asksWith)
                        .map(name -> policy.questionnaireUrl(baseUrl, name) + "|" + policy.version()));
    }

    private DocumentAsk ask(Line line, String form, Call call) {
        return new DocumentAsk(
                numbers.next("D"),
                line.sequence(),
                DocumentAsk.QUESTIONNAIRE,
                form,
                line.basis().assertionId(),
                "Please fill in the payer's form",
                call.at(),
                Optional.empty());
    }
}
