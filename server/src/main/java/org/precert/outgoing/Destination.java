package org.precert.outgoing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where requests may go: a base that was registered, not what a caller says.
 *
 * @param base normalised: lower case scheme and host, no slash at the end, no query
 * @param plainHttp whether the base may be http, for demonstrations
 * @param privateNetwork whether its name may lead into a private network or to this machine; link-local addresses, where
 *     clouds keep their credentials, stay closed even then
 */
public record Destination(URI base, boolean plainHttp, boolean privateNetwork) {

    private static final int LONGEST_URL = 8_000;

    // The last label begins with a letter: 0x7f000001, 2130706433, 127.1 and 0177.0.0.1 are names to nobody.
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");

    // No percent sign, backslash, semicolon or control character: what servers and proxies read differently.
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~!$&'()*+,=:-]+");

    public Destination {
        base = normalised(base);
        if (!plainHttp && !base.getScheme().equals("https")) {
            throw new IllegalArgumentException("The base must be https");
        }
    }

    /**
     * Parses a base from the configuration or a registration.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Destination of(String base, boolean plainHttp, boolean privateNetwork) {
        try {
            return new Destination(new URI(base), plainHttp, privateNetwork);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The base is not a URL: " + e.getReason(), e);
        }
    }

    /**
     * Whether this URL is the base or lies below it: the same scheme, host and port, and a path that goes on by whole,
     * plainly spelled segments. The query is free, a fragment is not.
     */
    public boolean covers(URI url) {
        return url.toString().length() <= LONGEST_URL
                && base.getScheme().equalsIgnoreCase(url.getScheme())
                && base.getHost().equalsIgnoreCase(url.getHost())
                && port(base) == port(url)
                && url.getRawUserInfo() == null
                && url.getRawFragment() == null
                && isAscii(url)
                && isPlain(url.getRawPath())
                && isBelow(url.getRawPath());
    }

    int port() {
        return port(base);
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }

    private boolean isBelow(String path) {
        return path.equals(base.getRawPath()) || path.startsWith(base.getRawPath() + "/");
    }

    private static boolean isAscii(URI url) {
        return url.toString().chars().allMatch(each -> each > ' ' && each < 127);
    }

    /** Whether no segment is empty, a dot, two dots, or spelled so that others may read it otherwise; a slash may end it. */
    private static boolean isPlain(String path) {
        if (path.isEmpty() || path.equals("/")) {
            return true;
        }
        String inner = path.substring(1, path.endsWith("/") ? path.length() - 1 : path.length());
        for (String segment : inner.split("/", -1)) {
            if (segment.equals(".")
                    || segment.equals("..")
                    || !SEGMENT.matcher(segment).matches()) {
                return false;
            }
        }
        return true;
    }

    private static URI normalised(URI base) {
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        String host = base.getHost() == null ? "" : base.getHost().toLowerCase(Locale.ROOT);
        require(scheme.equals("https") || scheme.equals("http"), "The base must be an http or https URL");
        require(isHost(host), "The base must have a host, spelled in the usual way");
        require(port(base) > 0 && port(base) < 65_536, "The port of the base does not exist");
        require(base.getRawUserInfo() == null, "The base must not have a user");
        require(
                base.getRawQuery() == null && base.getRawFragment() == null,
                "The base must not have a query or fragment");
        require(isPlain(base.getRawPath()), "The path of the base must consist of plain segments");
        String path = base.getRawPath();
        String port = port(base) == (scheme.equals("https") ? 443 : 80) ? "" : ":" + port(base);
        return URI.create(
                scheme + "://" + host + port + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path));
    }

    private static boolean isHost(String host) {
        return NAME.matcher(host).matches()
                || IPV4.matcher(host).matches()
                || IPV6.matcher(host).matches();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
