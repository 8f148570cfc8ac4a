package org.precert.crd;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.precert.PrecertApplication;
import org.precert.evaluation.Facts;
import org.precert.evaluation.FactsReader;
import org.precert.evaluation.PolicyDesk;
import org.precert.review.OrderReading;
import org.precert.review.ReviewRequest;
import org.precert.review.Reviewed;
import org.precert.review.Reviewer;
import org.precert.testing.Samples;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One order-sign request of two orders, split: what reading, deciding, keeping and rendering cost. {@code whole} is all of
 * it, the stored answer included, but for HTTP.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class OrderSignBenchmark {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 10);

    @Param({"bcbsks-investigational-pain", "bcbsks-oral-not-addressed"})
    String sample;

    private ConfigurableApplicationContext server;
    private CdsHooksController controller;
    private HookRequestReader reader;
    private FactsReader facts;
    private PolicyDesk policies;
    private HookResponseWriter writer;
    private Reviewer reviewer;
    private Reviewer forgetful;
    private ObjectMapper json;
    private byte[] body;
    private HookRequest request;
    private List<ObjectNode> canonical;
    private ReviewRequest reviewRequest;
    private Reviewed reviewed;

    @Setup
    public void start() throws Exception {
        Path data = Files.createTempDirectory("precert-benchmark");
        server = new SpringApplicationBuilder(PrecertApplication.class)
                .profiles("demo")
                .properties("server.port=0", "precert.data=" + data)
                .run();
        controller = server.getBean(CdsHooksController.class);
        reader = server.getBean(HookRequestReader.class);
        facts = server.getBean(FactsReader.class);
        policies = server.getBean(PolicyDesk.class);
        writer = server.getBean(HookResponseWriter.class);
        reviewer = server.getBean(Reviewer.class);
        forgetful = new Reviewer(policies, (call, reviews) -> {}, () -> "assertion");
        json = server.getBean(ObjectMapper.class);
        server.getBean(FhirContext.class);
        body = Samples.text("order-sign/" + sample + ".json").getBytes(StandardCharsets.UTF_8);
        prepare();
        while (server.getBean(org.springframework.boot.actuate.health.HealthEndpoint.class)
                .healthForPath("fhirstore")
                .getStatus()
                .getCode()
                .equals("OUT_OF_SERVICE")) {
            Thread.sleep(500);
        }
    }

    private void prepare() {
        request = reader.read(Hook.ORDER_SIGN, body);
        canonical = canonical(request);
        reviewRequest = reviewRequest(request, canonical, facts.read(canonical));
        reviewed = forgetful.review(reviewRequest);
    }

    @TearDown
    public void stop() {
        server.close();
    }

    @Benchmark
    public HookRequest readCall() {
        return reader.read(Hook.ORDER_SIGN, body);
    }

    @Benchmark
    public Facts readFacts() {
        return facts.read(canonical(request));
    }

    @Benchmark
    public Reviewed decide() {
        return forgetful.review(reviewRequest);
    }

    @Benchmark
    public Reviewed decideAndKeep() {
        return reviewer.review(reviewRequest);
    }

    @Benchmark
    public byte[] render() throws Exception {
        return json.writeValueAsBytes(writer.write(request, reviewed));
    }

    @Benchmark
    public byte[] whole() throws Exception {
        return json.writeValueAsBytes(controller.answer("order-sign", body));
    }

    private List<ObjectNode> canonical(HookRequest call) {
        List<ObjectNode> useful = java.util.stream.Stream.concat(
                        call.draftOrders().stream(), call.prefetch().resources().stream())
                .filter(each ->
                        policies.factTypes().contains(each.path("resourceType").asText())
                                || each.path("resourceType").asText().equals("Organization"))
                .toList();
        return facts.canonical(useful, new References(call));
    }

    private static ReviewRequest reviewRequest(HookRequest call, List<ObjectNode> canonical, Facts facts) {
        return new ReviewRequest(
                "crd.order-sign",
                call.instance(),
                HookRecord.of(call),
                call.patient(),
                call.selected().stream()
                        .map(order -> OrderReading.line(order, DAY))
                        .toList(),
                call.draftOrders().stream().map(HookRequest::reference).toList(),
                canonical,
                facts,
                DAY);
    }
}
