package org.precert.dtr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.precert.dtr.adaptive.Form;

/** The forms that are asked page by page, taken apart once. */
final class AdaptiveForms {

    /**
     * @param standard with all that its items say: what is offered
     * @param checked without the rules that a client need not know: what answers are held against
     */
    record Prepared(Form standard, Form checked) {}

    /** Not mustSupport in DTR: a response that breaks them has to be taken all the same (DTR 2.2, conf-10). */
    private static final List<String> NOT_SUPPORTED =
            List.of("/minValue", "/maxValue", "-minQuantity", "-maxQuantity", "/maxSize", "/regex", "/minLength");

    private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();

    Prepared of(org.precert.forms.Form form) {
        return prepared.computeIfAbsent(form.canonical(), any -> prepare(form));
    }

    private static Prepared prepare(org.precert.forms.Form form) {
        ObjectNode sparing = form.authored().deepCopy();
        org.precert.forms.Form.each(sparing, item -> {
            item.remove("maxLength");
            if (item.path("extension") instanceof ArrayNode extensions) {
                for (int i = extensions.size() - 1; i >= 0; i--) {
                    String url = extensions.get(i).path("url").asText();
                    if (NOT_SUPPORTED.stream().anyMatch(url::endsWith)) {
                        extensions.remove(i);
                    }
                }
            }
        });
        return new Prepared(Form.of(form.authored()), Form.of(sparing));
    }
}
