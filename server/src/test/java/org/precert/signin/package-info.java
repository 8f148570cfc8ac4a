@NullMarked
package org.precert.signin;

import org.jspecify.annotations.NullMarked;
