package org.precert.limits;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code precert.limits.*}; all of it holds for one node.
 *
 * @param body the largest request that is read
 * @param pasBody the same for requests for prior authorization, which carry documents
 * @param bodyTime in which a request has to be there as a whole
 * @param inFlight how many calls are worked on at once; one client has half of them at most
 * @param rate calls a second of one client in the long run; 0: as many as it likes
 * @param burst calls of one client at once, after a pause
 * @param clients the same for clients that have a pace of their own, by their ids
 * @param strangers the same for each address from which somebody calls who is not known
 */
@ConfigurationProperties("precert.limits")
record LimitsProperties(
        @DefaultValue("2MB") DataSize body,
        @DefaultValue("10MB") DataSize pasBody,
        @DefaultValue("10s") Duration bodyTime,
        @DefaultValue("150") int inFlight,
        @DefaultValue("50") int rate,
        @DefaultValue("200") int burst,
        @DefaultValue Map<String, Pace> clients,
        @DefaultValue Strangers strangers) {

    /** By address. */
    record Strangers(
            @DefaultValue("20") int rate,
            @DefaultValue("100") int burst) {

        Pace pace() {
            return new Pace(rate, burst);
        }
    }

    LimitsProperties {
        clients = Map.copyOf(clients);
    }

    Pace pace() {
        return new Pace(rate, burst);
    }
}
