package org.precert.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.precert.decision.Comparators;
import org.precert.decision.Determination;
import org.precert.decision.Paperwork;
import org.precert.decision.Statement;

/** Reads {@code policy.yaml} and {@code payer.yaml}; their shapes are told in {@code cql/README.md}. */
final class PolicyYaml {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private PolicyYaml() {}

    static Payer payer(String key, String file, String text) {
        PayerText payer = read(file, text, PayerText.class);
        return new Payer(
                key,
                required(file, "name", payer.name),
                Optional.ofNullable(payer.url),
                list(payer.identifiers),
                payer.plans == null ? Map.of() : payer.plans,
                payer.demonstration);
    }

    static Policy policy(String folder, String file, String text, String contentHash) {
        PolicyText policy = read(file, text, PolicyText.class);
        try {
            return policy(folder, file, policy, contentHash);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new InvalidPolicy(file + ": " + e.getMessage(), e);
        }
    }

    private static Policy policy(String folder, String file, PolicyText policy, String contentHash) {
        return new Policy(
                required(file, "id", policy.id),
                folder.substring(0, folder.indexOf('/')),
                folder,
                required(file, "title", policy.title),
                required(file, "subject", policy.subject),
                required(file, "version", policy.version),
                required(file, "library", policy.library),
                document(file, required(file, "document", policy.document)),
                inForce(file, required(file, "in-force", policy.inForce)),
                map(policy.statements, statement -> statement(file, statement)),
                map(policy.notices, notice -> notice(file, notice)),
                map(policy.interpretations, each -> interpretation(file, each)),
                policy.questionnaires == null ? Map.of() : policy.questionnaires,
                Optional.ofNullable(policy.asksWith),
                contentHash);
    }

    static Map<String, String> linesOfBusiness(String file, String text) {
        try {
            return YAML.readerForMapOf(String.class).readValue(text);
        } catch (JsonProcessingException e) {
            throw new InvalidPolicy(file + ": " + e.getOriginalMessage(), e);
        }
    }

    static Map<String, FactWords> factWords(String file, String text) {
        try {
            return YAML.readerForMapOf(FactWords.class).readValue(text);
        } catch (JsonProcessingException e) {
            throw new InvalidPolicy(file + ": " + e.getOriginalMessage(), e);
        }
    }

    private static Document document(String file, DocumentText text) {
        return new Document(
                required(file, "document.name", text.name),
                Optional.ofNullable(text.url),
                required(file, "document.sha256", text.sha256),
                LocalDate.parse(required(file, "document.revised", text.revised)),
                Optional.ofNullable(text.nextReview).map(YearMonth::parse),
                Optional.ofNullable(text.earlierSince).map(LocalDate::parse));
    }

    private static InForce inForce(String file, InForceText text) {
        return new InForce(
                LocalDate.parse(required(file, "in-force.from", text.from)),
                Optional.ofNullable(text.until).map(LocalDate::parse));
    }

    private static Statement statement(String file, StatementText text) {
        String label = required(file, "statements.label", text.label);
        return new Statement(
                label,
                Determination.of(required(file, label + ".determination", text.determination)),
                required(file, label + ".says", text.says),
                required(file, label + ".locator", text.locator),
                Optional.ofNullable(text.paperwork),
                Optional.ofNullable(text.comparators));
    }

    private static Notice notice(String file, NoticeText text) {
        String id = required(file, "notices.id", text.id);
        return new Notice(
                id,
                required(file, id + ".kind", text.kind),
                required(file, id + ".summary", text.summary),
                required(file, id + ".text", text.text),
                required(file, id + ".locator", text.locator),
                Optional.ofNullable(text.url),
                text.always);
    }

    private static Interpretation interpretation(String file, InterpretationText text) {
        return new Interpretation(
                required(file, "interpretations.point", text.point),
                required(file, "interpretations.decided", text.decided),
                required(file, "interpretations.other-reading", text.otherReading));
    }

    private static <T> T read(String file, String text, Class<T> type) {
        try {
            return required(file, "content", YAML.readValue(text, type));
        } catch (JsonProcessingException e) {
            throw new InvalidPolicy(
                    file + ": " + e.getOriginalMessage() + " (line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ")",
                    e);
        }
    }

    private static <T> T required(String file, String name, @Nullable T value) {
        if (value == null) {
            throw new InvalidPolicy(file + ": '" + name + "' is missing");
        }
        return value;
    }

    private static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    private static <T, R> List<R> map(@Nullable List<T> values, Function<T, R> reading) {
        return list(values).stream().map(reading).toList();
    }

    private record PayerText(
            @Nullable String name,
            @Nullable String url,
            @Nullable List<String> identifiers,
            @Nullable Map<String, String> plans,
            boolean demonstration) {}

    private record PolicyText(
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
            @Nullable Map<String, String> questionnaires,
            @Nullable String asksWith) {}

    private record DocumentText(
            @Nullable String name,
            @Nullable String url,
            @Nullable String sha256,
            @Nullable String revised,
            @Nullable String nextReview,
            @Nullable String earlierSince) {}

    private record InForceText(
            @Nullable String from, @Nullable String until) {}

    private record StatementText(
            @Nullable String label,
            @Nullable String determination,
            @Nullable String says,
            @Nullable String locator,
            @Nullable Paperwork paperwork,
            @Nullable Comparators comparators) {}

    private record NoticeText(
            @Nullable String id,
            @Nullable NoticeKind kind,
            @Nullable String summary,
            @Nullable String text,
            @Nullable String locator,
            @Nullable String url,
            boolean always) {}

    private record InterpretationText(
            @Nullable String point,
            @Nullable String decided,
            @Nullable String otherReading) {}
}
