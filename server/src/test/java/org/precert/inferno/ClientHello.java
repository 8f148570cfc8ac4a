package org.precert.inferno;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;

/**
 * The first message of a TLS handshake that offers one version at most: our own JDK would not say it. The answer is a
 * handshake, or an alert.
 */
public record ClientHello(int minor) {

    private static final int ALERT = 0x15;
    private static final int PROTOCOL_VERSION = 70;
    private static final int RANDOM = 32;
    private static final byte[] SUITES = {(byte) 0xc0, 0x09, (byte) 0xc0, 0x2b};

    /** @param minor 1 is TLS 1.0, 2 is TLS 1.1 */
    public static boolean isRefusedAsTooOld(int port, int minor) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(new ClientHello(minor).bytes());
            InputStream in = socket.getInputStream();
            byte[] answer = in.readNBytes(7);
            return answer.length == 7 && answer[0] == ALERT && answer[6] == PROTOCOL_VERSION;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes() {
        int body = 2 + RANDOM + 1 + 2 + SUITES.length + 2;
        ByteBuffer message = ByteBuffer.allocate(5 + 4 + body);
        message.put((byte) 0x16).put((byte) 3).put((byte) 1).putShort((short) (4 + body));
        message.put((byte) 1).put((byte) 0).putShort((short) body);
        message.put((byte) 3).put((byte) minor).put(new byte[RANDOM]).put((byte) 0);
        message.putShort((short) SUITES.length).put(SUITES).put((byte) 1).put((byte) 0);
        return message.array();
    }
}
