package org.precert.limits;

import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The order of it: a place, the pace of the address; then, by others, who calls; its pace and its share; and the body last of all.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitsProperties.class)
class LimitsConfiguration {

    /** After CORS, so that a page can read why it was refused. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

    /** After the filters that tell who calls, which are at 100, and before all that looks at a body. */
    private static final int CALLER_KNOWN = Ordered.HIGHEST_PRECEDENCE + 110;

    private final LongSupplier nanos;

    LimitsConfiguration() {
        long start = System.nanoTime();
        this.nanos = () -> System.nanoTime() - start;
    }

    @Bean
    Refusals refusedForLimits() {
        return new Refusals();
    }

    @Bean
    Places places(LimitsProperties limits) {
        return new Places(limits.inFlight());
    }

    /** Of clients, for whoever learns later than in a filter who calls. */
    @Bean
    Paces paces(LimitsProperties limits) {
        return new Paces(limits.pace(), limits.clients(), nanos);
    }

    @Bean
    WorkInFlight workInFlight(Places places, Refusals refusals) {
        return new WorkInFlight(places, refusals);
    }

    @Bean
    FilterRegistrationBean<WorkInFlight> workInFlightFilter(WorkInFlight filter) {
        return at(FIRST, filter);
    }

    @Bean
    FilterRegistrationBean<StrangerFilter> strangerFilter(LimitsProperties limits, Refusals refusals) {
        return at(FIRST + 1, new StrangerFilter(limits.strangers().pace(), refusals, nanos));
    }

    @Bean
    FilterRegistrationBean<CallerLimits> callerLimits(
            LimitsProperties limits, Paces clients, Places places, Refusals refusals) {
        Paces staff = new Paces(limits.pace(), Map.of(), nanos);
        return at(
                CALLER_KNOWN,
                new CallerLimits(clients, staff, limits.strangers().pace(), places, refusals));
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(LimitsProperties limits, Refusals refusals) {
        return at(CALLER_KNOWN + 1, new BodyLimit(limits, refusals));
    }

    @Bean
    FilterRegistrationBean<JsonAlone> jsonAlone(Refusals refusals) {
        return at(CALLER_KNOWN + 2, new JsonAlone(refusals));
    }

    @Bean
    FilterRegistrationBean<SaneJson> saneJson(Refusals refusals) {
        return at(CALLER_KNOWN + 3, new SaneJson(refusals));
    }

    private static <F extends OncePerRequestFilter> FilterRegistrationBean<F> at(int order, F filter) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
