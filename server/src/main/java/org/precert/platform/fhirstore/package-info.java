/** Keeps the FHIR resources: HAPI FHIR JPA in a Spring context of its own, behind one servlet at {@code /fhir}. */
@NullMarked
package org.precert.platform.fhirstore;

import org.jspecify.annotations.NullMarked;
