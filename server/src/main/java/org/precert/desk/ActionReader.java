package org.precert.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.precert.cases.Code;
import org.precert.cases.DenialReason;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;

/** Reads what a person does, or says what is wrong with it. */
final class ActionReader {

    private static final Pattern LOINC = Pattern.compile("\\d{1,7}-\\d");
    private static final int MOST_ITEMS = 20;

    private final Fields fields;

    private ActionReader(Fields fields) {
        this.fields = fields;
    }

    /** @throws InvalidRequest naming the member */
    static Action read(JsonNode body) {
        return new ActionReader(new Fields(body, "")).action();
    }

    /** What the caller saw of the case: its number of events. */
    static int version(JsonNode body) {
        return new Fields(body, "").number("version");
    }

    private Action action() {
        return switch (fields.text("action")) {
            case "approve" ->
                new Action.Approve(
                        fields.number("line"), fields.day("from"), fields.day("until"), fields.textOrNone("words"));
            case "modify" -> modify();
            case "deny" ->
                new Action.Deny(
                        fields.number("line"), reason(), fields.textOrNone("words"), fields.textOrNone("clause"));
            case "ask-for-documents" -> new Action.Ask(fields.number("line"), items(), fields.yes("form"));
            case "extend" -> new Action.Extend(fields.text("why"));
            case "record-peer-to-peer" ->
                new Action.PeerToPeer(fields.time("heldAt"), fields.text("with"), fields.text("note"));
            case "note" -> new Action.Note(fields.text("note"));
            default -> throw fields.wrong("action", "There is no such action");
        };
    }

    private Action modify() {
        Fields granted = fields.object("granted");
        Optional<Code> code = granted.has("code")
                ? Optional.of(granted.object("code"))
                        .map(each -> new Code(each.text("system"), each.text("code"), each.textOrNone("words")))
                : Optional.empty();
        return new Action.Modify(
                fields.number("line"),
                granted.quantity("quantity"),
                granted.textOrNone("unit"),
                granted.textOrNone("place"),
                code,
                granted.day("from"),
                granted.day("until"),
                fields.text("words"));
    }

    private DenialReason reason() {
        try {
            return DenialReason.valueOf(fields.text("reason"));
        } catch (IllegalArgumentException e) {
            throw fields.wrong("reason", "There is no such reason");
        }
    }

    private List<Action.Ask.Item> items() {
        List<Action.Ask.Item> items = new ArrayList<>();
        for (Fields item : fields.list("items", MOST_ITEMS)) {
            String modifier = item.has("modifier") ? loinc(item, "modifier") : "";
            items.add(new Action.Ask.Item(loinc(item, "loinc"), item.text("words"), modifier));
        }
        if (items.isEmpty() && !fields.yes("form")) {
            throw new InvalidRequest(Kind.NOT_CONFORMANT, "items", "Nothing is asked for");
        }
        return items;
    }

    private static String loinc(Fields item, String name) {
        String loinc = item.text(name);
        if (!LOINC.matcher(loinc).matches()) {
            throw item.wrong(name, "This is no code of LOINC");
        }
        return loinc;
    }
}
