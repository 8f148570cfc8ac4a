package org.precert.crd.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.precert.coverage.CoverageInformation;

/**
 * The answer to a hook, whatever the version of the guide.
 *
 * @param informed each resource that is answered for
 * @param cards the most needed first
 */
public record HookAnswer(List<Informed> informed, List<Card> cards) {

    public static final HookAnswer NOTHING = new HookAnswer(List.of(), List.of());

    /**
     * @param resource as it came in
     * @param information one for each coverage
     */
    public record Informed(ObjectNode resource, List<CoverageInformation> information) {

        public Informed {
            information = List.copyOf(information);
        }
    }

    public HookAnswer {
        informed = List.copyOf(informed);
        cards = List.copyOf(cards);
    }
}
