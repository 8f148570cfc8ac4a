package org.precert.dtr.adaptive;

/** Whether a code is in a value set. */
@FunctionalInterface
public interface ValueSetMembership {

    /** @param valueSetUrl as the form has it in {@code answerValueSet}: with a version, or a # in front, if it is so there */
    boolean has(String valueSetUrl, String system, String code);
}
