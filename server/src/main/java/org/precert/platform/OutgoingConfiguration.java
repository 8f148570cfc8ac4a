package org.precert.platform;

import org.precert.clients.KeyFetch;
import org.precert.outgoing.OutgoingHttp;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one way by which requests leave. */
@Configuration(proxyBeanMethods = false)
class OutgoingConfiguration {

    @Bean
    OutgoingHttp outgoingHttp() {
        return new OutgoingHttp();
    }

    @Bean
    KeyFetch keyFetch(OutgoingHttp http, PrecertProperties properties) {
        return new JwksOverHttp(http, properties.demo());
    }
}
