package org.precert.dtr;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.precert.clients.Caller;
import org.precert.clients.Client;
import org.precert.clients.DtrSettings;
import org.precert.forms.Flavour;
import org.precert.review.Deadline;

/**
 * Who asks, how he wants it written, and when.
 *
 * @param now of the call
 */
record Asked(Caller caller, Flavour flavour, Instant now, ZoneId zone, Deadline deadline) {

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    String client() {
        return caller.known().map(Client::id).orElse("");
    }

    boolean mayAsk(String payer) {
        return caller.known().map(client -> client.mayAsk(payer)).orElse(true);
    }

    boolean wantsAdaptive() {
        return caller.known().map(Client::forms).map(DtrSettings::adaptive).orElse(false);
    }
}
