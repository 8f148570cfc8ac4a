package org.precert.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.clients.Client;
import org.precert.requirements.PasRequirement;
import org.precert.review.InvalidRequest;

/** Whom a change concerns. */
class FilterTest {

    private static final String NPI = "http://hl7.org/fhir/sid/us-npi";
    private static final Owner CLINIC = Nodes.owner(Nodes.client("clinic", Set.of("100", NPI + "|200")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org-identifier=100",
                "orgIdentifier=100",
                "identifier=100",
                "ORG-IDENTIFIER=100",
                "ClaimResponse?org-identifier=100",
                "Organization?identifier=100",
                "org-identifier=1,100",
                "org-identifier= 100 "
            })
    @PasRequirement("spec-58")
    void takesEverySpellingOfItsName(String text) {
        assertThat(concern(Nodes.NOBODY, "", Set.of("100"), text)).isTrue();
        assertThat(concern(Nodes.NOBODY, "", Set.of("101"), text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "org-identifier",
                "org-identifier=",
                "org-identifier=,",
                "=100",
                "Encounter.patient=100",
                "patient=100",
                "org-identifier:not=100",
                "a b?org-identifier=100",
                "org-identifier=100|",
                "org-identifier=%zz"
            })
    void refusesAnyOther(String text) {
        assertThatThrownBy(() -> Filter.of(text, "Subscription.criteria"))
                .isInstanceOfSatisfying(InvalidRequest.class, e -> {
                    assertThat(e.kind()).isEqualTo(InvalidRequest.Kind.NOT_CONFORMANT);
                    assertThat(e.path()).isEqualTo("Subscription.criteria");
                });
    }

    @Test
    void readsAValueWithItsSystem() {
        Set<String> organizations = Set.of("200", NPI + "|200");
        assertThat(concern(Nodes.NOBODY, "", organizations, "org-identifier=" + NPI + "|200"))
                .isTrue();
        assertThat(concern(
                        Nodes.NOBODY, "", organizations, "org-identifier=http%3A%2F%2Fhl7.org/fhir/sid/us-npi%7C200"))
                .isTrue();
        assertThat(concern(Nodes.NOBODY, "", organizations, "org-identifier=urn:other|200"))
                .isFalse();
    }

    @Test
    void takesOneOfSeveralValuesAndAllOfSeveralFilters() {
        assertThat(concern(Nodes.NOBODY, "", Set.of("100", "300"), "identifier=100", "identifier=200,300"))
                .isTrue();
        assertThat(concern(Nodes.NOBODY, "", Set.of("100"), "identifier=100", "identifier=200,300"))
                .isFalse();
    }

    @Test
    @PasRequirement("spec-59")
    void isForItsOwnersOrganizationsAlone() {
        assertThat(Filter.of("identifier=100", "").isFor(CLINIC)).isTrue();
        assertThat(Filter.of("identifier=any|100", "").isFor(CLINIC)).isTrue();
        assertThat(Filter.of("identifier=" + NPI + "|200", "").isFor(CLINIC)).isTrue();
        assertThat(Filter.of("identifier=200", "").isFor(CLINIC)).isTrue();
        assertThat(Filter.of("identifier=urn:other|200", "").isFor(CLINIC)).isFalse();
        assertThat(Filter.of("identifier=100,300", "").isFor(CLINIC)).isFalse();
        assertThat(Filter.of("identifier=00", "").isFor(CLINIC)).isFalse();
        assertThat(Filter.of("identifier=300", "").isFor(Nodes.NOBODY)).isTrue();
    }

    @Test
    void takesABareValueForTheSystemThatItIsRegisteredWith() {
        assertThat(concern(CLINIC, "other", Set.of("200", NPI + "|200"), "identifier=200"))
                .isTrue();
        assertThat(concern(CLINIC, "other", Set.of("200", "urn:other|200"), "identifier=200"))
                .isFalse();
    }

    @Test
    void withoutAFilterIsAboutWhateverIsItsOwners() {
        assertThat(concern(CLINIC, "other", Set.of("100"))).isTrue();
        assertThat(concern(CLINIC, "clinic", Set.of("300"))).isTrue();
        assertThat(concern(CLINIC, "other", Set.of("300"))).isFalse();
    }

    @Test
    void tellsNobodyInParticularWhatARegisteredClientSubmitted() {
        assertThat(concern(Nodes.NOBODY, "", Set.of("100"))).isTrue();
        assertThat(concern(Nodes.NOBODY, "clinic", Set.of("100"))).isFalse();
        assertThat(concern(Nodes.NOBODY, "clinic", Set.of("100"), "identifier=100"))
                .isFalse();
    }

    @Test
    void tellsAClientThatIsRegisteredNoMoreNothing() {
        Owner gone = new Owner("gone", Optional.empty());
        assertThat(concern(gone, "other", Set.of("100"), "identifier=100")).isFalse();
        assertThat(concern(gone, "other", Set.of("100"))).isFalse();
    }

    @Test
    void tellsAClientOfOnePayerNothingOfAnother() {
        Client clinic = Nodes.client("clinic", Set.of("100"));
        assertThat(concern(Nodes.owner(ofPayer(clinic, "payer")), "other", Set.of("100")))
                .isTrue();
        assertThat(concern(Nodes.owner(ofPayer(clinic, "another")), "other", Set.of("100")))
                .isFalse();
        assertThat(concern(Nodes.owner(ofPayer(clinic, "another")), "clinic", Set.of("100"), "identifier=100"))
                .isFalse();
    }

    private static Client ofPayer(Client client, String payer) {
        return new Client(
                client.id(),
                client.issuers(),
                client.fhirBases(),
                client.privateNetwork(),
                Set.of(payer),
                client.crdVersion(),
                client.dtr(),
                client.forms(),
                client.pas());
    }

    private static boolean concern(Owner owner, String client, Set<String> organizations, String... filters) {
        List<Filter> all = Stream.of(filters).map(each -> Filter.of(each, "")).toList();
        return new Filters(all)
                .concern(new Notice(client, "payer", organizations, "case", "cr", Instant.EPOCH, Map.of()), owner);
    }
}
