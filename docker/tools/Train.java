import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The training run of the AOT cache (JEP 514): starts the server as the image will, has it answer one hook, waits for the FHIR
 * store, and stops it as an orchestrator would. The cache is written when the server ends. The data that it was
 * told to keep ({@code --precert.data}) are removed then, if the folder was made for this run: 30 MB that no image needs.
 *
 * <p>{@code java Train <port> <request.json> <command...>}
 */
final class Train {

    private static final int OK = 200;
    private static final long MINUTES = 10;
    private static final long PAUSE = 250;
    private static final String DATA = "--precert.data=";

    private Train() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        String base = "http://localhost:" + args[0];
        byte[] request = Files.readAllBytes(Path.of(args[1]));
        List<String> command = new ArrayList<>(List.of(args).subList(2, args.length));
        Optional<Path> made = command.stream()
                .filter(word -> word.startsWith(DATA))
                .map(word -> Path.of(word.substring(DATA.length())))
                .filter(Files::notExists)
                .findFirst();
        Process server = new ProcessBuilder(command).inheritIO().start();
        try {
            await(server, base + "/actuator/health/readiness");
            int status = post(base + "/cds-services/order-sign", request);
            if (status != OK) {
                throw new IllegalStateException("The hook was answered with " + status);
            }
            await(server, base + "/actuator/health/fhirstore");
        } finally {
            server.destroy();
            if (!server.waitFor(MINUTES, TimeUnit.MINUTES)) {
                server.destroyForcibly().waitFor();
            }
            if (made.isPresent() && Files.exists(made.get())) {
                remove(made.get());
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    private static void await(Process server, String address) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        while (!Probe.answers(address)) {
            if (!server.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("The server did not get ready: " + address);
            }
            Thread.sleep(PAUSE);
        }
    }

    private static int post(String address, byte[] request) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream body = connection.getOutputStream()) {
            body.write(request);
        }
        int status = connection.getResponseCode();
        try (InputStream answer = status == OK ? connection.getInputStream() : connection.getErrorStream()) {
            if (answer != null) {
                answer.transferTo(OutputStream.nullOutputStream());
            }
        }
        connection.disconnect();
        return status;
    }
}
