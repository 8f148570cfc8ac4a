package org.precert.review;

import java.util.Optional;

/** The files of the policies that are served here, as they were written. */
@FunctionalInterface
public interface PolicyTexts {

    /** @param path as in {@code <payer>/<policy>/policy.md} */
    Optional<String> text(String path);
}
