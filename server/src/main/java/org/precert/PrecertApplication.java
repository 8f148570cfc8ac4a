package org.precert;

import org.precert.audit.AuditCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server. */
@SpringBootApplication
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
