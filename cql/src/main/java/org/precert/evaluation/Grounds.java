package org.precert.evaluation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What an answer was read from.
 *
 * @param source Type/id
 * @param path the element
 * @param on the day that the record gives
 * @param system and code: empty where words alone stood there
 * @param answerSystem and answerCode: the answer that this stands for, where its own code is another; else empty
 */
public record Grounds(
        String source,
        String path,
        Optional<LocalDate> on,
        String system,
        String code,
        String words,
        String answerSystem,
        String answerCode) {}
