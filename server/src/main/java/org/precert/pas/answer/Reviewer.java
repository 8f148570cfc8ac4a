package org.precert.pas.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.precert.cases.Actor;
import org.precert.cases.Case;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;
import org.precert.cases.Person;

/** Whether a person decided, and who (PAS 2.2.1, extension-claimResponseReviewer). Silent while nothing is decided. */
final class Reviewer {

    private Reviewer() {}

    static void write(ObjectNode response, Case state) {
        List<LineDecision> decided = state.lines().stream()
                .map(Line::decision)
                .filter(decision -> !decision.isOpen() && !(decision instanceof LineDecision.Cancelled))
                .toList();
        if (decided.isEmpty()) {
            return;
        }
        Optional<Person> person = person(decided);
        Extensions reviewer = new Extensions(response).nested(Terms.REVIEWER);
        reviewer.add("wasHumanReviewedFlag").put("valueBoolean", person.isPresent());
        person.map(Person::npi)
                .filter(npi -> !npi.isEmpty())
                .ifPresent(npi -> reviewer.identifier("reviewerNPI", Terms.NPI, npi));
        person.map(Person::specialty)
                .filter(specialty -> !specialty.isEmpty())
                .ifPresent(specialty -> reviewer.concept("reviewerSpecialty", Concepts.of(Terms.TAXONOMY, specialty)));
    }

    /** There is room for one: whoever decided against the request comes first. */
    private static Optional<Person> person(List<LineDecision> decided) {
        Stream<Person> adverse = decided.stream().flatMap(decision -> adverse(decision).stream());
        Stream<Person> other = decided.stream().flatMap(decision -> approved(decision).stream());
        return Stream.concat(adverse, other).findFirst();
    }

    private static Optional<Person> adverse(LineDecision decision) {
        if (decision instanceof LineDecision.Denied denied && denied.by() instanceof Person person) {
            return Optional.of(person);
        }
        return decision instanceof LineDecision.Modified modified ? Optional.of(modified.by()) : Optional.empty();
    }

    private static Optional<Person> approved(LineDecision decision) {
        Optional<Actor> by =
                decision instanceof LineDecision.Approved approved ? Optional.of(approved.by()) : Optional.empty();
        return by.filter(Person.class::isInstance).map(Person.class::cast);
    }
}
