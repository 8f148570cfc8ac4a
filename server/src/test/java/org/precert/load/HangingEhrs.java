package org.precert.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * EHRs that take every connection and never say a word. Several, for the server leaves one alone after it hung a few times;
 * that would make it too easy.
 */
final class HangingEhrs implements AutoCloseable {

    private final List<ServerSocket> doors = new ArrayList<>();
    private final Queue<Socket> held = new ConcurrentLinkedQueue<>();

    HangingEhrs(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            ServerSocket door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
            doors.add(door);
            Thread host = new Thread(() -> take(door), "hanging-ehr-" + i);
            host.setDaemon(true);
            host.start();
        }
    }

    List<String> fhirServers() {
        return doors.stream()
                .map(door -> "http://localhost:" + door.getLocalPort() + "/fhir")
                .toList();
    }

    private void take(ServerSocket door) {
        try {
            while (true) {
                held.add(door.accept());
            }
        } catch (IOException e) {
            // closed: the run is over
        }
    }

    @Override
    public void close() throws IOException {
        for (ServerSocket door : doors) {
            door.close();
        }
        for (Socket each : held) {
            each.close();
        }
    }
}
