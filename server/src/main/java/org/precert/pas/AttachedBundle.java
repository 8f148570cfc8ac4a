package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.precert.pas.call.BusinessId;

/**
 * The resources of one document, each called Type/id, with those of a Bundle apart. A Bundle may speak of other people too,
 * as of a parent: what is theirs is no fact of the member.
 */
final class AttachedBundle {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private final List<ObjectNode> resources = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> strangers = new HashSet<>();
    private final BusinessId member;

    /** @param name for what has no id */
    AttachedBundle(ObjectNode content, BusinessId member, String name) {
        this.member = member;
        if (content.path("resourceType").asText().equals("Bundle")) {
            int place = 0;
            for (JsonNode entry : content.path("entry")) {
                place++;
                if (entry.path("resource") instanceof ObjectNode resource) {
                    add(resource, entry.path("fullUrl").asText(), name + "-" + place);
                }
            }
        } else {
            add(content, "", name);
        }
        findStrangers();
    }

    private void add(ObjectNode resource, String fullUrl, String name) {
        ObjectNode copy = resource.deepCopy();
        if (!ID.matcher(copy.path("id").asText()).matches()) {
            copy.put("id", name);
        }
        resources.add(copy);
        if (!fullUrl.isEmpty()) {
            names.put(fullUrl, reference(copy));
        }
    }

    static String reference(ObjectNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    private void findStrangers() {
        List<ObjectNode> patients = resources.stream()
                .filter(each -> each.path("resourceType").asText().equals("Patient"))
                .toList();
        // Whoever does not show the member's id may be anybody: a person looks at what is of them.
        patients.stream().filter(each -> !isMember(each)).forEach(each -> strangers.add(reference(each)));
    }

    private boolean isMember(JsonNode patient) {
        for (JsonNode identifier : patient.path("identifier")) {
            if (identifier.path("value").asText().strip().equals(member.value())) {
                return true;
            }
        }
        return false;
    }

    List<ObjectNode> resources() {
        return resources;
    }

    /** What a reference leads to within the Bundle, as Type/id; itself where it leads out of it. */
    String local(String reference) {
        return names.getOrDefault(reference, reference);
    }

    /** Whether a resource says that it is of somebody else. */
    boolean isOfAnother(ObjectNode resource) {
        for (String element : List.of("subject", "patient")) {
            JsonNode whose = resource.path(element);
            String reference = whose.path("reference").asText();
            if (strangers.contains(local(reference))
                    || (reference.startsWith("#") && !isContainedMember(resource, reference))
                    || isAnother(whose.path("identifier"))) {
                return true;
            }
        }
        return false;
    }

    private boolean isContainedMember(ObjectNode resource, String reference) {
        for (JsonNode contained : resource.path("contained")) {
            if (("#" + contained.path("id").asText()).equals(reference)) {
                return isMember(contained);
            }
        }
        return false;
    }

    /** Ids of one system can be compared; the record number of a hospital is no member id. */
    private boolean isAnother(JsonNode identifier) {
        String value = identifier.path("value").asText().strip();
        String system = identifier.path("system").asText();
        boolean comparable = system.isEmpty() || system.equals(member.system());
        return !value.isEmpty() && comparable && !value.equals(member.value());
    }
}
