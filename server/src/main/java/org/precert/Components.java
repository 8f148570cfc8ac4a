package org.precert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

/**
 * The components of this server, by a list. To look through all its classes for them would cost most of a CPU second at each start; a
 * test holds the list to what a look would find.
 */
final class Components implements ImportSelector {

    static final String LIST = "/META-INF/precert/components";

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
        try (InputStream list = Components.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("There is no " + LIST);
            }
            return new String(list.readAllBytes(), UTF_8).lines().toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
