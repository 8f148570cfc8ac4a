/** What the server's tests share: one running server of the demo profile, and a way to talk to it. */
@NullMarked
package org.precert.testing;

import org.jspecify.annotations.NullMarked;
