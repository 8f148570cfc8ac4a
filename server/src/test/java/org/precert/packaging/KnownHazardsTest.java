package org.precert.packaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.utilities.http.HTTPRequest;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.junit.jupiter.api.Test;
import org.precert.testing.DemoServer;

/** What is known of the stack's libraries, and can not be had without it: made unreachable. */
@DemoServer
class KnownHazardsTest {

    /** CVE-2026-34361: the validator's own HTTP client, its loader of packages, and its HTTP service. */
    @Test
    void theValidatorsLibrariesReachNobody() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        stranger.start();
        try {
            String url = "http://localhost:" + stranger.getAddress().getPort() + "/package.tgz";
            assertThatThrownBy(() -> ManagedWebAccess.get(List.of("web"), url)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> ManagedWebAccess.fhirAccessor()
                            .httpCall(new HTTPRequest()
                                    .withMethod(HTTPRequest.HttpMethod.GET)
                                    .withUrl(url)))
                    // Where what it needs to call anybody is not there, it can not even be had.
                    .isInstanceOfAny(IOException.class, LinkageError.class);
        } finally {
            stranger.stop(0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void nothingHereStartsTheValidatorsServiceOrLoadsPackages() {
        JavaClasses ours = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("org.precert");

        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "org\\.hl7\\.fhir\\.validation\\.(FhirValidatorHttpService|IgLoader|ValidationEngine|cli).*")
                .check(ours);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.precert.platform.fhirstore")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.hl7.fhir.utilities.http..")
                .check(ours);
    }
}
