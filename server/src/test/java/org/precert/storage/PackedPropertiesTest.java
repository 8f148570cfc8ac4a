package org.precert.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** What is stored comes back byte for byte. */
class PackedPropertiesTest {

    @Property
    void everyJsonComesBack(@ForAll @StringLength(max = 5000) String text) {
        byte[] plain = ("{\"text\": \"" + text + "\"}").getBytes(UTF_8);
        assertThat(Packed.unpack(Packed.pack(plain))).isEqualTo(plain);
    }

    @Property(tries = 50)
    void whatRepeatsIsStoredShorter(@ForAll @StringLength(min = 10, max = 100) String text) {
        byte[] plain = "[\"%s\"]".formatted(text).repeat(200).getBytes(UTF_8);
        assertThat(Packed.pack(plain).length).isLessThan(plain.length / 5);
    }

    @Example
    void whatWasStoredPlainIsRead() {
        byte[] plain = "{\"resourceType\": \"Bundle\"}".getBytes(UTF_8);
        assertThat(Packed.unpack(plain)).isEqualTo(plain);
    }

    @Example
    void whatIsDamagedIsNotRead() {
        byte[] packed = Packed.pack("{\"a\": 1}".repeat(100).getBytes(UTF_8));
        assertThatThrownBy(() -> Packed.unpack(Arrays.copyOf(packed, packed.length - 10)))
                .isInstanceOf(IllegalStateException.class);
        packed[7] ^= 0x55;
        packed[9] ^= 0x55;
        assertThatThrownBy(() -> Packed.unpack(packed)).isInstanceOf(IllegalStateException.class);
    }
}
