package org.precert.dtr.trouble;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.dtr.call.SentParameter;
import org.precert.dtr.call.SentParameters;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * Reads a report in the spellings of both versions of the guide, whose profiles, definitions and examples do not agree on
 * the names. "The Questionnaire and/or an OperationOutcome": one of them is enough.
 */
final class ReportReader {

    private static final Set<String> FORM = Set.of("questionnaire", "Questionnaire");
    private static final Set<String> OUTCOME = Set.of("operationOutcome", "OperationOutcome", "outcome");
    private static final int MOST_FORMS = 10;
    private static final int MOST = 100;

    private final ObjectMapper json;
    private final KnownForms forms;
    private final IssueReader issues;

    ReportReader(ObjectMapper json, KnownForms forms, IssueReader issues) {
        this.json = json;
        this.forms = forms;
        this.issues = issues;
    }

    /**
     * @return every issue with every form of the report, for it does not say which belongs to which; at most a hundred
     * @throws InvalidRequest naming the place
     */
    List<Trouble> read(byte[] body) {
        SentParameters sent = SentParameters.read(json, body);
        List<SentParameter> named = sent.named(FORM);
        List<SentParameter> outcomes = sent.named(OUTCOME);
        if (named.isEmpty() && outcomes.isEmpty()) {
            throw malformed("Parameters.parameter", "There is neither a 'questionnaire' nor an 'operationOutcome'");
        }
        List<FormVersion> reported =
                named.stream().map(this::form).distinct().limit(MOST_FORMS).toList();
        List<Issue> said = issues(outcomes);
        List<FormVersion> about = reported.isEmpty() ? List.of(FormVersion.UNKNOWN) : reported;
        List<Issue> what = said.isEmpty() ? List.of(Issue.UNSAID) : said;
        return what.stream()
                .flatMap(issue -> about.stream().map(form -> new Trouble(form, issue)))
                .limit(MOST)
                .toList();
    }

    private List<Issue> issues(List<SentParameter> outcomes) {
        List<Issue> all = new ArrayList<>();
        for (SentParameter outcome : outcomes) {
            ObjectNode resource = outcome.resource()
                    .orElseThrow(() -> malformed(outcome.path() + ".resource", "There is no OperationOutcome"));
            all.addAll(issues.read(resource, outcome.path() + ".resource", MOST - all.size()));
        }
        return all;
    }

    /** A canonical as it should be, a uri or string of another name, a reference, or the whole Questionnaire. */
    private FormVersion form(SentParameter parameter) {
        return parameter
                .text()
                .or(() -> text(parameter.value().path("reference").asText()))
                .or(() -> parameter.resource().flatMap(ReportReader::canonical))
                .map(forms::find)
                .orElseThrow(() -> malformed(parameter.path() + ".valueCanonical", "There is no canonical of a form"));
    }

    private static Optional<String> canonical(ObjectNode questionnaire) {
        String version = questionnaire.path("version").asText();
        return text(questionnaire.path("url").asText()).map(url -> version.isEmpty() ? url : url + "|" + version);
    }

    private static Optional<String> text(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static InvalidRequest malformed(String path, String message) {
        return new InvalidRequest(Kind.MALFORMED, path, message);
    }
}
