/** The way in for clients: administrators register them while the server runs. */
@NullMarked
package org.precert.registry;

import org.jspecify.annotations.NullMarked;
