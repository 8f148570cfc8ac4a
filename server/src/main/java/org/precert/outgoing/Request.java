package org.precert.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
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
 * @param sent what is posted; nothing where something is asked for
 */
record Request(
        Destination destination,
        URI url,
        Optional<String> token,
        List<Header> headers,
        Optional<Sent> sent,
        Duration within) {

    private static final int LONGEST_TOKEN = 16 * 1024;
    private static final int MOST_HEADERS = 50;

    // No space and no line break: nothing that could begin another header.
    private static final Predicate<String> TOKEN = Pattern.compile("[!-~]+").asMatchPredicate();
    private static final Predicate<String> MEDIA_TYPE =
            Pattern.compile("[!-~][ -~]{0,200}").asMatchPredicate();

    /** A body and what it is. */
    @SuppressWarnings("ArrayRecordComponent") // two bodies are never compared, and a copy would cost a bundle
    record Sent(String contentType, byte[] body) {}

    static Request get(Destination destination, URI url, Optional<String> token, String accept, Duration within) {
        List<Header> headers = List.of(new Header(HttpHeaders.ACCEPT, accept));
        return new Request(destination, url, token, headers, Optional.empty(), within);
    }

    static Request post(Destination destination, URI url, List<Header> headers, Sent sent, Duration within) {
        return new Request(destination, url, Optional.empty(), List.copyOf(headers), Optional.of(sent), within);
    }

    boolean isAllowed() {
        return destination.covers(url)
                && token.stream().allMatch(each -> each.length() <= LONGEST_TOKEN && TOKEN.test(each))
                && headers.size() <= MOST_HEADERS
                && headers.stream().allMatch(Header::isAllowed)
                && sent.stream().allMatch(each -> MEDIA_TYPE.test(each.contentType()) && each.body().length > 0);
    }

    /** The host without brackets: an IPv6 address is one to the DNS as well. */
    String host() {
        return destination.base().getHost().replaceAll("[\\[\\]]", "");
    }

    /** The address is part of it, so a connection is used again for the address alone to which it was made. */
    HttpHost at(InetAddress address) {
        return new HttpHost(destination.base().getScheme(), address, host(), destination.port());
    }

    /** Empty where something is asked for. */
    byte[] body() {
        return sent.map(Sent::body).orElse(new byte[0]);
    }

    /** Host and port are the destination's and not the URL's, though they are the same. */
    HttpRequest message() {
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        BasicHttpRequest message = new BasicHttpRequest(
                sent.isPresent() ? "POST" : "GET",
                destination.base().getScheme(),
                new URIAuthority(host(), destination.base().getPort()),
                url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
        headers.forEach(each -> message.addHeader(new BasicHeader(each.name(), each.value(), true)));
        message.addHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        token.ifPresent(each -> message.addHeader(new BasicHeader(HttpHeaders.AUTHORIZATION, "Bearer " + each, true)));
        sent.ifPresent(each -> message.addHeader(HttpHeaders.CONTENT_TYPE, each.contentType()));
        return message;
    }

    /** Neither token nor path. */
    @Override
    public String toString() {
        return "Request to " + destination.base().getHost();
    }
}
