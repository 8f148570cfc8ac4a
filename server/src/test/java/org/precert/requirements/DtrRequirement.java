package org.precert.requirements;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The test proves these statements of the DTR guide: ids of 2.2.0, as {@code oper-12}, or Inferno's numbers of 2.0.1, as
 * {@code 2.0.1@308}. The build lists them in {@code docs/requirements-dtr.md}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DtrRequirement {

    String[] value();
}
