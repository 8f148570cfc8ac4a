package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.precert.cases.Member;
import org.precert.cases.Requester;
import org.precert.pas.call.Entry;
import org.precert.pas.call.SubmittedRequest;
import org.precert.pas.call.Transmission;
import org.precert.review.MemberCoverage;

/** Who asks, and for whom. */
final class Parties {

    private Parties() {}

    static Requester requester(SubmittedRequest request, String client) {
        Set<String> identifiers = new LinkedHashSet<>();
        Stream.concat(request.provider().stream(), request.careTeam().stream())
                .forEach(entry -> addIdentifiers(request, entry, identifiers));
        Set<String> senders = new LinkedHashSet<>(providers(request));
        Transmission transmission = request.transmission();
        Stream.of(transmission.applicationSender(), transmission.interchangeSender())
                .filter(each -> !each.isEmpty())
                .forEach(senders::add);
        return new Requester(client, identifiers, senders);
    }

    /** Ids of who asks, as system|value: of the provider itself, and of whom its role stands for. */
    static Set<String> providers(SubmittedRequest request) {
        Set<String> identifiers = new LinkedHashSet<>();
        request.provider().ifPresent(entry -> addIdentifiers(request, entry, identifiers));
        return identifiers;
    }

    /** Of the provider itself, and of the people and organizations that a role stands for. */
    private static void addIdentifiers(SubmittedRequest request, Entry entry, Set<String> into) {
        addAll(entry.resource().path("identifier"), into);
        for (String element : List.of("practitioner", "organization")) {
            request.bundle()
                    .resolve(entry.resource().path(element).path("reference").asText(), entry)
                    .ifPresent(other -> addAll(other.resource().path("identifier"), into));
        }
    }

    private static void addAll(JsonNode identifiers, Set<String> into) {
        identifiers.forEach(each -> add(each, into));
    }

    private static void add(JsonNode identifier, Set<String> into) {
        if (!identifier.path("value").asText().isBlank()) {
            into.add(identifier.path("system").asText().strip() + "|"
                    + identifier.path("value").asText().strip());
        }
    }

    /**
     * By what the payer knows the member, as system|value: ids of the type MB of the patient, or else of the coverage;
     * where there are none, whatever the patient has. Never the subscriber's id, which a family shares.
     */
    static Set<String> memberIds(Optional<Entry> patient, List<Entry> coverages) {
        Set<String> identifiers = new LinkedHashSet<>();
        patient.ifPresent(entry -> addMemberIds(entry, identifiers));
        if (identifiers.isEmpty()) {
            coverages.forEach(entry -> addMemberIds(entry, identifiers));
        }
        if (identifiers.isEmpty()) {
            patient.ifPresent(each -> addAll(each.resource().path("identifier"), identifiers));
        }
        return identifiers;
    }

    private static void addMemberIds(Entry entry, Set<String> into) {
        entry.resource().path("identifier").forEach(each -> {
            if (isMemberId(each)) {
                add(each, into);
            }
        });
    }

    private static boolean isMemberId(JsonNode identifier) {
        for (JsonNode coding : identifier.path("type").path("coding")) {
            if (coding.path("code").asText().equals("MB")) {
                return true;
            }
        }
        return false;
    }

    static Member member(SubmittedRequest request, MemberCoverage coverage) {
        JsonNode patient = request.patient().<JsonNode>map(Entry::resource).orElse(MissingNode.getInstance());
        return new Member(
                memberIds(request.patient(), request.coverages()),
                name(patient.path("name").path(0)),
                coverage.lineOfBusiness().orElse(""),
                Optional.of(patient.path("address").path(0).path("state").asText())
                        .filter(state -> state.matches("[A-Z]{2}"))
                        .orElse(""));
    }

    private static String name(JsonNode name) {
        StringBuilder words = new StringBuilder();
        name.path("given").forEach(given -> words.append(given.asText()).append(' '));
        String whole = words.append(name.path("family").asText()).toString().strip();
        return whole.isEmpty() ? name.path("text").asText() : whole;
    }
}
