package org.precert.cases;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.precert.audit.Who;

/** Who caused an event. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Actor.Client.class, name = "client"),
    @JsonSubTypes.Type(value = Actor.Machine.class, name = "machine"),
    @JsonSubTypes.Type(value = Person.class, name = "person"),
})
public sealed interface Actor permits Actor.Client, Actor.Machine, Person {

    /** A word for lists: machine, client or the person's name. */
    String label();

    /** As the audit names it: by ids alone. */
    Who audited();

    /**
     * A provider's system.
     *
     * @param id of the registered client; empty for anybody
     */
    record Client(String id) implements Actor {
        @Override
        public String label() {
            return "client";
        }

        @Override
        public Who audited() {
            return Who.client(id);
        }
    }

    /**
     * This server.
     *
     * @param engine what ran: policy version, clock ...
     */
    record Machine(String engine) implements Actor {
        @Override
        public String label() {
            return "machine";
        }

        @Override
        public Who audited() {
            return Who.machine(engine);
        }
    }
}
