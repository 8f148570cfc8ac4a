/** Asks the policies: CQL compiled to ELM by the build, evaluated once an order and policy, traced. */
@NullMarked
package org.precert.evaluation;

import org.jspecify.annotations.NullMarked;
