package org.precert.requirements;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The test proves these statements of the PAS guide: keys of 2.2.1, as {@code spec-34}, or Inferno's numbers of 2.0.1, as
 * {@code 2.0.1@106}; or a point of Precert's own, as {@code own@closure}. The build lists them in
 * {@code docs/requirements-pas.md}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PasRequirement {

    String[] value();
}
