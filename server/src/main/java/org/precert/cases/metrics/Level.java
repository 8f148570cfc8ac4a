package org.precert.cases.metrics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what figures are told apart: each kind of payer reports at its own level, 42 CFR 422.122(c) and its like. */
enum Level {
    CONTRACT("contract (Medicare Advantage)"),
    STATE("state (Medicaid and CHIP fee-for-service)"),
    PLAN("plan (Medicaid managed care, CHIP managed care)"),
    ISSUER("issuer (qualified health plans on the federal exchanges)"),
    PAYER("payer");

    private final String words;

    Level(String words) {
        this.words = words;
    }

    static Optional<Level> of(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String words() {
        return words;
    }
}
