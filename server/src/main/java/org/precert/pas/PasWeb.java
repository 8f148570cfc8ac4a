package org.precert.pas;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds at every door of PAS, and at the one by which patients read what came of it. */
@Configuration(proxyBeanMethods = false)
class PasWeb implements WebMvcConfigurer {

    private final PasProperties properties;

    PasWeb(PasProperties properties) {
        this.properties = properties;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new FormatRules(properties.lenient())).addPathPatterns("/pas/**", "/patient-access/**");
    }
}
