package org.precert;

import org.precert.audit.AuditCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The server: its own components by a list, and of Spring Boot what stands in {@code META-INF/spring/}. Nothing is searched for at the
 * start.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration
@Import(Components.class)
public class PrecertApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(AuditCommand.NAME)) {
            AuditCommand.main(args);
            return;
        }
        // Boot would warm up libraries that are never used here, on a thread of its own, at the dearest moment.
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        SpringApplication.run(PrecertApplication.class, args);
    }
}
