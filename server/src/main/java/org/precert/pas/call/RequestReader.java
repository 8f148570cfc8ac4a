package org.precert.pas.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precert.review.InvalidRequest;

/**
 * Reads what is sent to $submit and $inquire. A strict door refuses what is not as the guide has it; a lenient one goes on
 * with whatever can still be understood, and warns.
 */
public final class RequestReader {

    /** A first request may carry numbers of the payer too, and names no earlier request by them. */
    private static final Set<Purpose> STAND_ALONE =
            EnumSet.of(Purpose.INITIAL, Purpose.NOTIFICATION, Purpose.VERIFICATION);

    private final BundleText text;

    /** @param json refuses numbers of absurd size and limits the depth */
    public RequestReader(ObjectMapper json) {
        this.text = new BundleText(json);
    }

    /**
     * For $submit.
     *
     * @param body a Bundle, in UTF-8
     * @throws InvalidRequest naming the first place that is wrong, never quoting what stands there
     */
    public SubmittedRequest submission(byte[] body, PasVersion version, boolean lenient) {
        Findings findings = new Findings(lenient);
        RawBundle bundle = BundleReader.read(text.read(body), findings);
        Entry first = bundle.entries().get(0);
        SubmissionRules.check(bundle, version, findings);
        findings.settle();
        Spot claim = bundle.spot(first);
        Purpose purpose = Purposes.of(claim);
        Optional<Entry> prior = prior(bundle, first);
        Parties parties = Parties.of(bundle, first);
        return new SubmittedRequest(
                version,
                bundle,
                first,
                prior,
                bundleId(bundle),
                Numbers.identifiers(claim),
                purpose,
                related(claim, purpose, version),
                Purposes.isExpedited(claim),
                parties.patient(),
                parties.insurer(),
                parties.provider(),
                parties.coverages(),
                parties.careTeam(),
                new Items(bundle, first, prior).all(),
                attached(bundle, first),
                Numbers.transmission(claim),
                findings.warnings(),
                Problems.of(claim, parties));
    }

    /**
     * For $inquire.
     *
     * @param body a Bundle, in UTF-8
     * @throws InvalidRequest naming the first place that is wrong; also if no patient is named
     */
    public InquiryRequest inquiry(byte[] body, PasVersion version, boolean lenient) {
        Findings findings = new Findings(lenient);
        RawBundle bundle = BundleReader.read(text.read(body), findings);
        Entry first = bundle.entries().get(0);
        InquiryRules.check(bundle, first, version, findings);
        findings.settle();
        Spot claim = bundle.spot(first);
        Parties parties = Parties.of(bundle, first);
        return new InquiryRequest(
                version,
                bundle,
                first,
                bundleId(bundle),
                parties.memberIds(),
                parties.providerIds(),
                parties.insurerIds(),
                parties.patient(),
                parties.insurer(),
                parties.provider(),
                parties.coverages(),
                Numbers.authorizations(claim),
                Numbers.administrative(claim),
                version == PasVersion.STU_2_0 ? Numbers.identifiers(claim) : List.of(),
                InquiredItems.of(bundle, first),
                WrittenDays.period(claim.at("billablePeriod")),
                new Items(bundle, first, Optional.empty()).diagnoses(),
                Numbers.transmission(claim),
                findings.warnings());
    }

    private static Optional<BusinessId> bundleId(RawBundle bundle) {
        return new Spot(bundle.head(), "Bundle").at("identifier").identifier();
    }

    private static Optional<Entry> prior(RawBundle bundle, Entry first) {
        return Purposes.related(bundle.spot(first))
                .map(related -> related.at("claim").at("reference").text())
                .filter(reference -> !reference.isEmpty())
                .flatMap(reference -> bundle.resolve(reference, first))
                .filter(entry -> entry.type().equals("Claim") && !entry.equals(first));
    }

    /** An update of 2.0.1 that names nothing keeps the identifier of what it updates, as the guide's example does. */
    private static Optional<PriorReference> related(Spot claim, Purpose purpose, PasVersion version) {
        Optional<Spot> related = Purposes.related(claim);
        if (related.isEmpty() && STAND_ALONE.contains(purpose)) {
            return Optional.empty();
        }
        Optional<BusinessId> own = version == PasVersion.STU_2_0 && purpose == Purpose.UPDATE
                ? Numbers.identifiers(claim).stream().findFirst()
                : Optional.empty();
        PriorReference reference = new PriorReference(
                related.map(each -> each.at("claim").at("reference").text()).orElse(""),
                related.map(each -> each.at("claim").at("identifier").identifier())
                        .orElse(own),
                Numbers.authorizations(claim),
                Numbers.administrative(claim));
        return Optional.of(reference).filter(PriorReference::namesSomething);
    }

    private static List<Entry> attached(RawBundle bundle, Entry first) {
        return bundle.spot(first).each("supportingInfo").stream()
                .filter(info -> !Purposes.isCancelled(info))
                .map(info -> info.at("valueReference").at("reference").text())
                .filter(reference -> !reference.isEmpty())
                .flatMap(reference -> bundle.resolve(reference, first).stream())
                .distinct()
                .toList();
    }
}
