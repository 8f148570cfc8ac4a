package org.precert.pas.call;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A stay in a hospital as it was asked for: by the dates of the request, or else by the encounter that it names.
 *
 * @param admission the days on which it may begin
 * @param discharge empty where no single day is named
 */
public record Stay(Optional<DateRange> admission, Optional<LocalDate> discharge) {

    private static final String ENCOUNTER = "http://hl7.org/fhir/5.0/StructureDefinition/extension-Claim.encounter";
    private static final String CLASSES = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final Set<String> INPATIENT = Set.of("IMP", "ACUTE", "NONACUTE");

    static Stay of(RawBundle bundle, Entry claimEntry, RequestedItem item) {
        Spot claim = bundle.spot(claimEntry);
        Optional<Stay> encounter = Stream.concat(
                        claim.extensions(ENCOUNTER).stream().map(Spot::value),
                        new Spot(item.item(), "").each("encounter").stream())
                .map(reference -> reference.at("reference").text())
                .filter(reference -> !reference.isEmpty())
                .flatMap(reference -> bundle.resolve(reference, claimEntry).stream())
                .map(bundle::spot)
                .filter(Stay::isInpatient)
                .findFirst()
                .map(each -> each.at("period"))
                .map(period -> new Stay(
                        day(period.at("start").text()).map(Stay::on),
                        day(period.at("end").text())));
        return new Stay(
                info(claim, "admissionDates").or(() -> encounter.flatMap(Stay::admission)),
                info(claim, "dischargeDates").flatMap(Stay::only).or(() -> encounter.flatMap(Stay::discharge)));
    }

    private static Optional<DateRange> info(Spot claim, String category) {
        return claim.each("supportingInfo").stream()
                .filter(Predicate.not(Purposes::isCancelled))
                .filter(info -> info.at("category").coded(Pas.TEMPORARY_CODES, category))
                .flatMap(info -> WrittenDays.of(info, "timing").stream())
                .findFirst();
    }

    private static boolean isInpatient(Spot encounter) {
        Spot kind = encounter.at("class");
        return kind.at("system").text().equals(CLASSES)
                && INPATIENT.contains(kind.at("code").text());
    }

    /** Empty where a month or a year alone is written. */
    private static Optional<LocalDate> day(String text) {
        return only(new DateRange(WrittenDays.first(text), WrittenDays.last(text)));
    }

    private static DateRange on(LocalDate day) {
        return new DateRange(Optional.of(day), Optional.of(day));
    }

    private static Optional<LocalDate> only(DateRange range) {
        return range.from().equals(range.until()) ? range.from() : Optional.empty();
    }
}
