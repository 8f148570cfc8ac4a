package org.precert.crd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.precert.testing.Call;
import org.precert.testing.DemoServer;
import org.precert.testing.FakeEhr;
import org.precert.testing.Http;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A client whose FHIR server hangs gets an answer, and costs nobody else theirs. */
@DemoServer
class HangingClientTest {

    private static final int MANY = 40;

    @Test
    void answersOthersWhileAClientHangs(@LocalServerPort int port) throws Exception {
        Http http = new Http(port);
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try (FakeEhr ehr = new FakeEhr().hang()) {
            List<Future<Http.Answer>> hanging = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                hanging.add(threads.submit(() -> Call.of("order-sign/bcbsks-investigational-pain")
                        .withoutPrefetch()
                        .from(ehr)
                        .send(http)));
            }
            for (int i = 0; i < 5; i++) {
                assertThat(Call.of("order-sign/premera-investigational-pain")
                                .send(http)
                                .status())
                        .isEqualTo(200);
            }
            for (Future<Http.Answer> answer : hanging) {
                assertThat(answer.get().status()).isEqualTo(412);
            }
            int asked = ehr.asked().size();
            Http.Answer next = Call.of("order-sign/bcbsks-investigational-pain")
                    .withoutPrefetch()
                    .from(ehr)
                    .send(http);
            assertThat(next.status()).isEqualTo(412);
            assertThat(ehr.asked()).as("left alone after it hung").hasSize(asked);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void answersForAnOrderWithoutWhatItWouldReadOfIt(@LocalServerPort int port) {
        try (FakeEhr ehr = new FakeEhr().hang()) {
            Http.Answer answer = Call.of("order-sign/bcbsks-investigational-pain")
                    .from(ehr)
                    .with(call -> {
                        ((ArrayNode) call.at("/context/draftOrders/entry")).remove(0);
                        ObjectNode order = (ObjectNode) call.at("/context/draftOrders/entry/0/resource");
                        order.remove("medicationCodeableConcept");
                        order.putObject("medicationReference").put("reference", "Medication/unheard");
                    })
                    .send(new Http(port));
            assertThat(ehr.asked()).as("and never answered").contains("Medication/unheard");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.response().body())
                    .contains("\"information-needed\"")
                    .doesNotContain("\"no-auth\"", "\"auth-needed\"", "\"satisfied\"");
        }
    }
}
