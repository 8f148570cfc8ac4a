package org.precert.storage;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * JSON as the database keeps it: deflated, for what is written costs more than packing it. A request of 35 KB is one of 6.
 *
 * <p>The first byte tells how the rest is packed: {@code 1} with zlib, the size before in the four bytes after it. JSON begins
 * with no such byte, so that what was written without packing is read as it is.
 */
public final class Packed {

    private static final byte ZLIB = 1;
    private static final int HEAD = 5;
    /** Below this size the head of zlib and its tables cost more than they spare. */
    private static final int SMALLEST = 200;

    private static final int BUFFER = 8192;
    private static final int MOST = 256 * 1024 * 1024;

    private Packed() {}

    /** @param plain begins with no byte below a space */
    public static byte[] pack(byte[] plain) {
        if (plain.length < SMALLEST) {
            return plain;
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(plain);
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 4);
            packed.write(ZLIB);
            for (int shift = 24; shift >= 0; shift -= 8) {
                packed.write(plain.length >>> shift);
            }
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return packed.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /** @throws IllegalStateException if the bytes were changed since */
    public static byte[] unpack(byte[] stored) {
        if (stored.length < HEAD || stored[0] != ZLIB) {
            return stored;
        }
        int size = 0;
        for (int i = 1; i < HEAD; i++) {
            size = (size << 8) | (stored[i] & 0xff);
        }
        if (size < 0 || size > MOST) {
            throw new IllegalStateException("What is stored is of no possible size");
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stored, HEAD, stored.length - HEAD);
            byte[] plain = new byte[size];
            int filled = 0;
            while (filled < size) {
                int more = inflater.inflate(plain, filled, size - filled);
                if (more == 0) {
                    throw new IllegalStateException("What is stored ends too early");
                }
                filled += more;
            }
            return plain;
        } catch (DataFormatException e) {
            throw new IllegalStateException("What is stored is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
