package org.precert.dtr.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.precert.coverage.GuideVersion;
import org.precert.decision.Evidence;
import org.precert.dtr.adaptive.Prefills;
import org.precert.evaluation.Grounds;
import org.precert.evaluation.Known;
import org.precert.evaluation.Prefill;
import org.precert.evaluation.Value;
import org.precert.forms.Form;
import org.precert.review.MemberCoverage;

/** The answers that this server can give to a form: what the chart says, and what the payer knows of the member's plan. */
public final class KnownAnswers implements Prefills {

    /** Evidence beyond this is more of the same. */
    private static final int MOST_GROUNDS = 5;

    private static final String LINE_OF_BUSINESS = "line-of-business";
    private static final String LINES = "https://precert.dev/fhir/CodeSystem/line-of-business";

    private final AnswerValue values;
    private final GuideVersion version;
    private final Map<String, List<ObjectNode>> answers = new HashMap<>();

    private KnownAnswers(ObjectMapper json, GuideVersion version) {
        this.values = new AnswerValue(json);
        this.version = version;
    }

    /** @param coverage that the form is for, if its payer is known here */
    public static KnownAnswers of(
            ObjectMapper json, GuideVersion version, Form form, Prefill prefill, Optional<MemberCoverage> coverage) {
        KnownAnswers known = new KnownAnswers(json, version);
        Form.each(form.authored(), item -> {
            String linkId = item.path("linkId").asText();
            Optional.ofNullable(form.defines().get(linkId))
                    .map(define -> prefill.byDefine().get(define))
                    .ifPresent(each -> known.add(item, each, prefill.library()));
            if (linkId.equals(LINE_OF_BUSINESS)) {
                coverage.ifPresent(each -> known.addLine(item, each));
            }
        });
        return known;
    }

    private void add(JsonNode question, Known known, String library) {
        List<ObjectNode> given = new ArrayList<>();
        for (Value value : known.values()) {
            values.of(question, value).ifPresent(answer -> {
                Origin.write(answer, version);
                known.grounds().stream()
                        .filter(grounds -> speaksOf(grounds, value, known))
                        .limit(MOST_GROUNDS)
                        .forEach(grounds -> Origin.evidence(answer, grounds, library + "#" + known.define()));
                given.add(answer);
            });
        }
        keep(question, given);
    }

    /** Of several answers each has its own evidence, where the codes tell. */
    private static boolean speaksOf(Grounds grounds, Value value, Known known) {
        boolean toldApart = known.values().size() > 1
                && known.grounds().stream()
                        .allMatch(each -> known.values().stream().anyMatch(other -> isOf(each, other)));
        return !toldApart || isOf(grounds, value);
    }

    private static boolean isOf(Grounds grounds, Value value) {
        boolean named = !grounds.answerCode().isEmpty();
        return value instanceof Value.Coded coded
                && coded.code().equals(named ? grounds.answerCode() : grounds.code())
                && coded.system().equals(named ? grounds.answerSystem() : grounds.system());
    }

    private void addLine(JsonNode question, MemberCoverage coverage) {
        coverage.lineOfBusiness()
                .flatMap(line -> values.of(question, new Value.Coded(LINES, line, "")))
                .ifPresent(answer -> {
                    Origin.write(answer, version);
                    for (Evidence each : coverage.lineEvidence()) {
                        Origin.evidence(
                                answer,
                                new Grounds(
                                        each.source(),
                                        each.path(),
                                        Optional.empty(),
                                        each.system(),
                                        each.code(),
                                        each.words(),
                                        "",
                                        ""),
                                "");
                    }
                    keep(question, List.of(answer));
                });
    }

    private void keep(JsonNode question, List<ObjectNode> given) {
        boolean fits = given.size() <= 1 || question.path("repeats").asBoolean();
        if (!given.isEmpty() && fits) {
            answers.put(question.path("linkId").asText(), List.copyOf(given));
        }
    }

    /** By linkId. */
    @Override
    public List<ObjectNode> answers(String question) {
        return answers.getOrDefault(question, List.of()).stream()
                .map(ObjectNode::deepCopy)
                .toList();
    }
}
