/** Staff sign in with the payer's identity provider, by OpenID Connect. The one place that knows Spring Security. */
@NullMarked
package org.precert.signin;

import org.jspecify.annotations.NullMarked;
