import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What a start costs: processor seconds up to the first answered hook and up to a ready FHIR store, and the memory then; on an empty
 * embedded database, in the demo profile.
 *
 * <p>{@code java docker/tools/Starts.java <times> <request.json> <java> [<flag>...] -jar server/target/precert.jar}, on Linux.
 */
final class Starts {

    private static final int PORT = 18_081;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Starts() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int times = Integer.parseInt(args[0]);
        Path request = Path.of(args[1]);
        List<String> command = List.of(args).subList(2, args.length);
        System.out.println("processor s to the hook, to the FHIR store; MB then; load before");
        for (int i = 0; i < times; i++) {
            Path data = Files.createTempDirectory("precert-start");
            List<String> all = new ArrayList<>(command);
            all.addAll(List.of("--spring.profiles.active=demo", "--server.port=" + PORT, "--precert.data=" + data));
            String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
            Process server = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("log").toFile())
                    .start();
            try {
                System.out.println(measured(server, request) + "  load " + load);
            } finally {
                server.destroy();
                server.waitFor(1, TimeUnit.MINUTES);
            }
        }
    }

    private static String measured(Process server, Path request) throws IOException, InterruptedException {
        await(server, "/readyz", 50);
        HttpRequest hook = HttpRequest.newBuilder(uri("/cds-services/order-sign"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofFile(request))
                .build();
        int status = HTTP.send(hook, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IllegalStateException("The hook was answered with " + status);
        }
        double first = seconds(server);
        await(server, "/actuator/health/fhirstore", 500);
        return String.format(Locale.ROOT, "%6.2f %6.2f  %d MB", first, seconds(server), resident(server));
    }

    private static void await(Process server, String path, long pause) throws InterruptedException {
        while (!answers(path)) {
            if (!server.isAlive()) {
                throw new IllegalStateException("The server ended");
            }
            Thread.sleep(pause);
        }
    }

    private static boolean answers(String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri(path)).build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + PORT + path);
    }

    private static double seconds(Process server) {
        return server.toHandle().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
    }

    private static long resident(Process server) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024;
    }
}
