package org.precert.platform.fhirstore;

import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** Resources with ids of their own that the FHIR store holds from its start, given in the order of their references. */
public interface StoreContent {

    Stream<IBaseResource> resources();
}
