package org.precert.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.precert.review.OrderReading;

/** The first page of a dispute packet, for people: who asked what, what was answered, and why. */
final class Summary {

    private final Markdown page = new Markdown();
    private final StoredReview stored;
    private final JsonNode told;
    private final JsonNode request;
    private final JsonNode facts;
    private final JsonNode replayed;
    private final int feedback;

    /** @param feedback how many entries there are */
    Summary(StoredReview stored, JsonNode request, JsonNode facts, JsonNode replayed, int feedback) {
        this.stored = stored;
        this.told = stored.explanation();
        this.request = request;
        this.facts = facts;
        this.replayed = replayed;
        this.feedback = feedback;
    }

    String text() {
        page.title("Review " + Markdown.plain(stored.assertionId()));
        asked();
        ordered();
        answered();
        evidence();
        changes();
        afterwards();
        return page.toString();
    }

    private void asked() {
        StoredExchange exchange = stored.exchange();
        page.section("Who asked, and when");
        page.point("Client", exchange.client().isEmpty() ? "nobody registered" : exchange.client());
        page.point("User", request.path("context").path("userId").asText());
        page.point("Asked by", exchange.door() + ", call " + exchange.callerId());
        page.point("Received", exchange.receivedAt().toString());
        exchange.took().ifPresent(took -> page.point("Answered after", took.toMillis() + " ms"));
        page.point("HTTP status", String.valueOf(exchange.status()));
    }

    private void ordered() {
        page.section("What was ordered, under which coverage");
        page.point("Order", stored.order());
        page.point("Which is", orderName());
        page.point("Date of service", stored.question().path("dateOfService").asText());
        page.point("Patient", stored.question().path("patient").asText());
        page.point("Coverage", stored.coverage());
        page.point("Payer", stored.payer());
        page.point("Line of business", stored.question().path("lineOfBusiness").asText("not told"));
    }

    private String orderName() {
        for (JsonNode fact : facts) {
            String reference =
                    fact.path("resourceType").asText() + "/" + fact.path("id").asText();
            if (reference.equals(stored.order())) {
                return OrderReading.line(fact, LocalDate.EPOCH).label();
            }
        }
        return "";
    }

    private void answered() {
        Said said = stored.said();
        page.section("What was answered");
        page.point("Determination", stored.determination());
        page.point("Reason", told.path("reason").asText());
        page.point("Covered", said.covered());
        page.point("Authorization needed", said.paNeeded());
        page.point("Documents needed", said.docNeeded());
        page.point("Form", said.questionnaire());
        JsonNode policy = told.path("policy");
        page.point("Policy", policy.path("id").asText());
        page.point("Version", policy.path("version").asText());
        page.point("Hash of the version", policy.path("contentHash").asText());
        page.point("Hash of the document", policy.path("documentSha256").asText());
        page.point("In force from", policy.path("inForceFrom").asText());
        page.point("Engine", stored.engine());
    }

    private void evidence() {
        page.section("By which statement, on which evidence");
        for (JsonNode statement : told.path("statements")) {
            boolean applied = statement.path("id").equals(told.path("statement"));
            page.point(
                    "Statement " + Markdown.plain(statement.path("id").asText()) + (applied ? " (it decided)" : ""),
                    statement.path("says").asText() + " — "
                            + statement.path("locator").asText() + ". It applies: "
                            + statement.path("value").asText());
            statement.path("facts").forEach(this::fact);
        }
        for (JsonNode criterion : told.path("criteria")) {
            page.point(
                    "Criterion " + Markdown.plain(criterion.path("id").asText()),
                    criterion.path("define").asText() + ". It is met: "
                            + criterion.path("value").asText());
            criterion.path("evidence").forEach(each -> page.below("evidence", place(each)));
        }
    }

    private void fact(JsonNode fact) {
        page.below(fact.path("id").asText(), fact.path("value").asText());
        fact.path("evidence").forEach(each -> page.below(fact.path("id").asText() + ", by", place(each)));
    }

    private static String place(JsonNode evidence) {
        return String.join(
                        " ",
                        evidence.path("resource").asText(),
                        evidence.path("path").asText(),
                        evidence.path("system").asText(),
                        evidence.path("code").asText(),
                        evidence.path("words").asText())
                .strip();
    }

    private void changes() {
        page.section("What would change the answer");
        for (JsonNode change : told.path("whatWouldChangeTheAnswer")) {
            page.point(
                    Markdown.plain(change.path("fact").asText()),
                    "it is " + change.path("is").asText() + "; statement "
                            + change.path("statement").asText() + " would "
                            + change.path("would").asText());
        }
    }

    private void afterwards() {
        page.section("Since then");
        page.point(
                "Asked again, the same policy version says",
                replayed.path("replayed").asText());
        page.point("As it said then", replayed.path("same").asText());
        page.point("Note", replayed.path("note").asText());
        page.point("Feedback on the cards of the answer", feedback == 0 ? "none" : feedback + ", in feedback.json");
    }
}
