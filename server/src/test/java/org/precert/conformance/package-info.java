/** Checks what the server says against the profiles of the implementation guides, where their packages are at hand. */
@NullMarked
package org.precert.conformance;

import org.jspecify.annotations.NullMarked;
