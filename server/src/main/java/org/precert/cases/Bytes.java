package org.precert.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** What was sent or answered, byte for byte. */
public final class Bytes {

    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes the array over: nobody may change it any more. */
    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** The array itself, to be read alone. */
    public byte[] array() {
        return bytes;
    }

    public String text() {
        return new String(bytes, UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes same && Arrays.equals(bytes, same.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
