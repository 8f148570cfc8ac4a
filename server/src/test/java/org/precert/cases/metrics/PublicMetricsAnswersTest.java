package org.precert.cases.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.precert.cases.CaseWorld;
import org.precert.policy.Payer;
import org.precert.policy.PolicyBook;
import org.precert.review.InvalidRequest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What the public page answers, to whom and as what. */
class PublicMetricsAnswersTest {

    private static final CaseWorld WORLD = new CaseWorld();
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private final PublicMetricsController controller = Beans.controller();

    @Test
    void answersAsTheCallerWishes() {
        assertThat(type("*/*")).isEqualTo("application/json");
        assertThat(type("application/json")).isEqualTo("application/json");
        assertThat(type("text/csv")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(type(BROWSER)).isEqualTo("text/html;charset=UTF-8");
        assertThat(type("nonsense")).isEqualTo("application/json");
        assertThat(body(controller.csv("2026", "payer", "services", List.of())))
                .startsWith("year,subject,by,row,group");
        assertThat(body(controller.metrics("", "state", "drugs", List.of("acme"), BROWSER)))
                .startsWith("<!doctype html>")
                .contains("drugs only", "state (Medicaid");
    }

    @Test
    void saysWhatCanNotBeAsked() {
        for (String year : List.of("26", "x026", "2019", "2027", "-2026", "２０２６")) {
            assertThatThrownBy(() -> controller.metrics(year, "payer", "services", List.of(), "*/*"))
                    .isInstanceOf(InvalidRequest.class)
                    .hasMessage("Ask for a year from 2020 to 2026");
        }
        assertThatThrownBy(() -> controller.metrics("2026", "member", "services", List.of(), "*/*"))
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> controller.metrics("2026", "payer", "all", List.of(), "*/*"))
                .isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> controller.metrics("2026", "payer", "services", List.of("nobody"), "*/*"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessage("There is no such payer here");
    }

    @Test
    void addressesAndParametersAreReadAsTheyStand() throws Exception {
        MockMvc door = MockMvcBuilders.standaloneSetup(controller).build();
        door.perform(get("/metrics/prior-authorization"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.year").value(2026))
                .andExpect(jsonPath("$.by").value("payer"))
                .andExpect(jsonPath("$.period.isOver").value(false));
        door.perform(get("/metrics/prior-authorization?year=2025&by=contract&payer=acme&subject=drugs"))
                .andExpect(jsonPath("$.subject").value("drugs"))
                .andExpect(jsonPath("$.period.isOver").value(true));
        door.perform(get("/metrics/prior-authorization.csv?year=2025"))
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(header().string("Vary", "Accept"));
    }

    @Test
    void isThereOnlyWhereADeploymentSaysSo() {
        ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Beans.class);
        runner.run(context -> assertThat(context).doesNotHaveBean(PublicMetricsController.class));
        runner.withPropertyValues("precert.metrics.public=false")
                .run(context -> assertThat(context).doesNotHaveBean(PublicMetricsController.class));
        runner.withPropertyValues("precert.metrics.public=true")
                .run(context -> assertThat(context).hasSingleBean(PublicMetricsController.class));
    }

    @Test
    void contractsAreReadFromTheSettings() {
        new ApplicationContextRunner()
                .withPropertyValues(
                        "precert.pas.contracts[0].payer=acme",
                        "precert.pas.contracts[0].lines[0]=medicare-advantage",
                        "precert.pas.contracts[0].contract=H1234",
                        "precert.pas.contracts[1].payer=acme",
                        "precert.pas.contracts[1].plan=Acme Care")
                .run(context -> {
                    Contracts contracts = new Contracts(CountingSettings.contracts(context.getEnvironment()));
                    Where advantage = new Where("acme", "medicare-advantage", "KS");
                    assertThat(contracts.group(advantage, Level.CONTRACT)).isEqualTo("H1234");
                    assertThat(contracts.group(advantage, Level.PLAN)).isEqualTo("Acme Care");
                    assertThat(contracts.group(new Where("acme", "medicaid", ""), Level.CONTRACT))
                            .isEqualTo("not assigned");
                    assertThat(contracts.group(new Where("other", "medicare-advantage", ""), Level.CONTRACT))
                            .isEqualTo("not assigned");
                });
    }

    @Test
    void aPublicAnswerIsNotCountedAnewForEachCaller() {
        Stories stories = new Stories(WORLD.histories(), WORLD, Duration.ofMinutes(5));
        ReportYear year = new ReportYear(2026, ZoneOffset.UTC);
        Stories.OfYear first = stories.of(year, org.precert.clocks.Subject.SERVICE);
        assertThat(stories.of(year, org.precert.clocks.Subject.SERVICE)).isSameAs(first);
        WORLD.later(Duration.ofMinutes(5));
        assertThat(stories.of(year, org.precert.clocks.Subject.SERVICE)).isNotSameAs(first);
    }

    private String type(String accept) {
        return Objects.toString(controller
                .metrics("2026", "payer", "services", List.of(), accept)
                .getHeaders()
                .getContentType());
    }

    private static String body(ResponseEntity<byte[]> answer) {
        return new String(Objects.requireNonNull(answer.getBody()), UTF_8);
    }

    @Configuration(proxyBeanMethods = false)
    @Import(PublicMetricsController.class)
    static class Beans {

        static PublicMetricsController controller() {
            Beans beans = new Beans();
            return new PublicMetricsController(
                    beans.reporter(), new JsonReport(new ObjectMapper()), WORLD, new PayerZone(ZoneOffset.UTC));
        }

        @Bean
        Reporter reporter() {
            Payer acme = new Payer("acme", "Acme Health", Optional.empty(), List.of("s|acme"), Map.of(), false);
            return new Reporter(
                    new Stories(WORLD.histories(), WORLD, Duration.ZERO),
                    new PolicyBook(List.of(acme), List.of()),
                    new Contracts(List.of()),
                    new SmallCells(11));
        }

        @Bean
        JsonReport json() {
            return new JsonReport(new ObjectMapper());
        }

        @Bean
        Clock clock() {
            return WORLD;
        }

        @Bean
        PayerZone zone() {
            return new PayerZone(ZoneOffset.UTC);
        }
    }
}
