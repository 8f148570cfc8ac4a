package org.precert.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The addresses that begin with the same bits. */
final class AddressRange {

    private final byte[] start;
    private final int bits;

    private AddressRange(byte[] start, int bits) {
        this.start = start;
        this.bits = bits;
    }

    /** @param cidr an address and a length, as 10.0.0.0/8 or fc00::/7 */
    static AddressRange of(String cidr) {
        int slash = cidr.indexOf('/');
        try {
            byte[] start = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
            return new AddressRange(start, Integer.parseInt(cidr.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not a range of addresses: " + cidr, e);
        }
    }

    boolean contains(byte[] address) {
        if (address.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if (((address[bit / 8] ^ start[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
