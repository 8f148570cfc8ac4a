package org.precert.tokens;

import org.precert.clients.Scopes;

/**
 * What stands behind an access token.
 *
 * @param client its id
 * @param certificate SHA-256, in hex, of the certificate that it works with alone; empty where it works without
 */
record AccessToken(String client, Scopes scopes, String certificate) {}
