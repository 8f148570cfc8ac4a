package org.precert.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.precert.decision.Statement;

/**
 * One version of one payer's policy.
 *
 * @param id stays the same over the versions of a policy
 * @param folder where its files are, as payer/policy
 * @param version of our encoding, as its CQL library carries it
 * @param library the name of the CQL library
 * @param statements in order of precedence: the first that applies decides
 * @param prepopulation the name of the CQL library that fills the forms from a chart
 * @param questionnaires the forms, by the name that the policy gives them
 * @param asksWith the name of the form that asks for missing facts
 * @param contentHash SHA-256 of everything that can change an answer: this folder, the shared libraries, the value sets
 */
public record Policy(
        String id,
        String payer,
        String folder,
        String title,
        String subject,
        String version,
        String library,
        Document document,
        InForce inForce,
        List<Statement> statements,
        List<Notice> notices,
        List<Interpretation> interpretations,
        Optional<String> prepopulation,
        Map<String, String> questionnaires,
        Optional<String> asksWith,
        String contentHash) {

    public Policy {
        statements = List.copyOf(statements);
        notices = List.copyOf(notices);
        interpretations = List.copyOf(interpretations);
        questionnaires = Map.copyOf(questionnaires);
    }

    /** What people and logs call this version. */
    public String name() {
        return id + "|" + version;
    }

    /** The id of a form's Questionnaire: the policy's own for the form that asks for missing facts. */
    public String questionnaireId(String name) {
        return asksWith.filter(name::equals).isPresent() ? id : id + "-" + name;
    }

    /**
     * The canonical of a form, without its version.
     *
     * @param baseUrl where clients reach the server
     */
    public String questionnaireUrl(String baseUrl, String name) {
        return baseUrl + "/fhir/Questionnaire/" + questionnaireId(name);
    }

    public boolean reviewOverdue(LocalDate day) {
        return document.reviewOverdue(day);
    }
}
