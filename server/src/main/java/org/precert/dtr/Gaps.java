package org.precert.dtr;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.precert.decision.Answer;
import org.precert.decision.Decision;
import org.precert.decision.Evidence;
import org.precert.decision.Finding;
import org.precert.decision.Statement;
import org.precert.policy.Policy;
import org.precert.review.Change;
import org.precert.review.Rationale;
import org.precert.review.Review;

/** Tells what a review found, what it lacks, and what would change it: before anything is asked for, or sent. */
final class Gaps {

    private final Rationale rationale;
    private final ObjectMapper json;

    Gaps(Rationale rationale, ObjectMapper json) {
        this.rationale = rationale;
        this.json = json;
    }

    /** For the outcome of a package: in sentences. */
    List<Issue> issues(Review review) {
        List<Issue> issues = new ArrayList<>(List.of(Issue.information(rationale.sentence(review))));
        Stream.concat(missing(review).stream(), review.ruling().findings().criteria().stream())
                .forEach(each -> issues.add(Issue.information(sentence(each))));
        return issues;
    }

    private String sentence(Finding finding) {
        String name = finding.define();
        return switch (finding.answer()) {
            case YES -> "Met: " + name + ".";
            case NO -> "Not met: " + name + ".";
            case UNKNOWN -> "Unknown: " + name + ". " + ask(finding);
        };
    }

    private String ask(Finding finding) {
        return String.join(" ", rationale.asks(List.of(finding)));
    }

    /** The parameters of a gap report that are about one review. */
    ObjectNode report(Review review) {
        ObjectNode report = json.createObjectNode().put("name", "review");
        ArrayNode parts = report.putArray("part");
        reference(parts, "order", review.order().reference());
        reference(parts, "coverage", review.coverage().reference());
        parts.addObject()
                .put("name", "determination")
                .put("valueCode", review.ruling().decision().determination().code());
        string(parts, "reason", rationale.sentence(review));
        review.ruling().policy().ifPresent(policy -> statements(parts, policy, review));
        review.ruling().findings().criteria().forEach(criterion -> finding(parts, "criterion", criterion));
        missing(review).forEach(fact -> missing(parts, fact));
        review.ruling().findings().criteria().stream()
                .filter(criterion -> criterion.answer() == Answer.UNKNOWN)
                .forEach(criterion -> missing(parts, criterion));
        Change.of(review).forEach(change -> change(parts, change));
        return report;
    }

    private static List<Finding> missing(Review review) {
        return review.ruling().decision() instanceof Decision.InformationNeeded needed ? needed.missing() : List.of();
    }

    private static void statements(ArrayNode parts, Policy policy, Review review) {
        string(parts, "policy", policy.name());
        for (Finding finding : review.ruling().findings().statements()) {
            ObjectNode part = finding(parts, "statement", finding);
            policy.statements().stream()
                    .filter(statement -> statement.label().equals(finding.id()))
                    .findFirst()
                    .ifPresent(statement -> says((ArrayNode) part.path("part"), statement));
            finding.restsOn().forEach(fact -> finding((ArrayNode) part.path("part"), "fact", fact));
        }
    }

    private static void says(ArrayNode parts, Statement statement) {
        string(parts, "says", statement.says());
        string(parts, "locator", statement.locator());
    }

    private static ObjectNode finding(ArrayNode parts, String name, Finding finding) {
        ObjectNode part = parts.addObject().put("name", name);
        ArrayNode inner = part.putArray("part");
        string(inner, "id", finding.id());
        string(inner, "define", finding.define());
        inner.addObject().put("name", "is").put("valueCode", is(finding.answer()));
        if (finding.restsOn().isEmpty()) {
            finding.evidence().forEach(each -> evidence(inner, each));
        }
        return part;
    }

    private static String is(Answer answer) {
        return switch (answer) {
            case YES -> "met";
            case NO -> "not-met";
            case UNKNOWN -> "unknown";
        };
    }

    private static void evidence(ArrayNode parts, Evidence evidence) {
        ArrayNode inner = parts.addObject().put("name", "evidence").putArray("part");
        reference(inner, "source", evidence.source());
        string(inner, "path", evidence.path());
        if (!evidence.code().isEmpty()) {
            inner.addObject()
                    .put("name", "code")
                    .putObject("valueCoding")
                    .put("system", evidence.system())
                    .put("code", evidence.code());
        }
        if (!evidence.words().isEmpty()) {
            string(inner, "words", evidence.words());
        }
    }

    private void missing(ArrayNode parts, Finding finding) {
        ArrayNode inner = parts.addObject().put("name", "missing").putArray("part");
        string(inner, "id", finding.id());
        string(inner, "ask", ask(finding));
    }

    private static void change(ArrayNode parts, Change change) {
        ArrayNode inner = parts.addObject().put("name", "change").putArray("part");
        string(inner, "statement", change.statement());
        string(inner, "fact", change.fact().id());
        string(inner, "define", change.fact().define());
        inner.addObject().put("name", "is").put("valueCode", is(change.fact().answer()));
        string(inner, "effect", change.holds() ? "would no longer apply, were it otherwise" : "would need it to hold");
    }

    private static void string(ArrayNode parts, String name, String value) {
        if (!value.isBlank()) {
            parts.addObject().put("name", name).put("valueString", value);
        }
    }

    private static void reference(ArrayNode parts, String name, String reference) {
        parts.addObject().put("name", name).putObject("valueReference").put("reference", reference);
    }
}
