package org.precert.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.precert.evaluation.DataNeed;
import org.precert.evaluation.FormLibrary;

/**
 * The libraries that fill our forms say the same in the engine of SMART apps as in ours: the same lean ELM, value by value
 * and source by source, over charts that are made by chance, from the same seeds each time.
 */
@Execution(ExecutionMode.CONCURRENT)
class TwoEnginesTest {

    private static final int CHARTS_OF_EACH_POLICY = 168;
    private static final int SAID_OFTEN_ENOUGH = 20;
    private static final int SHOWN = 12;

    private static JvmEngine ours;
    private static final List<Chart> CHARTS = new ArrayList<>();
    private static final List<Map<String, Said>> HERE = new ArrayList<>();
    private static final List<JsonNode> THERE = new ArrayList<>();

    @BeforeAll
    static void askBoth() {
        NodePackages packages = NodePackages.installed();
        assumeTrue(packages.isAvailable(), packages.whyNot());
        Codes codes = Codes.ofTheProject();
        ours = new JvmEngine(codes);
        Map<String, List<FormLibrary>> libraries = new TreeMap<>();
        for (String policy : ours.policies().keySet()) {
            libraries.put(policy, ours.libraries(policy));
            Set<DataNeed> needs = libraries.get(policy).get(0).needs();
            ChartMaker maker = new ChartMaker(codes, policy, needs);
            for (int i = 0; i < CHARTS_OF_EACH_POLICY; i++) {
                CHARTS.add(maker.chart(1_000L * libraries.size() + i));
            }
        }
        // Each engine on a core of its own.
        CompletableFuture<List<JsonNode>> there =
                CompletableFuture.supplyAsync(() -> new JavaScriptEngine(codes, libraries).answers(CHARTS));
        CHARTS.forEach(chart -> HERE.add(Said.of(ours.answers(chart))));
        THERE.addAll(there.join());
    }

    @Test
    void eachEngineAnswersEachOfAThousandCharts() {
        assertThat(CHARTS).hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(THERE).hasSameSizeAs(CHARTS).noneMatch(answers -> answers.has("error"));
        assertThat(HERE).hasSameSizeAs(CHARTS);
    }

    @Test
    void theEnginesAgreeOnEveryDefineThatAFormBinds() {
        assertThat(differences(true)).isEmpty();
    }

    /** A SMART app knows no parameters of ours: the orders are the open ones, the day is today. */
    @Test
    void withoutParametersTheSameIsFound() {
        assertThat(differences(false)).isEmpty();
    }

    @Test
    void theChartsSaySomething() {
        assertThat(HERE.stream().filter(said -> !said.isEmpty()).count()).isGreaterThanOrEqualTo(CHARTS.size() / 2);
    }

    @Test
    void everyDefineIsAnsweredOftenEnoughToProveSomething() {
        Map<String, Integer> counts = new TreeMap<>();
        ours.policies()
                .forEach((id, policy) -> FormBindings.of(policy).forEach(define -> counts.put(id + " " + define, 0)));
        for (int i = 0; i < CHARTS.size(); i++) {
            String policy = CHARTS.get(i).policy();
            HERE.get(i).keySet().forEach(define -> counts.computeIfPresent(policy + " " + define, (key, n) -> n + 1));
        }
        assertThat(counts).isNotEmpty();
        counts.values().removeIf(count -> count >= SAID_OFTEN_ENOUGH);
        assertThat(counts).isEmpty();
    }

    /** The evidence of a define is compared with it. */
    private static List<String> differences(boolean named) {
        Map<String, Set<String>> bound = new HashMap<>();
        ours.policies().forEach((id, policy) -> bound.put(id, FormBindings.of(policy)));
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < CHARTS.size(); i++) {
            Chart chart = CHARTS.get(i);
            Map<String, Said> here = HERE.get(i);
            Map<String, Said> there = Said.of(THERE.get(i));
            for (String define : new TreeSet<>(bound.get(chart.policy()))) {
                boolean same = Objects.equals(here.get(define), there.get(define));
                if (chart.named() == named && !same && differences.size() < SHOWN) {
                    differences.add(chart + " (line " + (i + 2) + " of charts.jsonl), " + define + "\n  here:  "
                            + here.get(define) + "\n  there: " + there.get(define));
                }
            }
        }
        return differences;
    }
}
