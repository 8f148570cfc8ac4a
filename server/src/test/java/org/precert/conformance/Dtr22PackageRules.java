package org.precert.conformance;

import static org.precert.conformance.Dtr22Rule.ONE_OUTCOME;
import static org.precert.conformance.Dtr22Rule.PARAMETERS;
import static org.precert.conformance.Dtr22Rule.PARAMETER_NAMES;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The Parameters that a package comes in. */
final class Dtr22PackageRules {

    private Dtr22PackageRules() {}

    static List<JsonNode> bundles(JsonNode response) {
        return named(response, "packagebundle").stream()
                .map(parameter -> parameter.path("resource"))
                .toList();
    }

    static void check(JsonNode response, Dtr22Findings findings) {
        findings.unless(DtrTree.type(response).equals("Parameters"), PARAMETERS, "it is a " + DtrTree.type(response));
        findings.unless(!response.path("parameter").isEmpty(), PARAMETERS, "there are none");
        for (JsonNode parameter : response.path("parameter")) {
            String name = parameter.path("name").asText();
            String type = DtrTree.type(parameter.path("resource"));
            boolean right = switch (name) {
                case "packagebundle" -> type.equals("Bundle");
                case "outcome" -> type.equals("OperationOutcome");
                default -> false;
            };
            findings.unless(right, PARAMETER_NAMES, name + " is a " + type);
        }
        findings.unless(named(response, "outcome").size() <= 1, ONE_OUTCOME, "there are more");
    }

    private static List<JsonNode> named(JsonNode response, String name) {
        return DtrTree.children(response.path("parameter"))
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .toList();
    }
}
