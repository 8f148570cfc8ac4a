package org.precert.clients;

import java.util.ArrayList;
import java.util.List;
import org.precert.outgoing.Destination;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Lets no server start half-open: it is a demonstration or it is production, and production knows its callers. It runs
 * before the first bean is made: a start that is refused leaves no database behind.
 */
final class StartGuard implements BeanFactoryPostProcessor {

    /** What shows data of patients to anybody. */
    private static final List<String> OPENED = List.of("precert.demo", "precert.reviews.open", "precert.fhir.open");

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
        if (!isAddress(properties.baseUrl(), demo)) {
            problems.add("precert.base-url must be the " + (demo ? "" : "https ")
                    + "address at which clients reach this server, without a slash at the end");
        }
        return problems;
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
