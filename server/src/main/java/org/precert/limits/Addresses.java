package org.precert.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;

/**
 * A bucket for each address that calls; of IPv6 for each network of 64 bits, of which one customer has all the addresses. There
 * are so many buckets and no more: a flood of addresses fills no memory, and forgets nobody who was too fast. Two addresses may
 * meet in one bucket; which do is known to nobody, and is different at each start.
 */
final class Addresses {

    private static final int BUCKETS = 1 << 14;
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private final AtomicReferenceArray<Bucket> buckets = new AtomicReferenceArray<>(BUCKETS);
    private final long seed = new SecureRandom().nextLong();

    /** @param address as the container tells it */
    Bucket of(String address) {
        int index = (int) (mixed(network(address) ^ seed) & (BUCKETS - 1));
        Bucket there = buckets.get(index);
        if (there != null) {
            return there;
        }
        Bucket made = new Bucket();
        return buckets.compareAndSet(index, null, made) ? made : buckets.get(index);
    }

    static long network(String address) {
        int zone = address.indexOf('%');
        String plain = zone < 0 ? address : address.substring(0, zone);
        // Anything else could be a name, which is not to be looked up.
        if (!IPV4.matcher(plain).matches() && !IPV6.matcher(plain).matches()) {
            return plain.hashCode();
        }
        try {
            byte[] bytes = InetAddress.getByName(plain).getAddress();
            return bytes.length == Integer.BYTES
                    ? ByteBuffer.wrap(bytes).getInt()
                    : ByteBuffer.wrap(bytes).getLong();
        } catch (UnknownHostException e) {
            return plain.hashCode();
        }
    }

    /** Spreads the bits: the last step of MurmurHash3, which is in the public domain. */
    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
