package org.precert.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One call on a connection of its own, to the last byte: no client's second try is between. */
final class RawCall implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n");

    private static final int FOR_EVER_MILLIS = 60_000;

    private final Socket socket;
    private final byte[] body;

    /** Connected, and nothing sent. */
    RawCall(int port, String body) throws IOException {
        this.socket = new Socket("localhost", port);
        this.socket.setSoTimeout(FOR_EVER_MILLIS);
        this.body = body.getBytes(StandardCharsets.UTF_8);
    }

    /** What came of a call. */
    enum End {
        WHOLE,
        /** Nobody listens any more. */
        REFUSED,
        /** Connected, and closed without a byte. */
        NOT_TAKEN,
        /** Begun, and broken off. */
        CUT
    }

    /** @param connected in nanoseconds; where it was refused, when that was */
    record Said(End end, long connected, int status, String text) {}

    static Said send(int port, String path, String body) {
        long connected = System.nanoTime();
        try (RawCall call = new RawCall(port, body)) {
            connected = System.nanoTime();
            return call.all(path, connected);
        } catch (ConnectException e) {
            return new Said(End.REFUSED, connected, 0, "");
        } catch (IOException e) {
            return new Said(End.NOT_TAKEN, connected, 0, "");
        }
    }

    private Said all(String path, long connected) {
        try {
            begin(path);
            rest();
        } catch (IOException e) {
            return new Said(End.NOT_TAKEN, connected, 0, "");
        }
        return answer(connected);
    }

    /** The head, and half of the body. */
    void begin(String path) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: application/fhir+json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(body, 0, body.length / 2);
        out.flush();
    }

    void rest() throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(body, body.length / 2, body.length - body.length / 2);
        out.flush();
    }

    Said answer(long connected) {
        StringBuilder read = new StringBuilder();
        try {
            byte[] buffer = new byte[8192];
            for (int got = socket.getInputStream().read(buffer);
                    got > 0;
                    got = socket.getInputStream().read(buffer)) {
                // Each byte a character: what is counted is bytes.
                read.append(new String(buffer, 0, got, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            return new Said(read.isEmpty() ? End.NOT_TAKEN : End.CUT, connected, 0, read.toString());
        }
        if (read.isEmpty()) {
            return new Said(End.NOT_TAKEN, connected, 0, "");
        }
        String text = read.toString();
        return isWhole(text)
                ? new Said(End.WHOLE, connected, Integer.parseInt(text.substring(9, 12)), text)
                : new Said(End.CUT, connected, 0, text);
    }

    private static boolean isWhole(String text) {
        int head = text.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        Matcher length = LENGTH.matcher(text.substring(0, head + 2));
        return length.find()
                ? text.length() - head - 4 == Integer.parseInt(length.group(1))
                : text.endsWith("\r\n0\r\n\r\n");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
