package org.precert.auditor;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import org.precert.audit.AuditEntry;
import org.precert.audit.AuditTrail;
import org.precert.evaluation.PolicyDesk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class AuditorConfiguration {

    /** Around the filters that turn callers away, behind the limit of the body. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 90;

    @Bean
    EventBundle auditEventBundle(ObjectMapper json, @Value("${precert.base-url}") String baseUrl) {
        return new EventBundle(json, new EventWriter(json, baseUrl), baseUrl);
    }

    @Bean
    FilterRegistrationBean<RefusalFilter> refusalFilter(AuditTrail audit, Clock clock) {
        FilterRegistrationBean<RefusalFilter> registration =
                new FilterRegistrationBean<>(new RefusalFilter(new Refusals(audit, clock)));
        registration.setOrder(ORDER);
        return registration;
    }

    @Bean
    ClientRecord clientRecord(JdbcTemplate jdbc, AuditTrail audit) {
        return new ClientRecord(jdbc, audit);
    }

    /** By which policies this node decides from now on. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> policySetRecord(
            AuditTrail audit, PolicyDesk policies, @Value("${precert.audit.node:${HOSTNAME:node}}") String node) {
        return event -> {
            List<String> all = policies.book().policies().stream()
                    .map(policy -> policy.id() + "|" + policy.version() + "|" + policy.contentHash())
                    .sorted()
                    .toList();
            audit.record(new AuditEntry.PolicySet(node, all));
        };
    }
}
