package org.precert.requirements;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The test proves these statements of the CRD guide: ids of 2.2.1, as {@code resp-37}, or Inferno's numbers of 2.0.1, as
 * {@code 2.0.1@267}. The build lists them in {@code docs/requirements-crd.md}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requirement {

    String[] value();
}
