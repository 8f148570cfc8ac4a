package org.precert.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.precert.outgoing.Asking.assertFailed;
import static org.precert.outgoing.Asking.body;
import static org.precert.outgoing.Asking.ehr;
import static org.precert.outgoing.Asking.url;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A registered name that leads astray is not followed there: what was checked is what is connected to. */
class HostileNamesTest {

    private Listener listener;
    private Asking asking;

    @BeforeEach
    void open() {
        listener = Listener.saying(Listener.ok("{}"));
        asking = new Asking();
    }

    @AfterEach
    void close() {
        asking.close();
        listener.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a00:1",
                "fc00::1",
                "fd12:3456::1"
            })
    void neverEntersAPrivateNetworkThatIsNotRegisteredSo(String address) {
        asking.names("ehr.test", address);
        Destination open = Destination.of(url(listener, "/fhir"), true, false);
        assertFailed(asking.get(open, url(listener, "/fhir/Patient/1")), Failure.NOT_ALLOWED);
        assertThat(listener.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "192.0.0.1",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::127.0.0.1",
                "::ffff:169.254.169.254",
                "::ffff:0:127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::7f00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "5f00::1",
                "fd00:ec2::254",
                "fd20:ce::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void neverGoesWhereNoFhirServerStands(String address) {
        asking.names("ehr.test", address);
        assertFailed(asking.get(ehr(listener), url(listener, "/fhir/Patient/1")), Failure.NOT_ALLOWED);
        assertThat(listener.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"93.184.215.14", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:2800:21f::1", "64:ff9b::101:101"})
    void allowsPublicAddresses(String address) throws Exception {
        assertThat(AddressRule.allows(InetAddress.getByName(address), false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]"})
    void neverEntersByAnAddressInPlaceOfAName(String host) {
        String base = "http://" + host + ":" + listener.port() + "/fhir";
        try (OutgoingHttp http = new OutgoingHttp()) {
            Duration within = Duration.ofSeconds(2);
            Destination open = Destination.of(base, true, false);
            assertFailed(
                    Asking.await(http.get(open, open.base(), Optional.empty(), "*/*", within), within),
                    Failure.NOT_ALLOWED);
        }
        assertThat(listener.connections()).isZero();
    }

    @Test
    void refusesANameWithOneGoodAndOneBadAddress() {
        for (List<String> both :
                List.of(List.of("127.0.0.1", "169.254.169.254"), List.of("169.254.169.254", "127.0.0.1"))) {
            asking.names("ehr.test", both.toArray(String[]::new));
            assertFailed(asking.get(ehr(listener), url(listener, "/fhir")), Failure.NOT_ALLOWED);
        }
        assertThat(listener.connections()).isZero();
    }

    @Test
    void connectsToTheAddressThatWasCheckedThoughTheNextAnswerIsAnother() throws Exception {
        try (Listener first = Listener.at("127.0.0.1", 0, Listener.ok("first"));
                Listener second = Listener.at("127.0.0.2", first.port(), Listener.ok("second"))) {
            AtomicInteger asked = new AtomicInteger();
            asking.names(
                    "ehr.test", host -> new InetAddress[] {
                        InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")
                    });
            assertThat(body(asking.get(ehr(first), url(first, "/fhir")))).isEqualTo("first");
            assertThat(asking.lookups).hasSize(1);
            assertThat(second.connections()).isZero();
        }
    }

    @Test
    void checksAgainWhenTheNameLeadsElsewhere() {
        AtomicInteger asked = new AtomicInteger();
        asking.names(
                "ehr.test", host -> new InetAddress[] {
                    InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254")
                });
        assertThat(body(asking.get(ehr(listener), url(listener, "/fhir")))).isEqualTo("{}");
        assertFailed(asking.get(ehr(listener), url(listener, "/fhir")), Failure.NOT_ALLOWED);
        assertThat(listener.heads()).hasSize(1);
    }

    @Test
    void aConnectionOfAPrivateDestinationIsNotLentToOneThatIsNotPrivate() {
        assertThat(body(asking.get(ehr(listener), url(listener, "/fhir")))).isEqualTo("{}");
        Destination open = Destination.of(url(listener, "/fhir"), true, false);
        assertFailed(asking.get(open, url(listener, "/fhir")), Failure.NOT_ALLOWED);
        assertThat(listener.heads()).hasSize(1);
    }

    @Test
    void triesTheNextAddressWhenOneTakesNoConnection() throws Exception {
        try (Listener second = Listener.at("127.0.0.2", 0, Listener.ok("second"))) {
            asking.names("ehr.test", "127.0.0.1", "127.0.0.2");
            assertThat(body(asking.get(ehr(second), url(second, "/fhir")))).isEqualTo("second");
        }
    }

    @Test
    void saysThatANameIsNotKnown() {
        asking.names("ehr.test");
        assertFailed(asking.get(ehr(listener), url(listener, "/fhir")), Failure.UNREACHABLE);
    }
}
