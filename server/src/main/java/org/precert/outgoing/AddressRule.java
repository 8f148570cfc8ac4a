package org.precert.outgoing;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to. It judges the address that is connected to and not the name or its spelling:
 * whatever a resolver makes of 0x7f.1 ends here. Ranges: https://www.iana.org/assignments/iana-ipv4-special-registry and
 * iana-ipv6-special-registry.
 */
final class AddressRule {

    /** This machine and networks behind a router: for destinations that are registered so. */
    private static final List<AddressRange> PRIVATE =
            ranges("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "::1/128", "fc00::/7");

    /** Never: nobody's FHIR server stands here, and the clouds' metadata and credentials do. */
    private static final List<AddressRange> NEVER = ranges(
            "0.0.0.0/8",
            "100.64.0.0/10", // carrier-grade NAT, and the metadata of Alibaba
            "168.63.129.16/32", // Azure's host agent, though it looks public
            "169.254.0.0/16", // link-local, and the metadata of most
            "192.0.0.0/24", // protocol assignments, and the metadata of Oracle
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "fd00:ec2::/32", // the metadata of AWS, inside the private range
            "fd20:ce::/32", // the metadata of Google, likewise
            "2001::/23", // Teredo, ORCHID, benchmarks
            "2001:db8::/32",
            "2002::/16", // 6to4 carries an IPv4 address of anybody's choice
            "3fff::/20");

    private static final AddressRange GLOBAL_IPV6 = AddressRange.of("2000::/3");

    /** Networks without IPv4 reach it so; the IPv4 address inside is what counts. 64:ff9b:1::/48 is not global: closed. */
    private static final AddressRange NAT64 = AddressRange.of("64:ff9b::/96");

    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    private AddressRule() {}

    static boolean allows(InetAddress address, boolean privateNetwork) {
        byte[] bytes = unwrapped(address.getAddress());
        if (isIn(NEVER, bytes)) {
            return false;
        }
        if (isIn(PRIVATE, bytes)) {
            return privateNetwork;
        }
        return bytes.length == 4 || GLOBAL_IPV6.contains(bytes);
    }

    private static byte[] unwrapped(byte[] bytes) {
        boolean mapped = bytes.length == 16 && Arrays.equals(bytes, 0, 12, MAPPED, 0, 12);
        return mapped || NAT64.contains(bytes) ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }

    private static boolean isIn(List<AddressRange> ranges, byte[] bytes) {
        return ranges.stream().anyMatch(range -> range.contains(bytes));
    }

    private static List<AddressRange> ranges(String... cidrs) {
        return Stream.of(cidrs).map(AddressRange::of).toList();
    }
}
