package org.precert.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What bodies there are: bytes, text and JSON. What else Spring finds among the jars reads XML, and starts engines for it; and no bean
 * is validated by annotations here.
 */
@Component
final class WebMvc implements WebMvcConfigurer {

    private final ObjectMapper json;

    WebMvc(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void configureMessageConverters(List<HttpMessageConverter<?>> converters) {
        StringHttpMessageConverter text = new StringHttpMessageConverter(UTF_8);
        text.setWriteAcceptCharset(false);
        converters.add(new ByteArrayHttpMessageConverter());
        converters.add(text);
        converters.add(new MappingJackson2HttpMessageConverter(json));
    }

    @Override
    public Validator getValidator() {
        return new Nothing();
    }

    private static final class Nothing implements Validator {

        @Override
        public boolean supports(Class<?> type) {
            return false;
        }

        @Override
        public void validate(Object target, Errors errors) {
            throw new IllegalStateException("Nothing is validated by annotations");
        }
    }
}
