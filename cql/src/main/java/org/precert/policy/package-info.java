/** Payers, their policies and the versions in force: what a policy folder says. No FHIR, no CQL, no web. */
@NullMarked
package org.precert.policy;

import org.jspecify.annotations.NullMarked;
