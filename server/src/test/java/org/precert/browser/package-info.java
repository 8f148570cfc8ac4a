/** Our forms in a renderer of others, in a browser. */
@NullMarked
package org.precert.browser;

import org.jspecify.annotations.NullMarked;
