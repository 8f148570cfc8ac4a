package org.precert.dtr.trouble;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/**
 * Reads the issues of an OperationOutcome into codes of FHIR and places of ours. Clients must not send what could be of a
 * patient (oper-2); what they send all the same goes no further than this class.
 */
final class IssueReader {

    private static final String UNKNOWN = "unknown";
    private static final String DETAILS = "http://terminology.hl7.org/CodeSystem/operation-outcome";
    private static final Set<String> SEVERITIES = codes(IssueSeverity.values(), IssueSeverity::toCode);
    private static final Set<String> TYPES = codes(IssueType.values(), IssueType::toCode);
    private static final Set<String> MESSAGES = codes(
            org.hl7.fhir.r4.model.codesystems.OperationOutcome.values(),
            org.hl7.fhir.r4.model.codesystems.OperationOutcome::toCode);

    /** A stack trace names its place at its beginning. */
    private static final int LONGEST_TEXT = 8000;

    private static final int MOST_TEXTS = 20;

    private final PlaceFinder places;

    IssueReader(PlaceFinder places) {
        this.places = places;
    }

    /**
     * @param most how many issues are read; what follows from the first ones adds nothing
     * @throws InvalidRequest for what is no OperationOutcome
     */
    List<Issue> read(ObjectNode outcome, String path, int most) {
        if (!outcome.path("resourceType").asText().equals("OperationOutcome")) {
            throw malformed(path, "This is not an OperationOutcome");
        }
        JsonNode issues = outcome.path("issue");
        if (!issues.isArray() || issues.isEmpty()) {
            throw malformed(path + ".issue", "An OperationOutcome has a list of issues");
        }
        for (int i = 0; i < issues.size(); i++) {
            if (!issues.path(i).isObject()) {
                throw malformed(path + ".issue[" + i + "]", "This is not an object");
            }
        }
        return stream(issues).limit(most).map(this::issue).toList();
    }

    private Issue issue(JsonNode issue) {
        return new Issue(
                known(issue.path("severity"), SEVERITIES),
                known(issue.path("code"), TYPES),
                detail(issue.path("details").path("coding")),
                places.find(text(issue)));
    }

    private static String known(JsonNode code, Set<String> known) {
        return known.contains(code.asText()) ? code.asText() : UNKNOWN;
    }

    private static String detail(JsonNode codings) {
        return stream(codings)
                .filter(coding -> coding.path("system").asText().equals(DETAILS))
                .map(coding -> coding.path("code").asText())
                .filter(MESSAGES::contains)
                .findFirst()
                .orElse("");
    }

    private static String text(JsonNode issue) {
        Stream<JsonNode> texts = Stream.of(
                        Stream.of(
                                issue.path("diagnostics"), issue.path("details").path("text")),
                        stream(issue.path("expression")),
                        stream(issue.path("location")))
                .flatMap(Function.identity());
        return texts.filter(JsonNode::isTextual)
                .limit(MOST_TEXTS)
                .map(JsonNode::textValue)
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_TEXT)))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
    }

    private static <T> Set<String> codes(T[] values, Function<T, String> code) {
        return Arrays.stream(values).map(code).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    private static InvalidRequest malformed(String path, String message) {
        return new InvalidRequest(Kind.MALFORMED, path, message);
    }
}
