package org.precert.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.precert.clients.Caller;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.Ordered;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The web server with all that limits, and the settings of the application; behind it, a service that tells how much it got. Who calls stands
 * in a header, and {@code X-Client: nobody} is turned away, as the filters of the doors do it.
 */
final class LimitsServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    LimitsServer(String... more) {
        context = new SpringApplicationBuilder(Application.class)
                .profiles("production")
                .run(Stream.concat(
                                Stream.of("--server.port=0", "--precert.base-url=https://precert.example"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    /** No part of the application, which would find it else. */
    @TestConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        PropertyPlaceholderAutoConfiguration.class,
        EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
        ServletWebServerFactoryAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class
    })
    @Import({LimitsConfiguration.class, PlatformOfTheServer.class, Service.class})
    static class Application {

        @Bean
        FilterRegistrationBean<OncePerRequestFilter> whoCalls() {
            FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new WhoCalls());
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
            return registration;
        }
    }

    static class PlatformOfTheServer implements ImportSelector {

        @Override
        public String[] selectImports(AnnotationMetadata importing) {
            return new String[] {"org.precert.platform.WebServer", "org.precert.platform.OneOfEach"};
        }
    }

    private static final class WhoCalls extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Optional<String> client = Optional.ofNullable(request.getHeader("X-Client"));
            if (client.filter("nobody"::equals).isPresent()) {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                response.setContentLength(0);
                return;
            }
            client.ifPresent(id -> request.setAttribute(Caller.ATTRIBUTE, TestCallers.client(id)));
            chain.doFilter(request, response);
        }
    }

    @TestComponent
    @RestController
    static class Service {

        private final Semaphore held = new Semaphore(0);
        private final CountDownLatch open = new CountDownLatch(1);

        @RequestMapping("/{*path}")
        String answer(@RequestBody(required = false) byte[] body) {
            return "got " + (body == null ? 0 : body.length);
        }

        /** Until {@link #open}. */
        @RequestMapping("/pas/hold")
        String hold() throws InterruptedException {
            held.release();
            open.await();
            return "held";
        }
    }

    void awaitHeld(int calls) throws InterruptedException {
        context.getBean(Service.class).held.acquire(calls);
    }

    void open() {
        context.getBean(Service.class).open.countDown();
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    Socket connect() throws IOException {
        Socket socket = new Socket("localhost", port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    /** All that comes back until the server closes the connection. */
    String send(String request) throws IOException {
        try (Socket socket = connect()) {
            write(socket, request);
            return rest(socket);
        }
    }

    String post(String path, String headers, String body) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n" + body);
    }

    static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    static String rest(Socket socket) throws IOException {
        StringBuilder all = new StringBuilder();
        InputStream in = socket.getInputStream();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                all.append((char) next);
            }
        } catch (SocketException e) {
            // Reset: what came before is what there is.
        }
        return all.toString();
    }

    @Override
    public void close() {
        open();
        context.close();
    }
}
