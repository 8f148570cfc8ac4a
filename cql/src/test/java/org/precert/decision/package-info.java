@NullMarked
package org.precert.decision;

import org.jspecify.annotations.NullMarked;
