/** How bytes stand in the database. */
@NullMarked
package org.precert.storage;

import org.jspecify.annotations.NullMarked;
