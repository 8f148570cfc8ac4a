package org.precert.crd;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.function.Supplier;
import org.precert.evaluation.PolicyDesk;
import org.precert.review.Rationale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CrdProperties.class)
class CrdConfiguration {

    @Bean
    HookRequestReader hookRequestReader(ObjectMapper json) {
        return new HookRequestReader(json);
    }

    @Bean
    HookFacts hookFacts(CrdProperties properties, ObjectMapper json) {
        AllowedServers allowed = new AllowedServers(properties.clientFhirBases(), properties.loopbackFhir());
        return new HookFacts(new HttpClientFetch(allowed, properties.fetchDeadline(), json));
    }

    @Bean
    Discovery discovery(ObjectMapper json) {
        return new Discovery(json);
    }

    @Bean
    HookResponseWriter hookResponseWriter(
            ObjectMapper json,
            PolicyDesk policies,
            Supplier<String> ids,
            @Value("${precert.base-url}") String baseUrl) {
        Rationale rationale = new Rationale(policies);
        return new HookResponseWriter(
                json,
                new CoverageInformationOf(rationale, baseUrl + "/fhir"),
                new Cards(new DecisionCard(rationale), baseUrl),
                ids);
    }
}
