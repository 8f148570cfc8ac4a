@NullMarked
package org.precert.evaluation;

import org.jspecify.annotations.NullMarked;
