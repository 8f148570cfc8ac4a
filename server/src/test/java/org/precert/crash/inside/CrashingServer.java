package org.precert.crash.inside;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.precert.PrecertApplication;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** The server, with a database that ends the process at one point, and a clock that goes ahead of the machine's. */
public final class CrashingServer {

    /** Which point, as {@link CrashPoint} reads it; empty for none. */
    public static final String AT = "crash.at";

    /**
     * How many seconds the clock is ahead: so that the leases of the server before this one have run out, as they had if
     * nobody had started another within the minute.
     */
    public static final String AHEAD = "crash.ahead";

    private CrashingServer() {}

    public static void main(String[] args) {
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        CrashPoint point = CrashPoint.of(System.getProperty(AT, ""));
        Duration ahead = Duration.ofSeconds(Long.getLong(AHEAD, 0));
        SpringApplication server = new SpringApplication(PrecertApplication.class);
        server.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new Changes(point, ahead)));
        server.addListeners((ApplicationListener<ApplicationReadyEvent>) ready -> point.arm());
        server.run(args);
    }

    private record Changes(CrashPoint point, Duration ahead) implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof DataSource source) {
                return new WatchedDatabase(source, point);
            }
            return bean instanceof Clock clock ? Clock.offset(clock, ahead) : bean;
        }
    }
}
