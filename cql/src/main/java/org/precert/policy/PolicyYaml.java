package org.precert.policy;

import static org.precert.policy.YamlText.map;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.precert.decision.Comparators;
import org.precert.decision.Determination;
import org.precert.decision.Limit;
import org.precert.decision.Paperwork;
import org.precert.decision.Proposal;
import org.precert.decision.Statement;
import org.precert.policy.PolicyText.ComparatorsText;
import org.precert.policy.PolicyText.CorrectionText;
import org.precert.policy.PolicyText.DocumentText;
import org.precert.policy.PolicyText.InForceText;
import org.precert.policy.PolicyText.InterpretationText;
import org.precert.policy.PolicyText.LimitText;
import org.precert.policy.PolicyText.NoticeText;
import org.precert.policy.PolicyText.PaperworkText;
import org.precert.policy.PolicyText.ProposalText;
import org.precert.policy.PolicyText.StatementText;

/** Reads {@code policy.yaml}; its shape is told in {@code cql/README.md}. */
final class PolicyYaml {

    private final YamlText yaml;

    private PolicyYaml(YamlText yaml) {
        this.yaml = yaml;
    }

    static Policy policy(String folder, String file, String text, String contentHash) {
        YamlText yaml = new YamlText(file, text);
        PolicyText policy = yaml.read(PolicyText.class);
        return yaml.valid(() -> new PolicyYaml(yaml).policy(folder, policy, contentHash));
    }

    private Policy policy(String folder, PolicyText policy, String contentHash) {
        return new Policy(
                yaml.required("id", policy.id()),
                folder.substring(0, folder.indexOf('/')),
                folder,
                yaml.required("title", policy.title()),
                yaml.required("subject", policy.subject()),
                yaml.required("version", policy.version()),
                yaml.required("library", policy.library()),
                document(yaml.required("document", policy.document())),
                inForce(yaml.required("in-force", policy.inForce())),
                map(policy.statements(), this::statement),
                map(policy.notices(), this::notice),
                map(policy.interpretations(), this::interpretation),
                Optional.ofNullable(policy.prepopulation()),
                policy.questionnaires() == null ? Map.of() : policy.questionnaires(),
                Optional.ofNullable(policy.asksWith()),
                contentHash);
    }

    private Document document(DocumentText text) {
        return new Document(
                yaml.required("document.name", text.name()),
                Optional.ofNullable(text.url()),
                yaml.required("document.sha256", text.sha256()),
                LocalDate.parse(yaml.required("document.revised", text.revised())),
                Optional.ofNullable(text.nextReview()).map(YearMonth::parse),
                Optional.ofNullable(text.earlierSince()).map(LocalDate::parse));
    }

    private InForce inForce(InForceText text) {
        return new InForce(
                LocalDate.parse(yaml.required("in-force.from", text.from())),
                Optional.ofNullable(text.until()).map(LocalDate::parse));
    }

    private Statement statement(StatementText text) {
        String label = yaml.required("statements.label", text.label());
        return new Statement(
                label,
                Determination.of(yaml.required(label + ".determination", text.determination())),
                yaml.required(label + ".says", text.says()),
                yaml.required(label + ".locator", text.locator()),
                Optional.ofNullable(text.paperwork()).map(each -> paperwork(label + ".paperwork", each)),
                Optional.ofNullable(text.comparators()).map(each -> comparators(label + ".comparators", each)),
                map(text.limits(), each -> limit(label + ".limits", each)));
    }

    private Paperwork paperwork(String at, PaperworkText text) {
        return new Paperwork(
                yaml.required(at + ".kind", text.kind()),
                yaml.required(at + ".purpose", text.purpose()),
                yaml.required(at + ".questionnaire", text.questionnaire()));
    }

    private Comparators comparators(String at, ComparatorsText text) {
        return new Comparators(
                yaml.required(at + ".what", text.what()),
                yaml.required(at + ".locator", text.locator()),
                map(text.proposals(), each -> proposal(at + ".proposals", each)));
    }

    private Proposal proposal(String at, ProposalText text) {
        return new Proposal(
                yaml.required(at + ".kind", text.kind()),
                yaml.required(at + ".system", text.system()),
                yaml.required(at + ".code", text.code()),
                yaml.required(at + ".display", text.display()));
    }

    private Limit limit(String at, LimitText text) {
        return new Limit(
                yaml.required(at + ".code", text.code()),
                yaml.required(at + ".value", text.value()),
                yaml.required(at + ".unit", text.unit()),
                yaml.required(at + ".says", text.says()),
                yaml.required(at + ".locator", text.locator()));
    }

    private Notice notice(NoticeText text) {
        String id = yaml.required("notices.id", text.id());
        return new Notice(
                id,
                yaml.required(id + ".kind", text.kind()),
                yaml.required(id + ".summary", text.summary()),
                yaml.required(id + ".text", text.text()),
                yaml.required(id + ".locator", text.locator()),
                Optional.ofNullable(text.url()),
                text.always(),
                map(text.corrects(), each -> correction(id + ".corrects", each)));
    }

    private Correction correction(String at, CorrectionText text) {
        return new Correction(
                yaml.required(at + ".system", text.system()),
                yaml.required(at + ".from", text.from()),
                yaml.required(at + ".to", text.to()),
                yaml.required(at + ".words", text.words()),
                text.onlyWithoutQuantity());
    }

    private Interpretation interpretation(InterpretationText text) {
        return new Interpretation(
                yaml.required("interpretations.point", text.point()),
                yaml.required("interpretations.decided", text.decided()),
                yaml.required("interpretations.other-reading", text.otherReading()));
    }
}
