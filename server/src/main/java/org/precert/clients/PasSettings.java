package org.precert.clients;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * How a client requests prior authorization, and for whom.
 *
 * @param lenient whether requests that break the guide but can be understood are taken, with warnings
 * @param identifiers of the organizations and providers that it acts for, as NPI, ISA06 or GS02, with their system before a
 *     bar or without it: it may inquire and subscribe for these alone
 * @param notificationEndpoints what the addresses begin with that notifications may go to
 * @param patientAccess whether it is the payer's Patient Access API, which reads what members' authorizations came to
 */
public record PasSettings(
        boolean lenient, Set<String> identifiers, List<URI> notificationEndpoints, boolean patientAccess) {

    public static final PasSettings USUAL = new PasSettings(false, Set.of(), List.of(), false);

    public PasSettings {
        identifiers = Set.copyOf(identifiers);
        notificationEndpoints = List.copyOf(notificationEndpoints);
    }
}
