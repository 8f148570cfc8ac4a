/** What a server is shipped and run with: image, compose file, chart, dashboard. */
@NullMarked
package org.precert.packaging;

import org.jspecify.annotations.NullMarked;
