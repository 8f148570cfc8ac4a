package org.precert.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.precert.policy.InvalidPolicy;

class CqlCompilerTest {

    private static final String HEAD = "library Aurora version '1'\n\n";

    @Test
    void anErrorIsRefusedWithFileLineAndColumn() {
        assertThatThrownBy(() -> compile("define \"A\":\n  \"Nothing\""))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageStartingWith("policies/aurora/Aurora.cql:4:3: ")
                .hasMessageContaining("Nothing");
    }

    @Test
    void textThatIsNoCqlIsRefusedWithFileLineAndColumn() {
        assertThatThrownBy(() -> compile("define \"A\": ("))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageStartingWith("policies/aurora/Aurora.cql:3:");
    }

    @Test
    void aWarningIsRefusedWithFileLineAndColumn() {
        assertThatThrownBy(() ->
                        compile("define \"Numbers\": { 1, 2 }\n\ndefine \"A\":\n  \"Numbers\" \"A\" return \"A\""))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageStartingWith("policies/aurora/Aurora.cql:6:");
    }

    @Test
    void eachErrorIsNamed() {
        assertThatThrownBy(() -> compile("define \"A\": \"First\"\n\ndefine \"B\": \"Second\""))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContainingAll("Aurora.cql:3:13: ", "Aurora.cql:5:13: ");
    }

    @Test
    void aLibraryMayIncludeTheSharedOnes() {
        CqlCompiler compiler = new CqlCompiler(List.of("library Shared version '1'\n\ndefine \"Yes\": true"));
        assertThat(PolicyDefines.of(
                                compiler.compile(
                                        "Aurora.cql",
                                        HEAD
                                                + "include Shared version '1'\n\n/*\n@statement: A\n*/\ndefine \"A\": Shared.\"Yes\""))
                        .with("statement"))
                .containsExactly(new PolicyDefines.Tagged("statement", "A", "A"));
    }

    private static void compile(String defines) {
        new CqlCompiler(List.of()).compile("policies/aurora/Aurora.cql", HEAD + defines);
    }
}
