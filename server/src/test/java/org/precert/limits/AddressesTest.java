package org.precert.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has one address has one bucket, and all the addresses there are have no more than there are buckets. */
class AddressesTest {

    private final Addresses addresses = new Addresses();

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8::1, 2001:db8::2",
        "2001:db8:0:0:ffff::1, 2001:db8::",
        "2001:db8::1, 2001:DB8:0:0:1:2:3:4",
        "fe80::1%eth0, fe80::1",
        "::ffff:192.0.2.1, 192.0.2.1"
    })
    void hasOneBucketForWhatIsOneCaller(String one, String other) {
        assertThat(addresses.of(one)).isSameAs(addresses.of(other));
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.2", "2001:db8::1, 2001:db8:0:1::1", "10.0.0.1, ::a00:1"})
    void tellsNetworksApart(String one, String other) {
        assertThat(Addresses.network(one)).isNotEqualTo(Addresses.network(other));
    }

    /** Were it looked up, this would take seconds, and go somewhere. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cafe",
                "localhost",
                "precert.invalid",
                "1.2.3",
                "999.1.1.1",
                "::zz",
                ":",
                "1:2:3:4:5:6:7:8:9"
            })
    void takesWhatIsNoAddressAsItIs(String address) {
        assertThat(addresses.of(address)).isSameAs(addresses.of(address));
    }

    @Test
    void aFloodOfAddressesFillsNoMemory() {
        Set<Bucket> buckets = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int number = 0; number < 200_000; number++) {
            buckets.add(addresses.of("2001:db8:" + Integer.toHexString(number >>> 16) + ":"
                    + Integer.toHexString(number & 0xffff) + "::1"));
        }
        assertThat(buckets).hasSizeBetween(15_000, 16_384);
    }

    @Test
    void whichAddressesMeetIsDifferentAtEachStart() {
        int same = 0;
        for (int start = 0; start < 20; start++) {
            Addresses other = new Addresses();
            same += other.of("192.0.2.1") == other.of("192.0.2.2") ? 1 : 0;
        }
        assertThat(same).isLessThan(5);
    }
}
