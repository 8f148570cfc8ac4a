package org.precert.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static Policy read(String text) {
        return PolicyYaml.policy("aurora/ketamine", "aurora/ketamine/policy.yaml", text, "hash");
    }
}
