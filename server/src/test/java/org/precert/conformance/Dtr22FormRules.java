package org.precert.conformance;

import static org.precert.conformance.Dtr22Rule.ADAPTIVE_URL;
import static org.precert.conformance.Dtr22Rule.ASKS_NOTHING_YET;
import static org.precert.conformance.Dtr22Rule.ASKS_SOMETHING;
import static org.precert.conformance.Dtr22Rule.AUDIENCE;
import static org.precert.conformance.Dtr22Rule.CLINICAL_TIME;
import static org.precert.conformance.Dtr22Rule.COMPLETION_TIME;
import static org.precert.conformance.Dtr22Rule.FORM_IDENTITY;
import static org.precert.conformance.Dtr22Rule.FOR_PATIENTS;
import static org.precert.conformance.Dtr22Rule.PROHIBITED;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** The root of a form. */
final class Dtr22FormRules {

    private static final String AUDIENCE_URL = DtrCanonicals.DTR + "questionnaireAudience";
    private static final String TIME_URL = DtrCanonicals.DTR + "estimated-completion-time";
    private static final Set<String> AUDIENCES = Set.of("clinical", "admin", "patient");
    private static final Set<String> TIMES = Set.of("under-1min", "under-3min", "under-5min", "over-5min");
    private static final List<String> PROHIBITED_URLS = List.of(
            DtrCanonicals.SDC + "sdc-questionnaire-assemble-expectation",
            DtrCanonicals.SDC + "sdc-questionnaire-endpoint");

    private Dtr22FormRules() {}

    /** That of a package, adaptive or not. */
    static void check(JsonNode form, Dtr22Findings findings) {
        checkRoot(form, findings);
        findings.unless(form.has("version"), FORM_IDENTITY, "version");
        if (DtrTree.isAdaptive(form)) {
            findings.unless(
                    !form.has("item"),
                    ASKS_NOTHING_YET,
                    "items: " + form.path("item").size());
        } else {
            findings.unless(!form.path("item").isEmpty(), ASKS_SOMETHING, "no items");
            // The profile lets these two be absent; the guide's rules of who fills what, and when, lean on them.
            findings.unless(DtrTree.has(form, AUDIENCE_URL), AUDIENCE, "none");
            findings.unless(DtrTree.has(form, TIME_URL), COMPLETION_TIME, "none");
        }
    }

    static void checkRoot(JsonNode form, Dtr22Findings findings) {
        for (String element : List.of("url", "status")) {
            findings.unless(form.has(element), FORM_IDENTITY, element);
        }
        JsonNode subject = form.path("subjectType");
        findings.unless(
                subject.size() == 1 && subject.path(0).asText().equals("Patient"), FOR_PATIENTS, subject.toString());
        PROHIBITED_URLS.forEach(url -> findings.unless(!DtrTree.has(form, url), PROHIBITED, url));
        for (JsonNode style : DtrTree.extensions(form, DtrCanonicals.CORE + "rendering-styleSensitive")) {
            findings.unless(!style.path("valueBoolean").asBoolean(), PROHIBITED, "styleSensitive");
        }
        for (JsonNode adaptive : DtrTree.extensions(form, DtrCanonicals.ADAPTIVE)) {
            findings.unless(adaptive.path("valueUrl").asText().startsWith("http"), ADAPTIVE_URL, adaptive.toString());
        }
        checkAudience(form, findings);
    }

    private static void checkAudience(JsonNode form, Dtr22Findings findings) {
        List<String> audiences = DtrTree.extensions(form, AUDIENCE_URL).stream()
                .map(each -> each.path("valueCode").asText())
                .toList();
        findings.unless(AUDIENCES.containsAll(audiences), AUDIENCE, audiences.toString());
        List<JsonNode> times = DtrTree.extensions(form, TIME_URL);
        findings.unless(times.size() <= 1, COMPLETION_TIME, "there are " + times.size());
        boolean byClinicians = audiences.contains("clinical") || audiences.contains("patient");
        for (JsonNode time : times) {
            List<JsonNode> clinical = DtrTree.extensions(time, "clinicalTime");
            List<JsonNode> total = DtrTree.extensions(time, "totalTime");
            boolean known = DtrTree.children(time.path("extension"))
                    .allMatch(each -> TIMES.contains(each.path("valueCode").asText()));
            findings.unless(known && total.size() == 1 && clinical.size() <= 1, COMPLETION_TIME, time.toString());
            findings.unless(!byClinicians || clinical.size() == 1, CLINICAL_TIME, audiences.toString());
        }
    }
}
