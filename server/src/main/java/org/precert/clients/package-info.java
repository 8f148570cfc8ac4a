/**
 * Who may call: the registered clients, and the check of the tokens that they sign. CDS Hooks,
 * <a href="https://cds-hooks.hl7.org/2.0/#trusting-cds-clients">Trusting CDS Clients</a>.
 */
@NullMarked
package org.precert.clients;

import org.jspecify.annotations.NullMarked;
