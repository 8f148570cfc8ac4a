package org.precert.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precert.decision.Evidence;
import org.precert.evaluation.FactsReader;
import org.precert.evaluation.Question;
import org.precert.review.Review;
import org.precert.review.ReviewRequest;

/** A question as the ledger keeps it, so that it can be asked again. */
final class StoredQuestion {

    private StoredQuestion() {}

    static ObjectNode of(ObjectMapper json, ReviewRequest request, Review review) {
        ObjectNode question = json.createObjectNode();
        question.put("order", review.order().reference());
        request.ordersTogether().forEach(question.putArray("ordersTogether")::add);
        question.put("coverage", review.coverage().reference());
        review.coverage().lineOfBusiness().ifPresent(line -> question.put("lineOfBusiness", line));
        review.coverage()
                .lineEvidence()
                .forEach(each -> question.withArray("lineEvidence")
                        .addObject()
                        .put("source", each.source())
                        .put("path", each.path())
                        .put("system", each.system())
                        .put("code", each.code())
                        .put("words", each.words()));
        question.put("dateOfService", review.order().dateOfService().toString());
        question.put("patient", request.patient());
        return question;
    }

    static Question read(JsonNode question, JsonNode resources, FactsReader facts) {
        List<String> together = new ArrayList<>();
        question.path("ordersTogether").forEach(each -> together.add(each.asText()));
        List<JsonNode> all = new ArrayList<>();
        resources.forEach(all::add);
        return new Question(
                question.path("order").asText(),
                together,
                question.path("coverage").asText(),
                Optional.ofNullable(question.path("lineOfBusiness").textValue()),
                evidence(question.path("lineEvidence")),
                LocalDate.parse(question.path("dateOfService").asText()),
                question.path("patient").asText(),
                facts.read(all));
    }

    private static List<Evidence> evidence(JsonNode stored) {
        List<Evidence> evidence = new ArrayList<>();
        stored.forEach(each -> evidence.add(new Evidence(
                "line-of-business",
                each.path("source").asText(),
                each.path("path").asText(),
                each.path("system").asText(),
                each.path("code").asText(),
                each.path("words").asText())));
        return evidence;
    }
}
