/** Wiring, errors, limits and health. Imports everyone, and nobody imports it. */
@NullMarked
package org.precert.platform;

import org.jspecify.annotations.NullMarked;
