package org.precert.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.runtime.Code;
import org.opencds.cqf.cql.engine.runtime.Date;
import org.opencds.cqf.cql.engine.runtime.Quantity;
import org.opencds.cqf.cql.engine.runtime.Tuple;

/** Reads the values of defines that a form binds. What no form can hold is passed over, as null is. */
final class ValueReader {

    private ValueReader() {}

    static List<Value> values(@Nullable Object result) {
        List<Value> values = new ArrayList<>();
        if (result instanceof Iterable<?> several) {
            several.forEach(
                    each -> value(each).filter(one -> !values.contains(one)).ifPresent(values::add));
        } else {
            value(result).ifPresent(values::add);
        }
        return values;
    }

    private static Optional<Value> value(@Nullable Object result) {
        if (result instanceof Boolean yes) {
            return Optional.of(new Value.YesNo(yes));
        }
        if (result instanceof Integer number) {
            return Optional.of(new Value.Count(number));
        }
        if (result instanceof BigDecimal number) {
            return Optional.of(new Value.Measure(number));
        }
        if (result instanceof String words && !words.isBlank()) {
            return Optional.of(new Value.Words(words));
        }
        return structured(result);
    }

    private static Optional<Value> structured(@Nullable Object result) {
        if (result instanceof Code code && code.getSystem() != null && code.getCode() != null) {
            return Optional.of(new Value.Coded(text(code.getSystem()), text(code.getCode()), text(code.getDisplay())));
        }
        if (result instanceof Quantity amount && amount.getValue() != null) {
            return Optional.of(new Value.Amount(amount.getValue(), text(amount.getUnit())));
        }
        return day(result).map(Value.Day::new);
    }

    static List<Grounds> grounds(@Nullable Object result) {
        List<Grounds> grounds = new ArrayList<>();
        if (result instanceof Iterable<?> tuples) {
            for (Object each : tuples) {
                if (each instanceof Tuple tuple && !grounds.contains(grounds(tuple))) {
                    grounds.add(grounds(tuple));
                }
            }
        }
        return grounds;
    }

    private static Grounds grounds(Tuple tuple) {
        Optional<Code> code = code(tuple, "code");
        Optional<Code> answer = code(tuple, "answer");
        return new Grounds(
                text(tuple.getElement("source")),
                text(tuple.getElement("path")),
                day(tuple.getElement("on")),
                code.map(each -> text(each.getSystem())).orElse(""),
                code.map(each -> text(each.getCode())).orElse(""),
                code.map(each -> text(each.getDisplay())).orElseGet(() -> text(tuple.getElement("words"))),
                answer.map(each -> text(each.getSystem())).orElse(""),
                answer.map(each -> text(each.getCode())).orElse(""));
    }

    private static Optional<Code> code(Tuple tuple, String element) {
        return tuple.getElement(element) instanceof Code each ? Optional.of(each) : Optional.empty();
    }

    /** A day alone: of a month or a year no form can hold the rest. */
    private static Optional<LocalDate> day(@Nullable Object result) {
        return result instanceof Date date && date.getPrecision().toDateIndex() >= 2
                ? Optional.ofNullable(date.getDate())
                : Optional.empty();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
