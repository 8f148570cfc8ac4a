package org.precert.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.precert.cases.Case;
import org.precert.cases.Line;

/** Writes a page of the worklist. It names no patient. */
record WorklistWriter(ObjectMapper json) {

    /** @param next the token of the page after; empty for the last one */
    ObjectNode write(List<Case> cases, Instant now, String next) {
        ObjectNode page = json.createObjectNode().put("now", now.toString());
        ArrayNode rows = page.putArray("cases");
        cases.forEach(state -> row(rows.addObject(), state, now));
        if (!next.isEmpty()) {
            page.put("next", next);
        }
        return page;
    }

    private static void row(ObjectNode row, Case state, Instant now) {
        row.put("number", state.number());
        row.put("payer", state.payer());
        row.put("receivedAt", state.receivedAt().toString());
        row.put("expedited", state.expedited());
        row.put("open", state.isOpen());
        state.due().ifPresent(due -> DueWriter.write(row.putObject("due"), due, now));
        ArrayNode waits = row.putArray("waitsFor");
        state.lines().stream()
                .flatMap(line -> Title.waitsFor(line.decision()).stream())
                .distinct()
                .forEach(waits::add);
        row.putObject("documents")
                .put("asked", state.asks().size())
                .put("arrived", state.asks().size() - state.openAsks().size());
        row.put("escalated", state.escalated());
        row.put("extended", state.extended());
        ArrayNode lines = row.putArray("lines");
        state.lines().forEach(line -> line(lines.addObject(), line));
    }

    private static void line(ObjectNode node, Line line) {
        node.put("sequence", line.sequence());
        ServiceWriter.code(node, line.service().code());
        line.decision().tell(new StandingWriter(node.putObject("standing")));
        node.put("appealed", line.wasAppealed());
        node.put("determination", line.basis().determination().code());
        node.put("policy", line.basis().policy());
    }
}
