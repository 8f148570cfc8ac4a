package org.precert.platform.fhirstore;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.PerformanceOptionsEnum;
import ca.uhn.fhir.jpa.config.r4.FhirContextR4Config;
import jakarta.servlet.ServletRegistration;
import javax.sql.DataSource;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletRegistrationBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FhirStoreProperties.class)
class FhirStoreConfiguration {

    /**
     * The validator's libraries fetch nothing, whatever asks them to: they can send credentials to a stranger
     * (CVE-2026-34361), and the version without that does not fit HAPI 8.8.
     */
    @Bean
    FhirContext fhirContext() {
        ManagedWebAccess.setAccessPolicy(ManagedWebAccess.WebAccessPolicy.PROHIBITED);
        FhirContext context = FhirContext.forR4Cached();
        context.setPerformanceOptions(PerformanceOptionsEnum.DEFERRED_MODEL_SCANNING);
        return TypesOfFhir.in(FhirContextR4Config.configureFhirContext(context));
    }

    @Bean
    FhirStore fhirStore(
            DataSource dataSource,
            FhirContext fhirContext,
            FhirStoreProperties properties,
            ObjectProvider<StoreContent> contents) {
        return new FhirStore(
                new HapiJpa(dataSource, fhirContext, properties),
                contents.orderedStream().toList(),
                properties.startDelay());
    }

    @Bean
    ServletRegistrationBean<FhirServlet> fhirServlet(FhirStore store) {
        ServletRegistrationBean<FhirServlet> registration =
                new ServletRegistrationBean<>(new FhirServlet(store), "/fhir/*");
        registration.setName("fhir");
        registration.setLoadOnStartup(1);
        return registration;
    }

    /** An exact mapping wins over {@code /fhir/*}: so the doors' operations do not wait for the store. */
    @Bean
    ServletContextInitializer fhirPaths(DispatcherServletRegistrationBean dispatcher, ObjectProvider<FhirPath> paths) {
        return servletContext -> {
            ServletRegistration spring = servletContext.getServletRegistration(dispatcher.getServletName());
            paths.orderedStream().map(FhirPath::path).forEach(spring::addMapping);
        };
    }

    @Bean("fhirStoreHealthIndicator")
    FhirStoreHealth fhirStoreHealth(FhirStore store) {
        return new FhirStoreHealth(store);
    }
}
