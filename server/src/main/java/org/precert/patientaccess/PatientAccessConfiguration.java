package org.precert.patientaccess;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class PatientAccessConfiguration {

    @Bean
    AccessRecords accessRecords(JdbcTemplate jdbc) {
        return new AccessRecords(jdbc);
    }

    @Bean
    AccessListener accessListener(AccessRecords records, ObjectMapper json) {
        return new AccessListener(records, new EobWriter(json));
    }

    @Bean
    SearchSet searchSet(ObjectMapper json, @Value("${precert.base-url}") String baseUrl) {
        return new SearchSet(json, baseUrl + "/patient-access/fhir");
    }

    /** Everybody in the demo profile; elsewhere those that are registered for it. */
    @Bean
    MayRead mayRead(Environment environment) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        return caller -> demo
                || caller.known().filter(client -> client.pas().patientAccess()).isPresent();
    }
}
