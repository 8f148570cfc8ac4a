package org.precert.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A request whose body was read already; what a form says is among its parameters, as without reading it. */
final class ReadRequest extends HttpServletRequestWrapper {

    private final byte[] body;
    private Optional<Map<String, String[]>> parameters = Optional.empty();

    ReadRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (parameters.isEmpty()) {
            Map<String, String[]> all = new LinkedHashMap<>(super.getParameterMap());
            if (isForm()) {
                addForm(all);
            }
            parameters = Optional.of(Collections.unmodifiableMap(all));
        }
        return parameters.get();
    }

    private boolean isForm() {
        return Optional.ofNullable(getContentType())
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(MediaType.APPLICATION_FORM_URLENCODED_VALUE::equals)
                .isPresent();
    }

    /** How many parameters the body has, before any of them is read. */
    int formParameters() {
        if (!isForm()) {
            return 0;
        }
        int count = 1;
        for (byte each : body) {
            count += each == '&' ? 1 : 0;
        }
        return count;
    }

    /** Behind those of the query, as a servlet container has them. */
    private void addForm(Map<String, String[]> all) {
        Map<String, List<String>> form = new LinkedHashMap<>();
        for (String pair : new String(body, UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!name.isEmpty()) {
                form.computeIfAbsent(name, any -> new ArrayList<>(1)).add(value);
            }
        }
        form.forEach((name, values) -> {
            List<String> both = new ArrayList<>(List.of(all.getOrDefault(name, new String[0])));
            both.addAll(values);
            all.put(name, both.toArray(String[]::new));
        });
    }

    /** What is no encoding says nothing. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Body(new ByteArrayInputStream(body));
    }

    private static final class Body extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Body(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body was read already");
        }
    }
}
