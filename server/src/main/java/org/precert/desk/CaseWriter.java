package org.precert.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.precert.cases.Case;
import org.precert.cases.CaseDocuments;
import org.precert.cases.DocumentAsk;
import org.precert.cases.Line;
import org.precert.cases.Person;
import org.precert.cases.Recorded;
import org.precert.review.Explanations;

/** Writes a case for the person who is to decide it. */
record CaseWriter(ObjectMapper json, LineWriter lines, ActionEvents.Tools tools) {

    ObjectNode write(
            Case state,
            List<Recorded> history,
            List<CaseDocuments.Document> arrived,
            Person person,
            Explanations.Reader reader) {
        Instant now = tools.clock().instant();
        PossibleActions possible = new PossibleActions(state, person, tools);
        ObjectNode all = json.createObjectNode();
        all.put("number", state.number());
        all.put("version", state.events());
        all.put("now", now.toString());
        all.put("payer", state.payer());
        all.putObject("member")
                .put("name", state.member().name())
                .put("lineOfBusiness", state.member().lineOfBusiness())
                .put("state", state.member().state());
        all.put("client", state.requester().client());
        all.put("guide", state.version());
        all.put("expedited", state.expedited());
        all.put("receivedAt", state.receivedAt().toString());
        all.put("open", state.isOpen());
        state.continues().ifPresent(number -> all.put("continues", number));
        state.due().ifPresent(due -> DueWriter.write(all.putObject("due"), due, now));
        all.put("extended", state.extended());
        all.put("escalated", state.escalated());
        ArrayNode lineNodes = all.putArray("lines");
        for (Line line : state.lines()) {
            ObjectNode node = lineNodes.addObject();
            lines.write(node, line, reader);
            possible.writeForLine(node.putArray("actions"), line);
        }
        documents(all.putArray("documents"), state.asks());
        arrived(all.putArray("arrived"), arrived);
        history(all.putArray("history"), history);
        possible.writeForCase(all.putArray("actions"));
        person(all.putObject("you"), person);
        return all;
    }

    private static void documents(ArrayNode nodes, List<DocumentAsk> asks) {
        for (DocumentAsk ask : asks) {
            ObjectNode node = nodes.addObject();
            node.put("control", ask.control()).put("line", ask.line()).put("loinc", ask.loinc());
            node.put("form", ask.form())
                    .put("words", ask.words())
                    .put("askedAt", ask.askedAt().toString());
            ask.receivedAt().ifPresent(at -> node.put("receivedAt", at.toString()));
        }
    }

    private static void arrived(ArrayNode nodes, List<CaseDocuments.Document> arrived) {
        for (CaseDocuments.Document document : arrived) {
            ObjectNode node = nodes.addObject();
            node.put("id", document.id()).put("title", document.title()).put("loinc", document.loinc());
            node.put("contentType", document.contentType()).put("control", document.control());
            node.put("receivedAt", document.receivedAt().toString());
            document.lines().forEach(node.putArray("lines")::add);
        }
    }

    private static void history(ArrayNode nodes, List<Recorded> history) {
        for (Recorded recorded : history) {
            nodes.addObject()
                    .put("number", recorded.number())
                    .put("at", recorded.at().toString())
                    .put("by", StandingWriter.name(recorded.by()))
                    .put("words", recorded.event().tell(HistoryWords.INSTANCE));
        }
    }

    private static void person(ObjectNode node, Person person) {
        node.put("name", person.name()).put("credential", person.credential()).put("physician", person.physician());
    }
}
