/**
 * Access tokens for the FHIR doors: SMART Backend Services,
 * <a href="https://hl7.org/fhir/smart-app-launch/backend-services.html">SMART App Launch 2.2</a>.
 */
@NullMarked
package org.precert.tokens;

import org.jspecify.annotations.NullMarked;
