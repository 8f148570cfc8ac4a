package org.precert.platform;

import org.apache.catalina.core.StandardHost;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Tomcat answers in JSON what it refuses before anybody here sees it, such as a URL that is none; all is
 * told in the log, and nobody holds it up.
 */
@Component
final class WebServer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final boolean https;

    WebServer(@Value("${precert.base-url}") String baseUrl) {
        this.https = baseUrl.startsWith("https:");
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new RequestValve(), new SecurityHeaders(https), new UnreadBodies());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                // Who asks whether to send a body is told once it is known that it will be read.
                http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
            }
        });
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(RefusedByTomcat.class.getName());
            }
        });
    }
}
