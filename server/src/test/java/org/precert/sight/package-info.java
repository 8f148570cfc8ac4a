@NullMarked
package org.precert.sight;

import org.jspecify.annotations.NullMarked;
