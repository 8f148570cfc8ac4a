package org.precert.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * What is run; the profile {@code load} in the pom says what usually.
 *
 * @param heap of the server, as in -Xmx
 * @param clients each number of them is run with each of the rates, in calls a second
 * @param hanging calls a second of clients whose EHR hangs, beside others who send prefetch
 */
record LoadPlan(
        String heap,
        List<Integer> clients,
        List<Integer> rates,
        List<Integer> hanging,
        Duration step,
        Duration warmUp) {

    static LoadPlan read() {
        return new LoadPlan(
                property("heap"),
                numbers("clients"),
                numbers("rates"),
                numbers("hanging"),
                Duration.ofSeconds(numbers("seconds").get(0)),
                Duration.ofSeconds(numbers("warmup").get(0)));
    }

    private static List<Integer> numbers(String name) {
        return Arrays.stream(property(name).split(",")).map(Integer::valueOf).toList();
    }

    private static String property(String name) {
        String value = System.getProperty("load." + name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "-Dload." + name + " is missing; run by ./mvnw -Pload -DskipTests verify");
        }
        return value;
    }
}
