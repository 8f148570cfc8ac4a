/** How the built server bears load: an open model, run by hand in its own Maven profile. What came of it: docs/load.md. */
@NullMarked
package org.precert.load;

import org.jspecify.annotations.NullMarked;
