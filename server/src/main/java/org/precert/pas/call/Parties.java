package org.precert.pas.call;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who is named in a Claim, and every id by which they may be known.
 *
 * @param coverages those in focus first
 * @param careTeam in the order of the care team, each once
 */
record Parties(
        Optional<Entry> patient,
        Optional<Entry> insurer,
        Optional<Entry> provider,
        List<Entry> coverages,
        List<Entry> careTeam,
        Set<BusinessId> memberIds,
        Set<BusinessId> providerIds,
        Set<BusinessId> insurerIds) {

    static Parties of(RawBundle bundle, Entry claimEntry) {
        Spot claim = bundle.spot(claimEntry);
        Naming naming = new Naming(bundle);
        List<Entry> coverages = coverages(naming, claim, claimEntry);
        List<Spot> payers = new ArrayList<>(List.of(claim.at("insurer")));
        Ids members = new Ids(naming);
        members.named(claim.at("patient"), claimEntry);
        Ids insurers = new Ids(naming);
        insurers.named(payers.get(0), claimEntry);
        for (Entry coverage : coverages) {
            Spot spot = bundle.spot(coverage);
            members.identifiers(spot);
            members.value("", spot.at("subscriberId").text());
            spot.each("payor").forEach(payor -> insurers.named(payor, coverage));
        }
        Ids providers = new Ids(naming);
        providers.named(claim.at("provider"), claimEntry);
        claim.each("careTeam").forEach(member -> providers.named(member.at("provider"), claimEntry));
        return new Parties(
                naming.entry(claim.at("patient"), claimEntry),
                naming.entry(claim.at("insurer"), claimEntry),
                naming.entry(claim.at("provider"), claimEntry),
                coverages,
                claim.each("careTeam").stream()
                        .flatMap(member -> naming.entry(member.at("provider"), claimEntry).stream())
                        .distinct()
                        .toList(),
                members.all,
                providers.all,
                insurers.all);
    }

    private static List<Entry> coverages(Naming naming, Spot claim, Entry from) {
        List<Spot> insurances = claim.each("insurance");
        return Stream.concat(
                        insurances.stream().filter(each -> each.at("focal").is(true)),
                        insurances.stream().filter(each -> !each.at("focal").is(true)))
                .flatMap(each -> naming.entry(each.at("coverage"), from).stream())
                .distinct()
                .toList();
    }

    /** Follows a Reference. */
    private record Naming(RawBundle bundle) {

        Optional<Entry> entry(Spot reference, Entry from) {
            String text = reference.at("reference").text();
            return text.isEmpty() ? Optional.empty() : bundle.resolve(text, from);
        }
    }

    /** Collects ids. */
    private static final class Ids {

        private final Naming naming;
        private final Set<BusinessId> all = new LinkedHashSet<>();
        private final Set<Entry> seen = new HashSet<>();

        Ids(Naming naming) {
            this.naming = naming;
        }

        /** Of whom a Reference names: in itself, and in the resource; of a role, those of the person and the place. */
        void named(Spot reference, Entry from) {
            reference.at("identifier").identifier().ifPresent(all::add);
            naming.entry(reference, from).filter(seen::add).ifPresent(entry -> {
                Spot resource = naming.bundle().spot(entry);
                identifiers(resource);
                if (entry.type().equals("PractitionerRole")) {
                    named(resource.at("practitioner"), entry);
                    named(resource.at("organization"), entry);
                }
            });
        }

        void identifiers(Spot resource) {
            resource.each("identifier").forEach(each -> each.identifier().ifPresent(all::add));
        }

        void value(String system, String value) {
            if (!value.isBlank()) {
                all.add(new BusinessId(system, value.strip()));
            }
        }
    }
}
