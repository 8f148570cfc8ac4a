package org.precert.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.Resource;
import org.precert.evaluation.Facts;
import org.precert.evaluation.FactsReader;
import org.precert.evaluation.PolicyDesk;
import org.precert.evaluation.UnreadableResource;
import org.precert.review.InvalidRequest.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes facts of resources: of those types alone that some policy looks at. */
public final class ChartFacts {

    private static final Set<String> ALWAYS = Set.of("Coverage", "Organization");

    private static final Logger LOG = LoggerFactory.getLogger(ChartFacts.class);

    private final FactsReader facts;
    private final PolicyDesk policies;

    public ChartFacts(FactsReader facts, PolicyDesk policies) {
        this.facts = facts;
        this.policies = policies;
    }

    /** @param canonical the resources with one spelling for each code system */
    public record Made(List<ObjectNode> canonical, Facts facts) {

        public Made {
            canonical = List.copyOf(canonical);
        }
    }

    /** @throws InvalidRequest naming the resource that is no valid FHIR */
    public Made of(List<ObjectNode> resources, UnaryOperator<String> references) {
        List<ObjectNode> canonical =
                facts.canonical(resources.stream().filter(this::isUseful).toList(), references);
        // Canonical already, for what stands in an extension is spelled anew as well.
        canonical.forEach(BillingOptions::fold);
        try {
            return new Made(canonical, facts.read(canonical));
        } catch (UnreadableResource e) {
            throw new InvalidRequest(Kind.MALFORMED, e.reference(), "A resource is not valid FHIR R4");
        }
    }

    /**
     * Leaves out what is no valid FHIR, for what a client's server holds is not the caller's mistake; and what there is no
     * time left to read.
     */
    public Made readable(List<ObjectNode> resources, UnaryOperator<String> references, Deadline deadline) {
        List<ObjectNode> canonical = new ArrayList<>();
        List<Resource> read = new ArrayList<>();
        for (ObjectNode resource : resources) {
            if (deadline.over()) {
                break;
            }
            try {
                Made made = of(List.of(resource), references);
                canonical.addAll(made.canonical());
                read.addAll(made.facts().all());
            } catch (InvalidRequest e) {
                LOG.info("A client's FHIR server gave what is no valid FHIR R4");
            }
        }
        return new Made(canonical, new Facts(read));
    }

    private boolean isUseful(ObjectNode resource) {
        String type = resource.path("resourceType").asText();
        return policies.factTypes().contains(type) || ALWAYS.contains(type);
    }
}
