package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.precert.cases.Authorization;
import org.precert.cases.Line;
import org.precert.cases.LineDecision;
import org.precert.pas.answer.Found;
import org.precert.pas.call.DateRange;
import org.precert.pas.call.InquiredItem;
import org.precert.pas.call.InquiryRequest;
import org.precert.pas.call.RequestedItem;

/**
 * Whether a case is like the example of an inquiry. What the example does not say matches anything; a case matches if one of
 * its lines matches one of the items; of several diagnoses one is enough.
 */
final class ExampleMatch {

    private ExampleMatch() {}

    static boolean matches(InquiryRequest inquiry, Found found) {
        boolean diagnosed = inquiry.diagnoses().isEmpty()
                || found.request().items().stream().anyMatch(item -> anyDiagnosis(inquiry.diagnoses(), item));
        boolean within = inquiry.period()
                .map(period -> found.state().lines().stream()
                        .anyMatch(line -> served(line).overlaps(period)))
                .orElse(true);
        boolean items = inquiry.items().isEmpty()
                || inquiry.items().stream()
                        .anyMatch(item -> found.state().lines().stream().anyMatch(line -> matches(item, line, found)));
        return diagnosed && within && items;
    }

    private static boolean matches(InquiredItem item, Line line, Found found) {
        return item.service()
                        .map(service -> sameService(service, item.serviceEnd(), line))
                        .orElse(true)
                && item.serviced().map(days -> days.overlaps(served(line))).orElse(true)
                && item.reviewAction()
                        .map(line.decision().tell(ReviewCode.OF)::equals)
                        .orElse(true)
                && item.issued()
                        .map(days -> authorized(line)
                                .filter(each -> days.overlaps(day(each.issued())))
                                .isPresent())
                        .orElse(true)
                && item.expires()
                        .map(days -> authorized(line)
                                .filter(each -> days.overlaps(day(each.until())))
                                .isPresent())
                        .orElse(true)
                && item.effective()
                        .map(days -> authorized(line)
                                .filter(each -> days.overlaps(good(each)))
                                .isPresent())
                        .orElse(true)
                && (item.diagnoses().isEmpty()
                        || item(line, found)
                                .map(asked -> anyDiagnosis(item.diagnoses(), asked))
                                .orElse(false));
    }

    private static Optional<RequestedItem> item(Line line, Found found) {
        return found.request().items().stream()
                .filter(each -> each.sequence() == line.sequence())
                .findFirst();
    }

    private static boolean sameService(JsonNode service, Optional<JsonNode> end, Line line) {
        String system = line.service().code().system();
        String code = line.service().code().code();
        boolean first = codings(service)
                .anyMatch(each -> each.path("system").asText().equals(system)
                        && each.path("code").asText().equals(code));
        boolean range = end.map(last -> codings(service)
                        .anyMatch(from -> codings(last)
                                .anyMatch(until -> from.path("system").asText().equals(system)
                                        && until.path("system").asText().equals(system)
                                        && from.path("code").asText().compareTo(code) <= 0
                                        && until.path("code").asText().compareTo(code) >= 0)))
                .orElse(false);
        return first || range;
    }

    private static boolean anyDiagnosis(List<JsonNode> wanted, RequestedItem item) {
        return item.diagnoses().stream()
                .flatMap(ExampleMatch::codings)
                .anyMatch(has -> wanted.stream()
                        .flatMap(ExampleMatch::codings)
                        .anyMatch(wants -> wants.path("system").equals(has.path("system"))
                                && wants.path("code").equals(has.path("code"))));
    }

    private static Stream<JsonNode> codings(JsonNode concept) {
        return StreamSupport.stream(concept.path("coding").spliterator(), false);
    }

    private static DateRange served(Line line) {
        return new DateRange(line.service().from(), line.service().until());
    }

    private static DateRange good(Authorization authorization) {
        return new DateRange(Optional.of(authorization.from()), Optional.of(authorization.until()));
    }

    private static DateRange day(LocalDate day) {
        return new DateRange(Optional.of(day), Optional.of(day));
    }

    private static Optional<Authorization> authorized(Line line) {
        if (line.decision() instanceof LineDecision.Approved approved) {
            return Optional.of(approved.authorization());
        }
        return line.decision() instanceof LineDecision.Modified modified
                ? Optional.of(modified.authorization())
                : Optional.empty();
    }
}
