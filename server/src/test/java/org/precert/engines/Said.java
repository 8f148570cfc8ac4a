package org.precert.engines;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.precert.evaluation.Grounds;
import org.precert.evaluation.Known;
import org.precert.evaluation.Prefill;
import org.precert.evaluation.Value;

/**
 * What an engine said to a define, written alike for both. Null, an empty list and a day that is not known to the day are
 * nothing. A number is a number: JavaScript knows no trailing zeros, neither in numbers nor in words made of them.
 *
 * @param values each once
 * @param grounds each once, in any order: engines may go through a chart as they like
 */
record Said(List<String> values, Set<String> grounds) {

    private static final String EVIDENCE = "Evidence";
    private static final Pattern ZEROS = Pattern.compile("(?<=\\d)(\\.\\d*?)0+(?!\\d)");

    static Map<String, Said> of(Prefill prefill) {
        if (prefill.trouble().isPresent()) {
            throw new AssertionError(prefill.trouble().get());
        }
        Map<String, Said> said = new TreeMap<>();
        prefill.byDefine().forEach((define, known) -> said.put(define, of(known)));
        return said;
    }

    private static Said of(Known known) {
        Set<String> grounds = new TreeSet<>();
        known.grounds().forEach(each -> grounds.add(of(each)));
        return new Said(known.values().stream().map(Said::of).distinct().toList(), grounds);
    }

    private static String of(Value value) {
        if (value instanceof Value.Coded code) {
            return code(code.system(), code.code(), code.display());
        }
        if (value instanceof Value.Amount amount) {
            return number(amount.number()) + " '" + amount.unit() + "'";
        }
        if (value instanceof Value.Measure measure) {
            return number(measure.number());
        }
        if (value instanceof Value.Count count) {
            return Integer.toString(count.number());
        }
        if (value instanceof Value.YesNo answer) {
            return Boolean.toString(answer.yes());
        }
        return value instanceof Value.Day day ? day.day().toString() : ((Value.Words) value).words();
    }

    private static String of(Grounds each) {
        return grounds(
                each.source(),
                each.path(),
                each.on().map(Object::toString).orElse(""),
                code(each.system(), each.code(), each.words()) + " for " + each.answerSystem() + "|"
                        + each.answerCode());
    }

    /** @param defines each with its value, as engines.js writes them */
    static Map<String, Said> of(JsonNode defines) {
        if (defines.has("error")) {
            throw new AssertionError(defines.path("error").asText());
        }
        Map<String, Said> said = new TreeMap<>();
        defines.fields().forEachRemaining(define -> {
            List<String> values = values(define.getValue());
            Set<String> grounds = new TreeSet<>(values(defines.path(define.getKey() + EVIDENCE)));
            if (!values.isEmpty() && !isEvidence(define.getKey(), defines)) {
                said.put(define.getKey(), new Said(values, grounds));
            }
        });
        return said;
    }

    private static boolean isEvidence(String define, JsonNode defines) {
        return define.endsWith(EVIDENCE) && defines.has(define.substring(0, define.length() - EVIDENCE.length()));
    }

    private static List<String> values(JsonNode value) {
        List<String> values = new ArrayList<>();
        (value.isArray() ? value : List.of(value)).forEach(each -> {
            String written = value(each);
            if (!written.isEmpty() && !values.contains(written)) {
                values.add(written);
            }
        });
        return values;
    }

    private static String value(JsonNode value) {
        JsonNode code = value.path("code");
        if (code.isObject()) {
            boolean whole = code.hasNonNull("system") && code.hasNonNull("code");
            return whole ? code(text(code, "system"), text(code, "code"), text(code, "display")) : "";
        }
        if (value.has("quantity")) {
            JsonNode number = value.at("/quantity/value");
            return number.isNumber()
                    ? number(number.decimalValue()) + " '" + text(value.path("quantity"), "unit") + "'"
                    : "";
        }
        if (value.has("date")) {
            return day(value);
        }
        if (value.has("tuple")) {
            return tuple(value.path("tuple"));
        }
        return value.isNumber()
                ? number(value.decimalValue())
                : value.asText("").equals("null") ? "" : value.asText("");
    }

    private static String tuple(JsonNode tuple) {
        JsonNode code = tuple.at("/code/code");
        JsonNode answer = tuple.at("/answer/code");
        String words = code.isObject() ? text(code, "display") : text(tuple, "words");
        return grounds(
                text(tuple, "source"),
                text(tuple, "path"),
                day(tuple.path("on")),
                code(text(code, "system"), text(code, "code"), words) + " for " + text(answer, "system") + "|"
                        + text(answer, "code"));
    }

    private static String day(JsonNode date) {
        String text = date.path("date").asText();
        return text.length() == "2026-06-01".length() ? text : "";
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : "";
    }

    private static String grounds(String source, String path, String on, String code) {
        return source + " " + path + " " + on + " "
                + ZEROS.matcher(code).replaceAll("$1").replaceAll("\\.(?!\\d)", "");
    }

    private static String code(String system, String code, String display) {
        return system + "|" + code + " " + display;
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
