package org.precert.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageRegistryTest {

    @TempDir
    Path folder;

    @Test
    void takesEachPackageOnce() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, 1);
            exchange.getResponseBody().write('x');
            exchange.close();
        });
        server.start();
        try {
            PackageRegistry registry = new PackageRegistry(
                    URI.create("http://localhost:" + server.getAddress().getPort()), folder);
            assertThat(registry.fetch(GuideSet.STU_2_0)).contains(folder);
            assertThat(registry.fetch(GuideSet.STU_2_0)).contains(folder);
        } finally {
            server.stop(0);
        }
        assertThat(asked).contains("/hl7.fhir.us.davinci-crd/2.0.1").doesNotHaveDuplicates();
        assertThat(new PackageFolders(List.of(folder)).find(GuideSet.STU_2_0)).isPresent();
    }

    @Test
    void isSilentWhereItCanNotBeReached() {
        PackageRegistry registry = new PackageRegistry(URI.create("http://localhost:1"), folder);
        assertThat(registry.fetch(GuideSet.STU_2_0)).isEmpty();
    }
}
