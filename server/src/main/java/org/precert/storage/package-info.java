/** How bytes stand in the database, and how long anybody waits for it. */
@NullMarked
package org.precert.storage;

import org.jspecify.annotations.NullMarked;
