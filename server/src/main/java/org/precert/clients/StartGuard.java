package org.precert.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.precert.outgoing.Destination;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Lets no server start half-open: it is a demonstration or it is production, and production knows its callers. It runs
 * before the first bean is made: a start that is refused leaves no database behind.
 */
final class StartGuard implements BeanFactoryPostProcessor {

    /** What shows data of patients to anybody. */
    private static final List<String> OPENED = List.of(
            "precert.demo",
            "precert.reviews.open",
            "precert.fhir.open",
            "precert.fhir.writable",
            "spring.h2.console.enabled",
            // Starting, stopping and changing the server from outside, one way or the other.
            "management.endpoint.shutdown.enabled",
            "spring.jmx.enabled");

    private static final String EXPOSED = "management.endpoints.web.exposure.include";
    private static final Set<String> QUIET = Set.of("never", "when-authorized", "when_authorized");

    private final Environment environment;

    StartGuard(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
        ClientsProperties properties = Binder.get(environment).bindOrCreate("precert", ClientsProperties.class);
        List<String> problems = problems(properties);
        if (!problems.isEmpty()) {
            throw new StartRefused(problems);
        }
    }

    private List<String> problems(ClientsProperties properties) {
        boolean demo = Trust.isDemo(environment);
        boolean production = environment.acceptsProfiles(Profiles.of("production"));
        if (demo == production) {
            return List.of("choose one of the profiles demo and production, as in --spring.profiles.active=demo, not "
                    + (demo ? "both" : "neither"));
        }
        List<String> problems = new ArrayList<>();
        if (!demo && Trust.in(environment, properties) == Trust.OFF) {
            problems.add("precert.trust can be off in the demo profile alone");
        }
        for (String opened : OPENED) {
            // Others may read off, no or nothing at all as they like: here there is one word for closed.
            if (!demo && !environment.getProperty(opened, "false").equals("false")) {
                problems.add(opened + " must be false, or not be there, outside of the demo profile");
            }
        }
        if (!demo) {
            problems.addAll(management());
            problems.addAll(staff());
        }
        if (!isAddress(properties.baseUrl(), demo)) {
            problems.add("precert.base-url must be the " + (demo ? "" : "https ")
                    + "address at which clients reach this server, without a slash at the end");
        }
        return problems;
    }

    /** What operators see is for a network of their own; health is for everybody, and says no more than that. */
    private List<String> management() {
        List<String> problems = new ArrayList<>();
        List<String> exposed = Binder.get(environment)
                .bind(EXPOSED, Bindable.listOf(String.class))
                .orElse(List.of());
        String port = environment.getProperty("management.server.port", "");
        boolean apart = !port.isBlank() && !port.equals(environment.getProperty("server.port", "8080"));
        if (!apart && !exposed.stream().allMatch("health"::equals)) {
            problems.add(EXPOSED + " may name more than health only with a management.server.port of its own");
        }
        for (String detail : List.of("show-details", "show-components")) {
            String name = "management.endpoint.health." + detail;
            if (!apart && !QUIET.contains(environment.getProperty(name, "never").toLowerCase(Locale.ROOT))) {
                problems.add(name + " must not be there, outside of the demo profile");
            }
        }
        return problems;
    }

    /** Keys in the settings are good enough to show something. Who half-configures the provider has nobody sign in. */
    private List<String> staff() {
        List<String> problems = new ArrayList<>();
        if (!named("precert.staff").isEmpty()) {
            problems.add("precert.staff is the sign-in of the demo profile alone: set precert.sign-in instead");
        }
        if (environment.getProperty("precert.sign-in.issuer", "").isBlank()
                && !named("precert.sign-in").isEmpty()) {
            problems.add("precert.sign-in.issuer must be there where anything else of precert.sign-in is");
        }
        return problems;
    }

    private Set<String> named(String prefix) {
        return Binder.get(environment)
                .bind(prefix, Bindable.mapOf(String.class, Object.class))
                .orElse(Map.of())
                .keySet();
    }

    private static boolean isAddress(String url, boolean plain) {
        try {
            Destination.of(url, plain, true);
            return !url.endsWith("/");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
