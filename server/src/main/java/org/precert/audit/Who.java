package org.precert.audit;

/**
 * Who did it: ids alone, no names.
 *
 * @param id of the registered client or the person; of the machine, what decided: policy|version, clock ...; may be empty
 * @param credential of a person, such as MD; may be empty
 */
public record Who(Is is, String id, String credential) {

    /** What kind of somebody. */
    public enum Is {
        CLIENT,
        PERSON,
        MACHINE,
        NOBODY
    }

    /** @param id empty where trust is off and anybody may call */
    public static Who client(String id) {
        return new Who(Is.CLIENT, id, "");
    }

    public static Who person(String id, String credential) {
        return new Who(Is.PERSON, id, credential);
    }

    public static Who machine(String engine) {
        return new Who(Is.MACHINE, engine, "");
    }

    /** Somebody who proved nothing. */
    public static Who nobody() {
        return new Who(Is.NOBODY, "", "");
    }
}
