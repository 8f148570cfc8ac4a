/**
 * Who did what, kept so that a change of it shows: chains of links, each with the hash of the one before it. Written in the
 * transaction of what it tells of. Everybody may record here; this package knows none of them.
 */
@NullMarked
package org.precert.audit;

import org.jspecify.annotations.NullMarked;
