package org.precert.subscriptions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What a Subscription asks for, checked.
 *
 * @param resource as it was sent
 * @param off whether it asks for nothing more to be sent
 */
record Wanted(ObjectNode resource, Channel channel, Filters filters, Optional<Instant> end, boolean off) {}
