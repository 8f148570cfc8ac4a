package org.precert.auditor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.util.List;
import org.precert.audit.AuditLinks.Place;
import org.precert.audit.Link;

/** AuditEvents as the answer to a search. */
final class EventBundle {

    private final ObjectMapper json;
    private final EventWriter writer;
    private final String url;

    EventBundle(ObjectMapper json, EventWriter writer, String baseUrl) {
        this.json = json;
        this.writer = writer;
        this.url = baseUrl + "/audit/AuditEvent";
    }

    ObjectNode object() {
        return json.createObjectNode();
    }

    ObjectNode of(List<Link> links, boolean more, List<String> dates, int count) {
        ObjectNode bundle = object().put("resourceType", "Bundle").put("type", "searchset");
        if (more) {
            bundle.putArray("link").addObject().put("relation", "next").put("url", next(links, dates, count));
        }
        ArrayNode entries = bundle.putArray("entry");
        for (Link link : links) {
            for (ObjectNode event : writer.events(link)) {
                ObjectNode entry = entries.addObject();
                entry.put("fullUrl", url + "/" + event.path("id").asText()).set("resource", event);
                entry.putObject("search").put("mode", "match");
            }
        }
        if (entries.isEmpty()) {
            bundle.remove("entry");
        }
        return bundle;
    }

    private String next(List<Link> links, List<String> dates, int count) {
        Link last = links.get(links.size() - 1);
        StringBuilder next = new StringBuilder(url).append("?_count=").append(count);
        dates.forEach(date -> next.append("&date=").append(URLEncoder.encode(date, UTF_8)));
        return next.append("&_page=")
                .append(new Place(last.at(), last.chain(), last.number()).token())
                .toString();
    }
}
