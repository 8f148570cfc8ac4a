package org.precert.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code policy.yaml} as it is written, before anything is asked of it. */
record PolicyText(
        @Nullable String id,
        @Nullable String title,
        @Nullable String subject,
        @Nullable String version,
        @Nullable String library,
        @Nullable DocumentText document,
        @Nullable InForceText inForce,
        @Nullable List<StatementText> statements,
        @Nullable List<NoticeText> notices,
        @Nullable List<InterpretationText> interpretations,
        @Nullable String prepopulation,
        @Nullable Map<String, String> questionnaires,
        @Nullable String asksWith) {

    record DocumentText(
            @Nullable String name,
            @Nullable String url,
            @Nullable String sha256,
            @Nullable String revised,
            @Nullable String nextReview,
            @Nullable String earlierSince) {}

    record InForceText(@Nullable String from, @Nullable String until) {}

    record StatementText(
            @Nullable String label,
            @Nullable String determination,
            @Nullable String says,
            @Nullable String locator,
            @Nullable PaperworkText paperwork,
            @Nullable ComparatorsText comparators,
            @Nullable List<LimitText> limits) {}

    record PaperworkText(
            @Nullable String kind,
            @Nullable String purpose,
            @Nullable String questionnaire) {}

    record ComparatorsText(
            @Nullable String what,
            @Nullable String locator,
            @Nullable List<ProposalText> proposals) {}

    record ProposalText(
            @Nullable String kind,
            @Nullable String system,
            @Nullable String code,
            @Nullable String display) {}

    record LimitText(
            @Nullable String code,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable String says,
            @Nullable String locator) {}

    record NoticeText(
            @Nullable String id,
            @Nullable NoticeKind kind,
            @Nullable String summary,
            @Nullable String text,
            @Nullable String locator,
            @Nullable String url,
            boolean always,
            @Nullable List<CorrectionText> corrects) {}

    record CorrectionText(
            @Nullable String system,
            @Nullable String from,
            @Nullable String to,
            @Nullable String words,
            boolean onlyWithoutQuantity) {}

    record InterpretationText(
            @Nullable String point,
            @Nullable String decided,
            @Nullable String otherReading) {}
}
