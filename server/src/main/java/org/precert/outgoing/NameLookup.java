package org.precert.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks the DNS. May take long: the system's own way can not be called off. */
@FunctionalInterface
interface NameLookup {

    InetAddress[] addresses(String host) throws UnknownHostException;
}
