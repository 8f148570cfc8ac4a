package org.precert.dtr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.dtr.call.PackageCall;
import org.precert.review.ChartFacts;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.precert.review.KeptReview;
import org.precert.review.KeptReviews;
import org.precert.review.OrderReading;

/**
 * Understands what a call is about: the orders and coverages that were sent, or those of what CRD said, with what CRD knew
 * of the patient. A context is for the client that it was given to, and for that patient, alone.
 */
final class MatterReader {

    private static final Pattern REFERENCE =
            Pattern.compile("(?:.*/)?([A-Z][A-Za-z]{1,63}/[A-Za-z0-9\\-.]{1,64})(?:/_history/.*)?", Pattern.DOTALL);

    private final ChartFacts facts;
    private final KeptReviews reviews;

    MatterReader(ChartFacts facts, KeptReviews reviews) {
        this.facts = facts;
        this.reviews = reviews;
    }

    /**
     * @throws InvalidRequest if what was sent contradicts itself, or is about nobody
     */
    Matter read(PackageCall call, Caller caller, LocalDate today) {
        List<ObjectNode> sent = withIds(call);
        String patient = patient(call);
        Optional<KeptReview> kept = call.context()
                .flatMap(reviews::find)
                .filter(review ->
                        review.client().equals(caller.known().map(Client::id).orElse("")))
                .filter(review -> caller.known()
                        .map(client -> client.mayAsk(review.payer()))
                        .orElse(true))
                .filter(review -> patient.equals(review.patient()) || isContextAlone(call));
        String whose = patient.isEmpty() ? kept.map(KeptReview::patient).orElse("") : patient;
        List<ObjectNode> own = joined(sent, kept).stream()
                .filter(resource -> isOf(resource, whose))
                .toList();
        ChartFacts.Made made = facts.of(own, MatterReader::local);
        List<ObjectNode> orders = orders(call, kept, made.canonical());
        Set<String> together = new LinkedHashSet<>();
        orders.forEach(order -> together.add(reference(order)));
        kept.ifPresent(review -> together.addAll(review.ordersTogether()));
        return new Matter(
                whose,
                orders.stream().map(order -> OrderReading.line(order, today)).toList(),
                List.copyOf(together),
                coverages(call, kept),
                made.canonical(),
                made.facts(),
                kept);
    }

    /** Whatever else was sent has to be of the patient of the context, and to say so. */
    private static boolean isContextAlone(PackageCall call) {
        return call.subject().isEmpty()
                && call.orders().isEmpty()
                && call.coverages().isEmpty();
    }

    /** Orders are cited by their id: one that has none yet gets a place holder. */
    private static List<ObjectNode> withIds(PackageCall call) {
        List<ObjectNode> all = new ArrayList<>();
        Stream.of(call.orders(), call.coverages(), call.referenced())
                .forEach(each -> each.forEach(resource -> {
                    if (!resource.path("id").isTextual()) {
                        resource.put("id", "unsaved-" + all.size());
                    }
                    all.add(resource);
                }));
        return all;
    }

    private static String patient(PackageCall call) {
        Set<String> patients = new HashSet<>();
        call.subject().ifPresent(reference -> add(patients, reference));
        call.coverages().forEach(coverage -> add(patients, coverage, "beneficiary"));
        call.orders().forEach(order -> {
            add(patients, order, "subject");
            add(patients, order, "patient");
        });
        if (patients.size() > 1) {
            throw new InvalidRequest(
                    Kind.NOT_CONFORMANT, "Parameters", "The orders and coverages are not of one patient");
        }
        return patients.stream().findFirst().orElse("");
    }

    /** What belongs to another patient says nothing of this one; what says nothing of whose it is was sent as his. */
    private static boolean isOf(ObjectNode resource, String patient) {
        return Stream.of("subject", "patient", "beneficiary")
                .map(element -> local(resource.path(element).path("reference").asText()))
                .allMatch(reference -> reference.isEmpty()
                        || reference.startsWith("#")
                        || patient.isEmpty()
                        || reference.equals("Patient/" + patient));
    }

    private static void add(Set<String> patients, ObjectNode resource, String element) {
        add(patients, resource.path(element).path("reference").asText());
    }

    private static void add(Set<String> patients, String sent) {
        String reference = local(sent);
        if (reference.startsWith("Patient/")) {
            patients.add(reference.substring("Patient/".length()));
        }
    }

    /** What was sent is newer than what CRD knew. */
    private static List<ObjectNode> joined(List<ObjectNode> sent, Optional<KeptReview> kept) {
        List<ObjectNode> all = new ArrayList<>(sent);
        Set<String> known = new HashSet<>();
        sent.forEach(each -> known.add(reference(each)));
        kept.ifPresent(review -> review.facts().stream()
                .filter(each -> known.add(reference(each)))
                .forEach(all::add));
        return all;
    }

    private static List<ObjectNode> orders(PackageCall call, Optional<KeptReview> kept, List<ObjectNode> canonical) {
        Set<String> wanted = new HashSet<>();
        call.orders().forEach(order -> wanted.add(reference(order)));
        if (wanted.isEmpty()) {
            kept.ifPresent(review -> wanted.add(review.order()));
        }
        // An order of a type that no policy reads is an order all the same: it is reviewed as what it is.
        List<ObjectNode> orders = new ArrayList<>(canonical.stream()
                .filter(each -> wanted.contains(reference(each)))
                .toList());
        Set<String> read = new HashSet<>();
        orders.forEach(order -> read.add(reference(order)));
        call.orders().stream().filter(order -> !read.contains(reference(order))).forEach(orders::add);
        return orders;
    }

    private static List<String> coverages(PackageCall call, Optional<KeptReview> kept) {
        List<String> sent =
                call.coverages().stream().map(MatterReader::reference).toList();
        return sent.isEmpty() ? kept.map(review -> List.of(review.coverage())).orElse(List.of()) : sent;
    }

    static String reference(ObjectNode resource) {
        return resource.path("resourceType").asText() + "/"
                + resource.path("id").asText();
    }

    /** Type/id of whatever form: a client's resources come from one server, and that is the client's own. */
    static String local(String reference) {
        Matcher matcher = REFERENCE.matcher(reference);
        return !reference.startsWith("#") && matcher.matches() ? matcher.group(1) : reference;
    }

    /** Whether nothing of what the context names could be used. */
    static boolean isUnknown(PackageCall call, Matter matter) {
        return call.context().isPresent() && matter.kept().isEmpty();
    }
}
