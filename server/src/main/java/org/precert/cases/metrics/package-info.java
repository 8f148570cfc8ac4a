/**
 * What is counted of prior authorizations, from their histories alone: the public metrics of CMS-0057-F (42 CFR 422.122(c) and its
 * like), and the guide's own. Whoever counts again, counts the same.
 */
@NullMarked
package org.precert.cases.metrics;

import org.jspecify.annotations.NullMarked;
