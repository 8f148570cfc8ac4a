package org.precert.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.cases.Case;
import org.precert.cases.CaseStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The desk is for staff alone, each for their payers, and no page of others acts in their name. */
@DeskServer
class DeskAccessTest {

    private static final String NOTE = "{'action':'note','note':'seen'}";

    @Autowired
    private CaseStore cases;

    private int port;
    private DeskCalls physician;

    @BeforeEach
    void connect(@LocalServerPort int at) {
        port = at;
        physician = DeskCalls.physician(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/review-desk",
                "/review-desk/",
                "/review-desk/cases",
                "/review-desk/cases/C1",
                "/review-desk/index.html",
                "/review-desk/none",
                "/%72eview-desk/cases",
                "/review-desk;a=b/cases"
            })
    void nobodyWithoutAKeyGetsAnything(String path) {
        DeskCalls.Answer answer = new DeskCalls(port, "", "").get(path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.response().headers().firstValue("WWW-Authenticate").orElse(""))
                .startsWith("Basic realm=");
        assertThat(answer.response().body()).isEmpty();
    }

    @Test
    void aWrongKeyAnUnknownPersonAndAHalfHeaderAreAllTheSame() {
        for (DeskCalls calls : List.of(
                new DeskCalls(port, "demo-physician", "demo-nurse-key"),
                new DeskCalls(port, "demo-physician", ""),
                new DeskCalls(port, "nobody", "demo-nurse-key"))) {
            assertThat(calls.get("/review-desk/cases").status()).isEqualTo(401);
        }
        for (String header : List.of("Basic", "Basic !", "Basic YQ==", "Bearer x", "Basic YTpi YTpi")) {
            assertThat(new DeskCalls(port, "", "")
                            .send("GET", "/review-desk/cases", "", "Authorization", header)
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void casesOfOtherPayersAreNotThere() {
        DeskCalls onePayer = new DeskCalls(port, "one-payer", "one-payer-key");
        String others = CaseExamples.of("payer-of-others").in(cases).number();
        String own = CaseExamples.of("payer-of-one").in(cases).number();
        onePayer.show(own);
        assertThat(onePayer.get("/review-desk/cases/" + others).status()).isEqualTo(404);
        assertThat(onePayer.act(others, 1, NOTE).status()).isEqualTo(404);
        assertThat(onePayer.get("/review-desk/cases").json().toString())
                .contains(own)
                .doesNotContain(others);
        assertThat(onePayer.get("/review-desk/cases?payer=payer-of-others")
                        .json()
                        .path("cases"))
                .isEmpty();
    }

    @Test
    void noOtherSiteActsInTheNameOfStaff() {
        Case known = CaseExamples.of("access-sites").in(cases);
        String path = "/review-desk/cases/" + known.number() + "/actions";
        String body = "{\"version\":1,\"action\":\"note\",\"note\":\"seen\"}";
        assertThat(physician
                        .send("POST", path, body, "Origin", "https://elsewhere.example")
                        .status())
                .isEqualTo(403);
        assertThat(physician.send("POST", path, body, "Origin", "null").status())
                .isEqualTo(403);
        assertThat(physician
                        .send("POST", path, body, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(physician
                        .send("POST", path, body, "Sec-Fetch-Site", "same-site")
                        .status())
                .isEqualTo(403);
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "x", "application/json-x")) {
            assertThat(physician.send("POST", path, body, "Content-Type", type).status())
                    .isEqualTo(415);
        }
        assertThat(cases.find(known.id()).orElseThrow().events()).isEqualTo(1);
        physician.send("POST", path, body, "Origin", "http://localhost:" + port).is(200);
    }

    @Test
    void nothingThatIsShownIsCachedFramedOrRunsForeignScripts() {
        String number = CaseExamples.of("access-headers").in(cases).number();
        for (String path : List.of("/review-desk/cases/" + number, "/review-desk/cases")) {
            DeskCalls.Answer answer = physician.get(path).is(200);
            assertThat(answer.response().headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.response()
                            .headers()
                            .firstValue("Content-Security-Policy")
                            .orElse(""))
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }
}
