package org.precert.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Whether a browser's request comes from a page of this server. Programs send neither of the headers, and need not. */
public record SameOrigin(HttpServletRequest request) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    public boolean changesSomething() {
        return !READING.contains(request.getMethod());
    }

    /** No form of another site can send this type without asking first. */
    public boolean isJson() {
        String type = request.getContentType();
        try {
            return type != null && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    /** No page can forge the one header, which browsers send over https and to this machine; the other is older. */
    public boolean holds() {
        Optional<String> site = header("Sec-Fetch-Site");
        if (site.isPresent()) {
            return site.get().equals("same-origin");
        }
        return header(HttpHeaders.ORIGIN).map(this::isOurs).orElse(true);
    }

    private boolean isOurs(String origin) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null
                    && header(HttpHeaders.HOST)
                            .filter(authority::equalsIgnoreCase)
                            .isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
