package org.precert.pas;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether something came that no policy reads: a letter, a picture. A person has to. */
final class Unread {

    private static final Set<String> SAYS_WHO = Set.of(
            "Patient",
            "Coverage",
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "RelatedPerson",
            "Location",
            "Provenance",
            "Claim");

    private final Set<String> read;

    /** @param factTypes that policies look at */
    Unread(Set<String> factTypes) {
        this.read = new HashSet<>(factTypes);
        read.addAll(SAYS_WHO);
    }

    boolean isAmong(List<ObjectNode> resources) {
        return resources.stream()
                .anyMatch(each -> !read.contains(each.path("resourceType").asText()));
    }
}
