package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.precert.testing.Call;
import org.precert.testing.Http;

/**
 * An EHR that asks for a form and fills it.
 *
 * @param agrees whether its people answer yes where they can
 */
record DtrClient(Http http, String base, boolean agrees) {

    private static final int TOO_MANY = 20;

    PayerCall packageOf(PackageRequest request) {
        return send("/Questionnaire/$questionnaire-package", request.parameters());
    }

    /** The twin of a standard form. */
    static String adaptive(JsonNode form) {
        return form.path("url").asText() + "-adaptive";
    }

    /**
     * Asks, answers and asks again, from the draft to the completed response.
     *
     * @param inParameters whether the response is sent in Parameters, or bare
     */
    List<PayerCall> fill(PayerCall adaptivePackage, boolean inParameters) {
        PackageResponse response = new PackageResponse(adaptivePackage.answer());
        PlausibleAnswer answers =
                new PlausibleAnswer(response.resources("ValueSet").toList(), agrees);
        JsonNode next = response.resources("QuestionnaireResponse").findFirst().orElseThrow();
        List<PayerCall> calls = new ArrayList<>();
        do {
            PayerCall call = send("/Questionnaire/$next-question", inParameters ? parameters(next) : next);
            calls.add(call);
            next = call.status() == 200 ? FilledForm.of(call.answer(), answers) : call.answer();
        } while (next.path("status").asText().equals("in-progress") && calls.size() < TOO_MANY);
        return calls;
    }

    private PayerCall send(String path, JsonNode request) {
        Http.Answer answer = http.send("POST", base + path, request.toString());
        return new PayerCall(request, answer.status(), answer.json());
    }

    private static ObjectNode parameters(JsonNode response) {
        ObjectNode parameters = Call.json("{\"resourceType\": \"Parameters\"}").deepCopy();
        parameters
                .putArray("parameter")
                .addObject()
                .put("name", "questionnaire-response")
                .set("resource", response);
        return parameters;
    }
}
