/**
 * Kills the server, over and over, while clients work, and looks what became of what they had been told. Run by hand in a
 * Maven profile of its own; a short form runs as a test. What came of it: docs/crash.md.
 */
@NullMarked
package org.precert.crash;

import org.jspecify.annotations.NullMarked;
