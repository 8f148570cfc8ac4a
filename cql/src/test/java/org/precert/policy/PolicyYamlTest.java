package org.precert.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.decision.Comparators;
import org.precert.decision.Limit;
import org.precert.decision.Proposal;
import org.precert.decision.Statement;

class PolicyYamlTest {

    private static final String POLICY = """
            id: aurora-ketamine
            title: Ketamine
            subject: IV ketamine
            version: 2026.01.01
            library: AuroraKetamine
            document: { name: Aurora 1, sha256: "0", revised: 2026-01-01 }
            in-force: { from: 2026-01-01 }
            statements:
              - { label: A, determination: refer, says: something, locator: page 1 }
            """;

    private static final String RICH = """
            id: aurora-ketamine
            title: Ketamine
            subject: IV ketamine
            version: 2026.01.01
            library: AuroraKetamine
            document: { name: Aurora 1, sha256: "0", revised: 2026-01-01 }
            in-force: { from: 2026-01-01 }
            statements:
              - label: A
                determination: refer
                says: something
                locator: page 1
                comparators:
                  what: therapy
                  locator: page 2
                  proposals:
                    - { kind: service, system: "urn:oid:2.999", code: T, display: Therapy }
                limits:
                  - { code: allowed-quantity, value: 10, unit: infusions, says: ten, locator: page 3 }
            notices:
              - id: coded
                kind: coding
                summary: a new code
                text: A code took the place of another.
                locator: page 4
                corrects:
                  - { system: "urn:oid:2.999", from: old, to: new, words: the new one, only-without-quantity: true }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"id", "title", "subject", "version", "library", "document", "in-force"})
    void aFieldThatIsMissingIsNamedWithTheFile(String field) {
        String without = POLICY.replaceFirst("(?m)^" + field + ":.*\\n", "");
        assertThatThrownBy(() -> read(without))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContainingAll("aurora/ketamine/policy.yaml", "'" + field + "'");
    }

    @Test
    void aFieldThatNobodyKnowsIsNamedWithItsLine() {
        assertThatThrownBy(() -> read("colour: blue\n" + POLICY))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContainingAll("policy.yaml", "colour", "line 1");
    }

    @Test
    void aDeterminationThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> read(POLICY.replace("refer", "denied")))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContainingAll("policy.yaml", "'denied'");
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        assertThatThrownBy(() -> read(POLICY.replace("from: 2026-01-01", "from: 2026-02-30")))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContainingAll("policy.yaml", "2026-02-30");
    }

    @Test
    void whatAStatementProposesAndLimitsIsRead() {
        Statement statement = read(RICH).statements().get(0);
        assertThat(statement.comparators())
                .contains(new Comparators(
                        "therapy", "page 2", List.of(new Proposal("service", "urn:oid:2.999", "T", "Therapy"))));
        assertThat(statement.limits())
                .containsExactly(new Limit("allowed-quantity", new BigDecimal("10"), "infusions", "ten", "page 3"));
    }

    @Test
    void whatANoticeCorrectsIsRead() {
        assertThat(read(RICH).notices().get(0).corrections())
                .containsExactly(new Correction("urn:oid:2.999", "old", "new", "the new one", true));
    }

    @Test
    void whatIsLeftOutIsNothing() {
        Statement statement = read(POLICY).statements().get(0);
        assertThat(statement.comparators()).isEmpty();
        assertThat(statement.limits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "kind: service,         kind: procedure,      'procedure'",
        "code: T,               token: T,             token",
        "'display: Therapy',    display: ,            'A.comparators.proposals.display'",
        "code: allowed-quantity, code: max,           'max'",
        "value: 10,             value: 0,             'allows something'",
        "value: 10,             value: ten,           ten",
        "unit: infusions,       units: infusions,     units",
        "from: old,             from: new,            'corrects itself'",
        "to: new,               into: new,            into",
        "'words: the new one',  words: ,              'coded.corrects.words'",
        "kind: coding,          kind: safety,         'only a notice of kind coding'",
    })
    void aKeyOrAValueThatCanNotBeIsNamed(String right, String wrong, String named) {
        assertThat(RICH).contains(right);
        assertThatThrownBy(() -> read(RICH.replace(right, wrong)))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContainingAll("policy.yaml", named);
    }

    private static Policy read(String text) {
        return PolicyYaml.policy("aurora/ketamine", "aurora/ketamine/policy.yaml", text, "hash");
    }
}
