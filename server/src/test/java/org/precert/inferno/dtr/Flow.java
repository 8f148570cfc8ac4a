package org.precert.inferno.dtr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** What a payer answers for one member's orders: a standard form, its adaptive twin, and the twin's questions. */
record Flow(PayerCall standard, PayerCall adaptive, List<PayerCall> questions) {

    static Flow of(DtrClient client, String payer, boolean inParameters) {
        PackageRequest request = PackageRequest.of(payer);
        PayerCall standard = client.packageOf(request);
        JsonNode form = new PackageResponse(standard.answer())
                .questionnaires().stream()
                        .findFirst()
                        .orElseThrow(
                                () -> new AssertionError("No form but " + standard.status() + " " + standard.answer()));
        PayerCall adaptive = client.packageOf(request.form(DtrClient.adaptive(form)));
        return new Flow(standard, adaptive, client.fill(adaptive, inParameters));
    }

    List<JsonNode> replies() {
        return NextQuestionChecks.answers(questions);
    }

    static List<String> linkIds(JsonNode parent) {
        return Nodes.children(parent.path("item"))
                .flatMap(item -> Stream.concat(Stream.of(item.path("linkId").asText()), linkIds(item).stream()))
                .toList();
    }
}
