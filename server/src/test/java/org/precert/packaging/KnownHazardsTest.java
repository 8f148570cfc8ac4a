package org.precert.packaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
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
import org.hl7.fhir.utilities.xml.XMLUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.testing.DemoServer;

/** What is known of the stack's libraries, and can not be had without it: made unreachable. */
@DemoServer
class KnownHazardsTest {

    private HttpServer stranger;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void listen() throws IOException {
        stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        stranger.start();
    }

    @AfterEach
    void listenNoMore() {
        stranger.stop(0);
        assertThat(asked).hasValue(0);
    }

    private String url() {
        return "http://localhost:" + stranger.getAddress().getPort() + "/package.tgz";
    }

    /** CVE-2026-34361: the validator's own HTTP client, its loader of packages, and its HTTP service. */
    @Test
    void theValidatorsLibrariesReachNobody() {
        assertThatThrownBy(() -> ManagedWebAccess.get(List.of("web"), url())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ManagedWebAccess.fhirAccessor()
                        .httpCall(new HTTPRequest()
                                .withMethod(HTTPRequest.HttpMethod.GET)
                                .withUrl(url())))
                // Where what it needs to call anybody is not there, it can not even be had.
                .isInstanceOfAny(IOException.class, LinkageError.class);
    }

    /** It gives the token of one FHIR server to whatever server a page names as the next. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ca.uhn.hapi.fhir.cdshooks.svc.prefetch.CdsPrefetchFhirClientSvc",
                "ca.uhn.hapi.fhir.cdshooks.config.CdsHooksConfig"
            })
    void hapisCdsHooksAreNotHere(String name) {
        assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void nothingHereCallsAFhirServerByHapisClient() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ca.uhn.fhir.rest.client..", "ca.uhn.fhir.rest.gclient..")
                .check(ours());
    }

    @ParameterizedTest
    @ValueSource(ints = {1_500, 100_000})
    void hapisParserRefusesWhatIsDeep(int levels) {
        String deep = "{\"resourceType\":\"Patient\",\"extension\":" + "[{\"url\":\"a\",\"extension\":".repeat(levels)
                + "[]" + "}]".repeat(levels) + "}";
        assertThatThrownBy(() -> FhirContext.forR4Cached().newJsonParser().parseResource(deep))
                .isInstanceOf(DataFormatException.class);
    }

    /** XML does not get that far, see EveryDoorTest; should it ever: CVE-2024-45294, -51132, -52007, and HAPI's issue 7691. */
    @Test
    void noParserOfXmlReadsWhatAnEntityNames() {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE p [<!ENTITY e SYSTEM \"" + url()
                + "\">]><Patient xmlns=\"http://hl7.org/fhir\"><id value=\"&e;\"/></Patient>";
        assertThatThrownBy(() -> FhirContext.forR4Cached().newXmlParser().parseResource(bomb))
                .isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> XMLUtil.parseToDom(bomb)).isInstanceOf(Exception.class);
    }

    @Test
    void noParserOfXmlUnfoldsEntities() {
        StringBuilder bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE p [<!ENTITY e0 \"ha\">");
        for (int level = 1; level < 40; level++) {
            bomb.append("<!ENTITY e" + level + " \"" + ("&e" + (level - 1) + ";").repeat(10) + "\">");
        }
        bomb.append("]><Patient xmlns=\"http://hl7.org/fhir\"><id value=\"&e39;\"/></Patient>");
        assertThatThrownBy(() -> FhirContext.forR4Cached().newXmlParser().parseResource(bomb.toString()))
                .isInstanceOf(DataFormatException.class);
    }

    /** No stylesheet is ever run: where the older of these were found. */
    @Test
    void nothingHereTransformsXml() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.xml.transform..",
                        "javax.xml.parsers..",
                        "javax.xml.stream..",
                        "org.xml.sax..",
                        "net.sf.saxon..")
                .check(ours());
    }

    private static JavaClasses ours() {
        return new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.precert");
    }

    @Test
    void nothingHereStartsTheValidatorsServiceOrLoadsPackages() {
        JavaClasses ours = ours();
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
