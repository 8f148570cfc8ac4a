package org.precert.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value that a define of a prepopulation library gives to a question. Null and what no form can hold are no value. */
public sealed interface Value {

    record YesNo(boolean yes) implements Value {}

    record Count(int number) implements Value {}

    record Measure(BigDecimal number) implements Value {}

    /** @param display empty if there is none */
    record Coded(String system, String code, String display) implements Value {}

    /** @param unit a UCUM code */
    record Amount(BigDecimal number, String unit) implements Value {}

    record Day(LocalDate day) implements Value {}

    record Words(String words) implements Value {}
}
