package org.precert.dtr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.precert.clients.Caller;
import org.precert.dtr.call.PackageCallReader;
import org.precert.dtr.call.SentParameters;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The operations on forms. Below {@code /fhir} the version of the guide is found out; below {@code /dtr/2.0/fhir} and
 * {@code /dtr/2.2/fhir} it is said.
 */
@RestController
final class QuestionnaireController {

    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");
    private static final String VERSIONED = "/dtr/{version:2\\.0|2\\.2}/fhir";
    private static final String NEXT = "/Questionnaire/$next-question";

    private final PackageService packages;
    private final PopulateService populate;
    private final NextQuestionService next;
    private final Gaps gaps;
    private final Asking asking;
    private final ObjectMapper json;

    QuestionnaireController(
            PackageService packages,
            PopulateService populate,
            NextQuestionService next,
            Gaps gaps,
            Asking asking,
            ObjectMapper json) {
        this.packages = packages;
        this.populate = populate;
        this.next = next;
        this.gaps = gaps;
        this.asking = asking;
        this.json = json;
    }

    /**
     * The form of an order, of a context, or by its name, with all that is needed to show and fill it.
     *
     * @throws InvalidRequest for a call that can not be understood, or that names nothing that is here
     */
    @PostMapping({
        "/fhir/Questionnaire/$questionnaire-package",
        "/fhir/$questionnaire-package",
        VERSIONED + "/Questionnaire/$questionnaire-package",
        VERSIONED + "/$questionnaire-package"
    })
    ResponseEntity<ObjectNode> questionnairePackage(
            @PathVariable(name = "version", required = false) @Nullable String version,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        SentParameters sent = SentParameters.read(json, bytes(body));
        Asked asked = asked(caller, version, sent);
        return ok(packages.answer(PackageCallReader.strict(sent, asked.flavour().version()), asked));
    }

    /** The response alone, filled from the chart that is sent along. */
    @PostMapping({"/fhir/Questionnaire/$populate", VERSIONED + "/Questionnaire/$populate"})
    ResponseEntity<ObjectNode> populate(
            @PathVariable(name = "version", required = false) @Nullable String version,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        SentParameters sent = SentParameters.read(json, bytes(body));
        return ok(populate.answer(PackageCallReader.read(sent), asked(caller, version, sent)));
    }

    /** What is met, what is not, what is missing, and what would change the answer. */
    @PostMapping({"/fhir/Questionnaire/$gap-report", VERSIONED + "/Questionnaire/$gap-report"})
    ResponseEntity<ObjectNode> gapReport(
            @PathVariable(name = "version", required = false) @Nullable String version,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        SentParameters sent = SentParameters.read(json, bytes(body));
        return ok(populate.gaps(PackageCallReader.read(sent), asked(caller, version, sent), gaps));
    }

    /**
     * The next questions of a form that asks page by page. Takes a QuestionnaireResponse, or Parameters with one, for
     * clients do either; gives a QuestionnaireResponse. The address twice over is for clients that append the operation to
     * what the form names.
     */
    @PostMapping({"/fhir" + NEXT, "/fhir" + NEXT + NEXT, VERSIONED + NEXT, VERSIONED + NEXT + NEXT})
    ResponseEntity<ObjectNode> nextQuestion(
            @PathVariable(name = "version", required = false) @Nullable String version,
            @RequestAttribute(Caller.ATTRIBUTE) Caller caller,
            @RequestBody(required = false) byte @Nullable [] body) {
        ObjectNode sent = SentParameters.object(json, bytes(body));
        ObjectNode response =
                sent.path("resourceType").asText().equals("Parameters") ? response(SentParameters.of(sent)) : sent;
        return ok(next.next(response, asking.of(caller, version == null ? "" : version, Optional.empty())));
    }

    private static ObjectNode response(SentParameters sent) {
        return sent.named(Set.of("questionnaire-response", "questionnaire-response-in", "in")).stream()
                .flatMap(parameter -> parameter.resource().stream())
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        Kind.MALFORMED, "Parameters", "The parameter questionnaire-response is missing"));
    }

    private Asked asked(Caller caller, @Nullable String version, SentParameters sent) {
        return asking.of(caller, version == null ? "" : version, Optional.of(sent));
    }

    private static byte[] bytes(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }

    private static ResponseEntity<ObjectNode> ok(ObjectNode answer) {
        return ResponseEntity.ok().contentType(FHIR).body(answer);
    }
}
