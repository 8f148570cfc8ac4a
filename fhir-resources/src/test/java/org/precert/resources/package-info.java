/** What holds for every FHIR file of the project: terminology and samples. */
@NullMarked
package org.precert.resources;

import org.jspecify.annotations.NullMarked;
