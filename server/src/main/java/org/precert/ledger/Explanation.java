package org.precert.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.precert.decision.Answer;
import org.precert.decision.Decision;
import org.precert.decision.Evidence;
import org.precert.decision.Finding;
import org.precert.decision.Findings;
import org.precert.decision.Statement;
import org.precert.decision.Trace;
import org.precert.policy.Policy;
import org.precert.review.Change;
import org.precert.review.Rationale;
import org.precert.review.Review;

/** Spells a review out for people: statement, define, value, evidence, and what would change the answer. */
final class Explanation {

    private final ObjectMapper json;
    private final Rationale rationale;

    Explanation(ObjectMapper json, Rationale rationale) {
        this.json = json;
        this.rationale = rationale;
    }

    ObjectNode of(Review review) {
        Decision decision = review.ruling().decision();
        Findings findings = review.ruling().findings();
        ObjectNode all = json.createObjectNode();
        all.put("determination", decision.determination().code());
        all.put("reason", rationale.sentence(review));
        if (decision instanceof Decision.Stated stated) {
            all.put("statement", stated.statement().label());
        }
        review.ruling().policy().ifPresent(policy -> {
            policy(all.putObject("policy"), policy);
            statements(all.putArray("statements"), policy.statements(), findings);
        });
        findings(all.putArray("criteria"), findings.criteria());
        if (!findings.criteria().isEmpty()) {
            all.put("criteriaMet", word(findings.criteriaMet()));
        }
        evidence(all.putArray("candidates"), findings.candidates());
        evidence(all.putArray("hints"), findings.hints());
        findings.notices().forEach(all.putArray("notices")::add);
        changes(all.putArray("whatWouldChangeTheAnswer"), review);
        trace(all.putArray("trace"), review.ruling().trace());
        return all;
    }

    private static void policy(ObjectNode node, Policy policy) {
        node.put("id", policy.id());
        node.put("version", policy.version());
        node.put("contentHash", policy.contentHash());
        node.put("document", policy.document().name());
        node.put("documentSha256", policy.document().sha256());
        node.put("inForceFrom", policy.inForce().from().toString());
    }

    private static void statements(ArrayNode node, List<Statement> statements, Findings findings) {
        for (Statement statement : statements) {
            findings.statements().stream()
                    .filter(finding -> finding.id().equals(statement.label()))
                    .forEach(finding -> finding(node.addObject(), finding)
                            .put("says", statement.says())
                            .put("locator", statement.locator())
                            .put("leadsTo", statement.determination().code()));
        }
    }

    private static void findings(ArrayNode node, List<Finding> findings) {
        findings.forEach(finding -> finding(node.addObject(), finding));
    }

    private static ObjectNode finding(ObjectNode node, Finding finding) {
        node.put("id", finding.id());
        node.put("define", finding.define());
        node.put("value", word(finding.answer()));
        if (finding.restsOn().isEmpty()) {
            evidence(node.putArray("evidence"), finding.evidence());
        } else {
            findings(node.putArray("facts"), finding.restsOn());
        }
        return node;
    }

    private static void evidence(ArrayNode node, List<Evidence> evidence) {
        for (Evidence each : evidence) {
            ObjectNode one = node.addObject();
            one.put("about", each.about());
            one.put("resource", each.source());
            one.put("path", each.path());
            if (!each.code().isEmpty()) {
                one.put("system", each.system());
                one.put("code", each.code());
            }
            if (!each.words().isEmpty()) {
                one.put("words", each.words());
            }
        }
    }

    private static void changes(ArrayNode node, Review review) {
        for (Change change : Change.of(review)) {
            node.addObject()
                    .put("statement", change.statement())
                    .put("fact", change.fact().id())
                    .put("define", change.fact().define())
                    .put("is", word(change.fact().answer()))
                    .put("would", change.holds() ? "no longer apply, were it otherwise" : "need it to hold");
        }
    }

    private static void trace(ArrayNode node, List<Trace> traces) {
        for (Trace each : traces) {
            ObjectNode one = node.addObject().put("define", each.define()).put("value", each.value());
            if (!each.below().isEmpty()) {
                trace(one.putArray("below"), each.below());
            }
        }
    }

    private static String word(Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT);
    }
}
