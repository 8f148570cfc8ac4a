package org.precert.patientaccess;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.precert.cases.Authorization;
import org.precert.cases.Case;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;

/** Writes a case as an ExplanationOfBenefit with use preauthorization. People and organizations are told by their identifiers. */
final class EobWriter {

    private final ObjectMapper json;

    EobWriter(ObjectMapper json) {
        this.json = json;
    }

    /** @param lines of the case that are told: one at least */
    ObjectNode write(Case state, List<Line> lines) {
        ObjectNode eob = json.createObjectNode();
        eob.put("resourceType", "ExplanationOfBenefit").put("id", state.id());
        ObjectNode meta = eob.putObject("meta");
        meta.put("versionId", Integer.toString(state.events()));
        meta.put("lastUpdated", state.changedAt().truncatedTo(ChronoUnit.MILLIS).toString());
        meta.putArray("profile").add(Pdex.PROFILE);
        eob.putArray("identifier").addObject().put("system", Pdex.CASE_NUMBER).put("value", state.number());
        eob.put("status", state.isCancelled() ? "cancelled" : "active");
        // The kind of claim that this is for is not kept with the case.
        eob.putObject("type").put("text", "Prior authorization request");
        eob.put("use", "preauthorization");
        parties(state, eob);
        eob.put("outcome", outcome(lines));
        authorizations(lines, eob);
        ArrayNode notes = json.createArrayNode();
        ArrayNode items = eob.putArray("item");
        lines.forEach(line -> ItemWriter.write(line, items.addObject(), notes));
        if (!notes.isEmpty()) {
            eob.set("processNote", notes);
        }
        return eob;
    }

    private static void parties(Case state, ObjectNode eob) {
        String member = MemberIds.of(state).stream().findFirst().orElse("|unknown");
        Parts.reference(eob.putObject("patient"), "Patient", member);
        eob.put("created", state.receivedAt().truncatedTo(ChronoUnit.MILLIS).toString());
        Parts.reference(eob.putObject("insurer"), "Organization", Pdex.PAYER + "|" + state.payer());
        provider(state, eob.putObject("provider"));
        eob.putObject("priority")
                .putArray("coding")
                .addObject()
                .put("system", Pdex.PRIORITY)
                .put("code", state.expedited() ? "stat" : "normal");
        ObjectNode insurance = eob.putArray("insurance").addObject().put("focal", true);
        Parts.reference(insurance.putObject("coverage"), "Coverage", member);
    }

    /** Whoever asked, by its NPI where it has one. Whether that is a person or an organization is not kept with the case. */
    private static void provider(Case state, ObjectNode reference) {
        List<String> identifiers =
                state.requester().identifiers().stream().sorted().toList();
        Optional<String> best = identifiers.stream()
                .filter(token -> token.startsWith(Pdex.NPI + "|"))
                .findFirst()
                .or(() -> identifiers.stream().findFirst());
        best.ifPresentOrElse(
                token -> {
                    Parts.reference(reference, "Organization", token);
                    reference.remove("type");
                },
                () -> reference.put("display", "The provider that asked for it"));
    }

    private static String outcome(List<Line> lines) {
        long open = lines.stream().filter(line -> line.decision().isOpen()).count();
        if (open == 0) {
            return "complete";
        }
        return open == lines.size() ? "queued" : "partial";
    }

    /** The numbers and, in the same order, the periods that they are good for. */
    private static void authorizations(List<Line> lines, ObjectNode eob) {
        for (Line line : lines) {
            Optional<Authorization> leave = line.decision().tell(Spoken.OF).authorization();
            leave.ifPresent(each -> {
                eob.withArray("preAuthRef").add(each.number());
                eob.withArray("preAuthRefPeriod")
                        .addObject()
                        .put("start", each.from().toString())
                        .put("end", each.until().toString());
            });
        }
    }

    /** Those that other payers may have. */
    static List<Line> granted(Case state) {
        return state.lines().stream()
                .filter(line -> !(line.decision() instanceof LineDecision.Denied))
                .toList();
    }
}
