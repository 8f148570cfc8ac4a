package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.precert.pas.call.Entry;

/**
 * The Bundle that an answer comes in.
 *
 * @param profile the last part of its name
 */
record Collection(String profile, Reply reply) {

    /**
     * @param ours first, in this order
     * @param last at the end
     */
    ObjectNode write(List<Placed> ours, Echo echo, List<Placed> last) {
        ObjectNode bundle = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", "Bundle")
                .put("id", reply.uuid());
        bundle.putObject("meta").putArray("profile").add(Terms.PROFILE + profile);
        bundle.putObject("identifier").put("system", Terms.URI).put("value", reply.bundleId());
        bundle.put("type", "collection").put("timestamp", reply.at().toString());
        ArrayNode entries = bundle.putArray("entry");
        Map<String, ObjectNode> once = new LinkedHashMap<>();
        ours.forEach(each -> once.putIfAbsent(each.fullUrl(), each.resource()));
        once.forEach((url, resource) -> entries.addObject().put("fullUrl", url).set("resource", resource));
        for (Entry entry : echo.entries()) {
            if (!once.containsKey(entry.fullUrl())) {
                entries.addObject().put("fullUrl", entry.fullUrl()).putRawValue("resource", new RawValue(entry.raw()));
            }
        }
        last.forEach(each -> entries.addObject().put("fullUrl", each.fullUrl()).set("resource", each.resource()));
        return bundle;
    }
}
