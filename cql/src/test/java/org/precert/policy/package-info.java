@NullMarked
package org.precert.policy;

import org.jspecify.annotations.NullMarked;
