package org.precert.pas.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.pas.call.Entry;
import org.precert.pas.call.RequestedItem;

/** The providers who may give a service: those of the care team that the request names for it. */
record Providers(Matter matter) {

    private static final Set<String> WHO = Set.of("Practitioner", "Organization");

    /**
     * One of them.
     *
     * @param reference to a person or an organization
     * @param member of the care team
     */
    record Provider(ObjectNode reference, JsonNode member) {

        /** X12 98, if the request says it. */
        Optional<ObjectNode> type() {
            return Concepts.in(Terms.ENTITIES, member.path("role"));
        }

        Optional<ObjectNode> role() {
            return Concepts.in(Terms.CARE_TEAM_ROLES, member.path("role"));
        }

        Optional<ObjectNode> qualification() {
            return Concepts.bare(member.path("qualification"));
        }
    }

    /** Of the item, or else of the whole request. */
    List<Provider> of(Optional<RequestedItem> item) {
        List<JsonNode> named = new ArrayList<>();
        item.ifPresent(each -> each.item()
                .path("careTeamSequence")
                .forEach(sequence -> members().forEach(member -> {
                    if (member.path("sequence").equals(sequence)) {
                        named.add(member);
                    }
                })));
        return named.isEmpty() ? overall() : providers(named);
    }

    /** Of the whole request. */
    List<Provider> overall() {
        List<JsonNode> named = new ArrayList<>();
        members().forEach(member -> {
            if (isOverall(member)) {
                named.add(member);
            }
        });
        return providers(named);
    }

    private JsonNode members() {
        return matter.claim().path("careTeam");
    }

    private static boolean isOverall(JsonNode member) {
        for (JsonNode scope : Extensions.of(member, Terms.CARE_TEAM_SCOPE)) {
            return scope.path("valueBoolean").asBoolean();
        }
        return true;
    }

    private List<Provider> providers(List<JsonNode> members) {
        List<Provider> providers = new ArrayList<>();
        for (JsonNode member : members) {
            reference(member.path("provider"))
                    .filter(reference -> providers.stream()
                            .noneMatch(known -> known.reference().equals(reference)))
                    .ifPresent(reference -> providers.add(new Provider(reference, member)));
        }
        return providers;
    }

    /** Of a role, the person, or else the organization: the guide allows no role here. */
    private Optional<ObjectNode> reference(JsonNode sent) {
        Entry claim = matter.request().claim();
        Optional<Entry> target = target(sent, claim);
        if (target.isPresent() && target.get().type().equals("PractitionerRole")) {
            Entry role = target.get();
            return who(role.resource().path("practitioner"), role)
                    .or(() -> who(role.resource().path("organization"), role));
        }
        return who(sent, claim);
    }

    private Optional<ObjectNode> who(JsonNode sent, Entry from) {
        return target(sent, from)
                .filter(entry -> WHO.contains(entry.type()))
                .map(entry -> matter.reference(sent, from));
    }

    private Optional<Entry> target(JsonNode sent, Entry from) {
        String text = sent.path("reference").asText();
        return text.isEmpty() || text.startsWith("#")
                ? Optional.empty()
                : matter.request().bundle().resolve(text, from);
    }
}
