package org.precert.crd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.precert.clients.Caller;
import org.precert.coverage.GuideVersion;
import org.precert.crd.answer.FormCompletion;
import org.precert.crd.answer.HookAnswers;
import org.precert.crd.call.Hook;
import org.precert.crd.call.HookCall;
import org.precert.crd.call.HookCallReader;
import org.precert.crd.call.References;
import org.precert.crd.chart.Charts;
import org.precert.crd.wire.HookResponseWriter;
import org.precert.evaluation.PolicyDesk;
import org.precert.review.ChartFacts;
import org.precert.review.Deadline;
import org.precert.review.Rationale;
import org.precert.review.Review;
import org.precert.review.ReviewLedger;
import org.precert.review.ReviewRequest;
import org.precert.review.Reviewer;
import org.precert.testing.Samples;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One order-sign request of two orders, split: what reading it costs, what deciding and rendering cost without keeping, and
 * the whole of it, the stored answer included, but for HTTP.
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

    @Param({"bcbsks-investigational-pain", "bcbsks-oral-not-addressed"})
    String sample;

    private ConfigurableApplicationContext server;
    private CdsHooksController controller;
    private HookCallReader reader;
    private ChartFacts facts;
    private HookService unkept;
    private ObjectMapper json;
    private byte[] body;
    private HookCall call;

    @Setup
    public void start() throws Exception {
        Path data = Files.createTempDirectory("precert-benchmark");
        server = new SpringApplicationBuilder(PrecertApplication.class)
                .profiles("demo")
                .properties("server.port=0", "precert.data=" + data)
                .run("--precert.base-url=http://localhost:8080");
        controller = server.getBean(CdsHooksController.class);
        reader = server.getBean(HookCallReader.class);
        facts = server.getBean(ChartFacts.class);
        json = server.getBean(ObjectMapper.class);
        unkept = unkept(server.getBean(PolicyDesk.class));
        body = Samples.text("order-sign/" + sample + ".json").getBytes(StandardCharsets.UTF_8);
        call = readCall();
        while (server.getBean(HealthEndpoint.class)
                .healthForPath("fhirstore")
                .getStatus()
                .getCode()
                .equals("OUT_OF_SERVICE")) {
            Thread.sleep(500);
        }
    }

    private HookService unkept(PolicyDesk policies) {
        ReviewLedger nowhere = new ReviewLedger() {
            @Override
            public void keep(ReviewRequest request, List<Review> reviews, JsonNode answer) {}

            @Override
            public void keepUnreviewed(ReviewRequest.Call unreviewed, int status, JsonNode answer) {}

            @Override
            public boolean saidBefore(String assertionId, ReviewRequest request, Review review) {
                return false;
            }

            @Override
            public boolean holds(String assertionId, String order) {
                return false;
            }
        };
        return new HookService(
                server.getBean(Charts.class),
                facts,
                new Reviewer(policies, nowhere, () -> "assertion"),
                nowhere,
                new HookAnswers(new Rationale(policies), server.getBean(FormCompletion.class), "http://localhost:8080"),
                new HookResponseWriter(json, () -> "id"),
                Duration.ofSeconds(2),
                Clock.systemUTC());
    }

    @TearDown
    public void stop() {
        server.close();
    }

    @Benchmark
    public HookCall readCall() {
        return reader.read(Hook.ORDER_SIGN, reader.parse(body), GuideVersion.STU_2_0);
    }

    @Benchmark
    public ChartFacts.Made readFacts() {
        List<ObjectNode> all = Stream.concat(call.context().resources().stream(), call.prefetch().resources().stream())
                .toList();
        return facts.of(all, new References(call));
    }

    @Benchmark
    public byte[] decideAndRender() throws Exception {
        ReviewRequest.Call kept = new ReviewRequest.Call(
                "crd.order-sign", "", Set.of(), call.instance(), call.body(), Deadline.after(Duration.ofSeconds(3)));
        return json.writeValueAsBytes(unkept.answer(call, new Caller.Anybody(), kept));
    }

    @Benchmark
    public byte[] whole() throws Exception {
        return json.writeValueAsBytes(
                controller.answer("order-sign", new Caller.Anybody(), body).getBody());
    }
}
