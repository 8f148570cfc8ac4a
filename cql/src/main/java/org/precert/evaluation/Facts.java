package org.precert.evaluation;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;

/** What is known of one patient for one request: resources by type, each once. Immutable. */
public final class Facts {

    private final Map<String, Map<String, Resource>> byType = new HashMap<>();

    /** @param resources each with its id; of two with the same type and id, the first counts */
    public Facts(Collection<? extends Resource> resources) {
        for (Resource resource : resources) {
            byType.computeIfAbsent(resource.fhirType(), type -> new LinkedHashMap<>())
                    .putIfAbsent(resource.getIdElement().getIdPart(), resource);
        }
    }

    public Collection<Resource> ofType(String type) {
        return byType.getOrDefault(type, Map.of()).values();
    }

    /** @param reference Type/id */
    public Optional<Resource> find(String reference) {
        int slash = reference.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.ofNullable(byType.getOrDefault(reference.substring(0, slash), Map.of())
                        .get(reference.substring(slash + 1)));
    }

    /** Every resource, in the order of arrival by type. */
    public List<Resource> all() {
        return byType.values().stream().flatMap(each -> each.values().stream()).toList();
    }
}
