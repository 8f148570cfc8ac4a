package org.precert.crd;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The FHIR bases that may be read.
 *
 * @param bases in full, as the clients send them
 * @param loopback whether any port of this machine is allowed as well: for demonstrations alone
 */
record AllowedServers(List<String> bases, boolean loopback) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    AllowedServers {
        bases = bases.stream().map(AllowedServers::withoutSlash).toList();
    }

    boolean allows(URI base) {
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        if (!Set.of("http", "https").contains(scheme)
                || base.getUserInfo() != null
                || base.getRawQuery() != null
                || base.getRawFragment() != null
                || base.getHost() == null) {
            return false;
        }
        return bases.contains(withoutSlash(base.toString())) || (loopback && LOOPBACK.contains(base.getHost()));
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
