package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The contained form that came back from the client, written anew with the items of the standard form: what was asked
 * is what the policy asks, whatever the client made of it. It says itself what was offered, so that nothing needs to be
 * kept here; it can leave out, and take up other questions of the same form, but change none.
 *
 * <p>The linkId of a further part of a group is that of the group, a dot and a number from 2, the first that is free:
 * {@code safety}, then {@code safety.2}. The linkIds of what is in it are those of the standard form.
 */
public sealed interface OfferedForm {

    /** @param form with the root of the contained form, and with the items of the standard one */
    record Restored(Form form) implements OfferedForm {}

    /** It has items that were never offered, or in another place. */
    record Strange(List<Problem> problems) implements OfferedForm {

        public Strange {
            problems = List.copyOf(problems);
        }
    }

    static OfferedForm of(Form standard, ObjectNode contained) {
        Form asSent = Form.of(contained);
        return asSent.flaws().isEmpty() ? new Restoring(standard, asSent).restored() : new Strange(asSent.flaws());
    }

    /** Puts it together. */
    final class Restoring {

        private final Form standard;
        private final Form asSent;
        private final List<Problem> problems = new ArrayList<>();

        private Restoring(Form standard, Form asSent) {
            this.standard = standard;
            this.asSent = asSent;
        }

        private OfferedForm restored() {
            List<ObjectNode> items = among(asSent.questionnaire().path("item"), Optional.empty());
            ObjectNode root = OfferedItem.withoutItems(asSent.questionnaire());
            if (!items.isEmpty()) {
                root.putArray("item").addAll(items);
            }
            return problems.isEmpty() ? new Restored(Form.of(root)) : new Strange(problems);
        }

        private List<ObjectNode> among(JsonNode list, Optional<String> parent) {
            List<ObjectNode> items = new ArrayList<>();
            for (JsonNode each : list) {
                String linkId = each.path("linkId").asText();
                Optional<Part> part = standard.item(linkId).isPresent() ? Optional.empty() : Part.of(linkId);
                Optional<FormItem> item = standard.item(part.map(Part::of).orElse(linkId));
                boolean hasParts = part.isEmpty()
                        || item.filter(is -> is.json().has("item")).isPresent();
                if (!hasParts || item.filter(is -> is.parent().equals(parent)).isEmpty()) {
                    if (problems.size() < Limits.MOST_PROBLEMS) {
                        problems.add(new Problem(linkId, "This was not asked, or not there"));
                    }
                } else {
                    items.add(item(item.get(), part, each));
                }
            }
            return items;
        }

        private ObjectNode item(FormItem item, Optional<Part> part, JsonNode sent) {
            boolean kept = sent.has("enableWhen");
            OfferedItem offered =
                    new OfferedItem(question -> kept && asSent.linkIds().contains(question));
            List<ObjectNode> within = among(sent.path("item"), Optional.of(item.linkId()));
            return part.map(is -> offered.part(item, is, within)).orElseGet(() -> offered.whole(item, within));
        }
    }
}
