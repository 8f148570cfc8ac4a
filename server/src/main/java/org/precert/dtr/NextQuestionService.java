package org.precert.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.precert.dtr.adaptive.Adaptive;
import org.precert.dtr.adaptive.AnswerCheck;
import org.precert.dtr.adaptive.Continuation;
import org.precert.dtr.adaptive.Continuation.FormVersion;
import org.precert.dtr.adaptive.ContinuationToken;
import org.precert.dtr.adaptive.EnableWhen;
import org.precert.dtr.adaptive.Form;
import org.precert.dtr.adaptive.OfferedForm;
import org.precert.dtr.adaptive.Opened;
import org.precert.dtr.adaptive.Prefills;
import org.precert.dtr.adaptive.Problem;
import org.precert.dtr.adaptive.Relevance;
import org.precert.dtr.adaptive.Step;
import org.precert.dtr.draft.DraftWriter;
import org.precert.dtr.draft.ResponseItems;
import org.precert.forms.FormBook;
import org.precert.forms.QuestionnaireWriter;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * Answers {@code $next-question}: checks the answers, and asks on, or ends with what they come to. Nothing is kept of a
 * response that is not complete: DTR 2.2, sec-10.
 */
final class NextQuestionService {

    private final FormBook forms;
    private final QuestionnaireWriter questionnaires;
    private final AnswerCheck check;
    private final ContinuationToken tokens;
    private final AdaptiveReviews reviews;
    private final AdaptiveForms adaptive = new AdaptiveForms();
    private final ResponseItems items;
    private final ObjectMapper json;

    NextQuestionService(
            FormBook forms,
            QuestionnaireWriter questionnaires,
            AnswerCheck check,
            ContinuationToken tokens,
            AdaptiveReviews reviews,
            ObjectMapper json) {
        this.forms = forms;
        this.questionnaires = questionnaires;
        this.check = check;
        this.tokens = tokens;
        this.reviews = reviews;
        this.items = new ResponseItems(json);
        this.json = json;
    }

    /** @throws InvalidRequest naming the items whose answers do not fit */
    ObjectNode next(ObjectNode response, Asked asked) {
        ResponseHead.check(response);
        ObjectNode contained = contained(response);
        org.precert.forms.Form form = form(contained, asked);
        Optional<Continuation> state = state(response, form, asked);
        AdaptiveForms.Prepared prepared = adaptive.of(form);
        Form standard = prepared.standard();
        Form offered = restored(OfferedForm.of(prepared.checked(), contained));
        refuse(check.check(offered, response, AnswerCheck.Moment.IN_PROGRESS));
        Optional<AdaptiveReviews.Looked> looked =
                state.map(each -> reviews.look(form, standard, response, each, asked));
        Prefills known = looked.map(AdaptiveReviews.Looked::known).orElse(Prefills.NONE);
        Relevance relevance = looked.map(AdaptiveReviews.Looked::relevance).orElse(Relevance.OF_ALL);
        EnableWhen enableWhen = switch (asked.flavour().version()) {
            case STU_2_0 -> EnableWhen.LEFT_OUT;
            case STU_2_2 -> EnableWhen.KEPT;
        };
        Step step = new Adaptive(standard, enableWhen).next(new Adaptive.Call(offered, response, relevance, known));
        if (step instanceof Step.Ask ask) {
            return asking(response, contained, form, ask, known, asked);
        }
        if (step instanceof Step.Wait wait) {
            throw new InvalidRequest(
                    Kind.MALFORMED,
                    "QuestionnaireResponse",
                    "An answer is required: " + String.join(", ", wait.linkIds()));
        }
        response.put("status", "completed");
        return state.isPresent() && looked.isPresent()
                ? reviews.complete(form, standard, response, state.get(), asked)
                : response;
    }

    private static ObjectNode contained(ObjectNode response) {
        String id = response.path("questionnaire").asText();
        for (JsonNode each : response.path("contained")) {
            boolean named = id.equals("#" + each.path("id").asText());
            if (each.path("resourceType").asText().equals("Questionnaire")
                    && named
                    && each instanceof ObjectNode form) {
                return form;
            }
        }
        throw new InvalidRequest(
                Kind.MALFORMED,
                "QuestionnaireResponse.contained",
                "The response must contain its form, and name it with # and its id");
    }

    private org.precert.forms.Form form(ObjectNode contained, Asked asked) {
        String canonical = contained
                .path("derivedFrom")
                .path(0)
                .asText(contained.path("url").asText());
        return forms.find(canonical)
                .filter(form -> asked.mayAsk(form.policy().payer()))
                .flatMap(form -> forms.of(form.policy(), form.name(), true))
                .orElseThrow(() -> new InvalidRequest(
                        Kind.NOT_FOUND,
                        "QuestionnaireResponse.contained.derivedFrom",
                        "The contained form is derived from none of this server"));
    }

    /** A response that was not begun here has no state: then its answers alone can be asked on. */
    private Optional<Continuation> state(ObjectNode response, org.precert.forms.Form form, Asked asked) {
        for (JsonNode extension : response.path("extension")) {
            if (extension.path("url").asText().equals(DraftWriter.CONTINUATION)) {
                Opened opened = tokens.open(
                        extension.path("valueString").asText(),
                        asked.client(),
                        new FormVersion(form.id(), form.version()),
                        asked.now());
                if (opened instanceof Opened.Accepted accepted) {
                    ResponseHead.checkWhose(response, accepted.continuation());
                    return Optional.of(accepted.continuation());
                }
                throw refused(((Opened.Refused) opened).why());
            }
        }
        return Optional.empty();
    }

    private static InvalidRequest refused(Opened.Reason why) {
        String text = switch (why) {
            case EXPIRED -> "The form was begun too long ago: fetch it again";
            case OTHER_VERSION -> "The form has changed since it was begun: fetch it again";
            default -> "The state of the form was not given out by this server, for this form and client";
        };
        return new InvalidRequest(Kind.MALFORMED, "QuestionnaireResponse.extension", text);
    }

    private static Form restored(OfferedForm offered) {
        if (offered instanceof OfferedForm.Strange strange) {
            refuse(strange.problems());
        }
        return ((OfferedForm.Restored) offered).form();
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            String text = problems.stream()
                    .map(problem -> problem.linkId() + ": " + problem.message())
                    .collect(Collectors.joining("; "));
            throw new InvalidRequest(Kind.MALFORMED, "QuestionnaireResponse.item", text);
        }
    }

    /** Appends what is asked next, with the answers that are known here. */
    private ObjectNode asking(
            ObjectNode response,
            ObjectNode contained,
            org.precert.forms.Form form,
            Step.Ask ask,
            Prefills known,
            Asked asked) {
        ArrayNode next = json.createArrayNode();
        ask.items().forEach(next::add);
        ArrayNode written = questionnaires.items(form, asked.flavour(), next);
        ObjectNode page = json.createObjectNode();
        page.set("item", written);
        ArrayNode answers = items.of(page, known);
        written.forEach(contained.withArray("item")::add);
        answers.forEach(response.withArray("item")::add);
        response.put("status", "in-progress");
        return response;
    }
}
