package org.precert.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.net.URIAuthority;

/**
 * What is asked of a destination.
 *
 * @param token the bearer token; never stored, never logged, never sent elsewhere
 */
record Request(Destination destination, URI url, Optional<String> token, String accept, Duration within) {

    private static final int LONGEST_TOKEN = 16 * 1024;

    // No space and no line break: nothing that could begin another header.
    private static final Predicate<String> TOKEN = Pattern.compile("[!-~]+").asMatchPredicate();

    boolean isAllowed() {
        return destination.covers(url)
                && token.stream().allMatch(each -> each.length() <= LONGEST_TOKEN && TOKEN.test(each));
    }

    /** The host without brackets: an IPv6 address is one to the DNS as well. */
    String host() {
        return destination.base().getHost().replaceAll("[\\[\\]]", "");
    }

    /** The address is part of it, so a connection is used again for the address alone to which it was made. */
    HttpHost at(InetAddress address) {
        return new HttpHost(destination.base().getScheme(), address, host(), destination.port());
    }

    /** Host and port are the destination's and not the URL's, though they are the same. */
    HttpRequest message() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        BasicHttpRequest message = new BasicHttpRequest(
                "GET",
                destination.base().getScheme(),
                new URIAuthority(host(), destination.base().getPort()),
                url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
        message.addHeader(HttpHeaders.ACCEPT, accept);
        message.addHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        token.ifPresent(each -> message.addHeader(new BasicHeader(HttpHeaders.AUTHORIZATION, "Bearer " + each, true)));
        return message;
    }

    /** Neither token nor path. */
    @Override
    public String toString() {
        return "Request to " + destination.base().getHost();
    }
}
