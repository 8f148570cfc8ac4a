package org.precert.dtr.adaptive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What comes next. */
public sealed interface Step {

    /**
     * There is more to ask.
     *
     * @param items to be appended to the items of the contained form, as they are
     * @param questions the linkIds of the questions in them, in their order: those to prefill
     */
    record Ask(List<ObjectNode> items, List<String> questions) implements Step {

        public Ask {
            items = List.copyOf(items);
            questions = List.copyOf(questions);
        }
    }

    /**
     * Nothing more is asked, but required answers are missing.
     *
     * @param linkIds of the items that lack them
     */
    record Wait(List<String> linkIds) implements Step {

        public Wait {
            linkIds = List.copyOf(linkIds);
        }
    }

    /** Nothing more is asked, and nothing that is required is missing: the response is complete. */
    record Done() implements Step {}
}
