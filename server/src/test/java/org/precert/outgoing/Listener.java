package org.precert.outgoing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on this machine, at every address of it, that counts who comes and says whatever bytes a test wants. */
final class Listener implements AutoCloseable {

    /** What is said to a request, byte by byte. */
    interface Script {
        void answer(String head, OutputStream out) throws Exception;
    }

    static final Script SILENCE = (head, out) -> Thread.sleep(60_000);

    private final ServerSocket socket;
    private final Script script;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    Listener(ServerSocket socket, Script script) {
        this.socket = socket;
        this.script = script;
        run(this::accept);
    }

    static Listener saying(Script script) {
        try {
            return new Listener(new ServerSocket(0), script);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Listener at(String address, int port, Script script) throws IOException {
        return new Listener(new ServerSocket(port, 50, InetAddress.getByName(address)), script);
    }

    static Script ok(String body, String... headers) {
        return (head, out) -> {
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n" + more + "\r\n" + body);
        };
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** Request line and headers of every request. */
    List<String> heads() {
        return heads;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket accepted = socket.accept();
                connections.incrementAndGet();
                open.add(accepted);
                run(() -> serve(accepted));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket accepted) {
        try (accepted) {
            InputStream in = new BufferedInputStream(accepted.getInputStream());
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                heads.add(head);
                script.answer(head, accepted.getOutputStream());
            }
        } catch (Exception e) {
            // Who asked has gone, or the test is over.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int each = in.read(); each >= 0; each = in.read()) {
            head.append((char) each);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }

    private void run(Runnable work) {
        Thread thread = new Thread(work, "listener");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.forEach(Thread::interrupt);
        }
    }
}
