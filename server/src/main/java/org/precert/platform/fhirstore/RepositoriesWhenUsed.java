package org.precert.platform.fhirstore;

import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;

/**
 * Injects HAPI's Spring Data repositories as proxies that are built when first called.
 *
 * <p>Building one parses each of its queries, twice; most of HAPI's seventy are not called by this store.
 */
final class RepositoriesWhenUsed extends ContextAnnotationAutowireCandidateResolver {

    private static final String REPOSITORIES = "ca.uhn.fhir.jpa.dao.data";

    @Override
    protected boolean isLazy(DependencyDescriptor wanted) {
        return wanted.getDependencyType().getPackageName().equals(REPOSITORIES) || super.isLazy(wanted);
    }
}
