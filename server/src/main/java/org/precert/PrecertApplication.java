package org.precert;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server. */
@SpringBootApplication
public class PrecertApplication {

    public static void main(String[] args) {
        SpringApplication.run(PrecertApplication.class, args);
    }
}
