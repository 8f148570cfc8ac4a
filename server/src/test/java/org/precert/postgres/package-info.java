/** A real PostgreSQL, started by the tests that need one: the server is to run on it as it does on H2. */
@NullMarked
package org.precert.postgres;

import org.jspecify.annotations.NullMarked;
