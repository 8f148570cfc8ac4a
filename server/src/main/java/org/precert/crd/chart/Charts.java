package org.precert.crd.chart;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import org.precert.clients.Caller;
import org.precert.crd.call.ClientServer;
import org.precert.crd.call.HookCall;
import org.precert.crd.call.References;
import org.precert.outgoing.OutgoingHttp;
import org.precert.review.ChartFacts;
import org.precert.review.Deadline;
import org.precert.review.InvalidRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the chart of a call. */
public final class Charts {

    private static final Logger LOG = LoggerFactory.getLogger(Charts.class);

    private final OutgoingHttp http;
    private final ObjectMapper json;
    private final ReadableBases bases;
    private final ChartFacts facts;

    public Charts(OutgoingHttp http, ObjectMapper json, ReadableBases bases, ChartFacts facts) {
        this.http = http;
        this.json = json;
        this.bases = bases;
        this.facts = facts;
    }

    /**
     * Gathers what has to be known of every call.
     *
     * @param deadline for everything that is fetched
     * @throws InvalidRequest if what is needed was neither sent nor can be fetched
     */
    public CallChart open(HookCall call, Caller caller, References references, Deadline deadline) {
        Optional<ClientReads> reads = call.client().flatMap(server -> reads(server, caller, deadline));
        return new CallChart(call, references, reads, facts, deadline).gather();
    }

    private Optional<ClientReads> reads(ClientServer server, Caller caller, Deadline deadline) {
        var destination = bases.of(caller, server.base());
        if (destination.isEmpty()) {
            LOG.info("A call names a FHIR server that is not registered for its client");
        }
        return destination.map(known -> new ClientReads(http, json, known, server.token(), deadline));
    }
}
