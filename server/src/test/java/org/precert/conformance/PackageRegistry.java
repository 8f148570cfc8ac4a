package org.precert.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes packages from the standard FHIR package registry where it can be reached, once, into a folder of the build. */
record PackageRegistry(URI base, Path folder) {

    private static final Logger LOG = LoggerFactory.getLogger(PackageRegistry.class);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    static PackageRegistry standard() {
        return new PackageRegistry(URI.create("https://packages.fhir.org"), Path.of("target/fhir-packages"));
    }

    /** The folder, if it now has every package of the guides; empty, without an error, where the registry is out of reach. */
    Optional<Path> fetch(GuideSet guides) {
        try {
            Files.createDirectories(folder);
            HttpClient http = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(3))
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
            for (String id : guides.packages()) {
                if (!id.startsWith("local.")) {
                    fetch(http, id);
                }
            }
            return Optional.of(folder);
        } catch (IOException e) {
            LOG.warn("The FHIR package registry {} gave no packages: {}", base, e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void fetch(HttpClient http, String id) throws IOException, InterruptedException {
        Path archive = folder.resolve(id + ".tgz");
        if (Files.exists(archive)) {
            return;
        }
        Path partial = folder.resolve(id + ".part");
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/" + id.replace('#', '/')))
                .timeout(LONGEST)
                .build();
        HttpResponse<Path> response = http.send(request, HttpResponse.BodyHandlers.ofFile(partial));
        if (response.statusCode() != 200) {
            Files.deleteIfExists(partial);
            throw new IOException(id + ": status " + response.statusCode());
        }
        Files.move(partial, archive, StandardCopyOption.REPLACE_EXISTING);
    }
}
