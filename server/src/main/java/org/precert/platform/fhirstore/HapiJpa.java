package org.precert.platform.fhirstore;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Builds the Spring context of HAPI FHIR JPA, apart from the application's own: they share three beans and no more. */
final class HapiJpa {

    private final DataSource dataSource;
    private final FhirContext fhirContext;
    private final FhirStoreProperties properties;

    HapiJpa(DataSource dataSource, FhirContext fhirContext, FhirStoreProperties properties) {
        this.dataSource = dataSource;
        this.fhirContext = fhirContext;
        this.properties = properties;
    }

    RunningStore start(List<StoreContent> contents) {
        new FhirSchema(dataSource).bringUp();
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.setDisplayName("FHIR store");
        // HAPI's switch for "no Quartz": there are no background jobs in this store.
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("fhir-store", Map.of("scheduling_disabled", "true")));
        // As singletons, not as bean definitions: closing this context must not close the application's DataSource.
        context.getBeanFactory().registerSingleton("dataSource", dataSource);
        context.getBeanFactory().registerSingleton("fhirContext", fhirContext);
        context.getBeanFactory().registerSingleton("fhirStoreProperties", properties);
        context.getDefaultListableBeanFactory().setAutowireCandidateResolver(new RepositoriesWhenUsed());
        context.addBeanFactoryPostProcessor(new OnlyWhatIsServed());
        context.register(HapiJpaBeans.class, FhirServerBeans.class);
        try {
            context.refresh();
            contents.forEach(context.getBean(Seeder.class)::put);
            return new RunningStore(context);
        } catch (RuntimeException | LinkageError e) {
            context.close();
            throw e;
        }
    }
}
