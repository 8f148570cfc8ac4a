package org.precert.conformance;

import static org.precert.conformance.Dtr22Rule.ALTERNATIVE_EXPRESSION;
import static org.precert.conformance.Dtr22Rule.BOUND;
import static org.precert.conformance.Dtr22Rule.LANGUAGE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The expressions of a form: in CQL that some library defines, with ELM beside it; or in FHIRPath. */
record Dtr22ExpressionRules(Dtr22Artifacts artifacts) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern QUALIFIED = Pattern.compile("\"?(\\w+)\"?\\.\"?([^\"]+)\"?");

    void check(JsonNode form, Dtr22Findings findings) {
        int libraries = DtrTree.extensions(form, DtrCanonicals.CQF_LIBRARY).size();
        Stream<JsonNode> rootAndItems = Stream.concat(Stream.of(form), DtrTree.items(form));
        rootAndItems
                .flatMap(element -> DtrTree.all(element.path("extension")))
                .filter(extension -> extension.has("valueExpression")
                        && !extension.path("url").asText().equals(DtrCanonicals.ALTERNATIVE))
                .forEach(extension -> check(extension.path("valueExpression"), libraries, findings));
    }

    private void check(JsonNode expression, int libraries, Dtr22Findings findings) {
        String text = expression.path("expression").asText();
        switch (expression.path("language").asText()) {
            case "text/cql", "text/cql-identifier", "text/cql.identifier" -> {
                findings.unless(hasElm(expression), ALTERNATIVE_EXPRESSION, text);
                findings.unless(isDefined(text, libraries), BOUND, text);
            }
            case "text/fhirpath" -> {}
            default -> findings.unless(false, LANGUAGE, expression.path("language") + " of " + text);
        }
    }

    private static boolean hasElm(JsonNode expression) {
        List<JsonNode> alternatives = DtrTree.extensions(expression, DtrCanonicals.ALTERNATIVE);
        return alternatives.size() == 1
                && alternatives.get(0).at("/valueExpression/language").asText().equals("application/elm+json")
                && isObject(
                        alternatives.get(0).at("/valueExpression/expression").asText());
    }

    private static boolean isObject(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** A name alone can be found only where there is but one library to look in. */
    private boolean isDefined(String expression, int libraries) {
        Matcher name = QUALIFIED.matcher(expression);
        return name.matches()
                ? artifacts.libraries().stream()
                        .filter(library -> library.path("name").asText().equals(name.group(1)))
                        .anyMatch(library -> Dtr22LibraryRules.defines(library).contains(name.group(2)))
                : libraries <= 1;
    }
}
