package org.precert.dtr.trouble;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.precert.evaluation.PolicyDesk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class TroubleConfiguration {

    @Bean
    ReportReader reportReader(ObjectMapper json, PolicyDesk policies, @Value("${precert.base-url}") String baseUrl) {
        return new ReportReader(
                json, KnownForms.of(policies.book(), baseUrl), new IssueReader(new PlaceFinder(policies.cqlLines())));
    }

    @Bean
    TroubleLog troubleLog(JdbcTemplate jdbc, Clock clock) {
        return new TroubleLog(jdbc, clock);
    }

    @Bean
    TroubleEndpoint troubleEndpoint(JdbcTemplate jdbc, Clock clock) {
        return new TroubleEndpoint(new TroubleCounts(jdbc), clock);
    }
}
