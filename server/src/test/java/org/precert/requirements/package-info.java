/** What the guides demand of servers, statement by statement, and the tests that prove each. */
@NullMarked
package org.precert.requirements;

import org.jspecify.annotations.NullMarked;
