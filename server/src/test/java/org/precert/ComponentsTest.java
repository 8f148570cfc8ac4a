package org.precert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.stereotype.Component;

class ComponentsTest {

    private static final Path CLASSES = Path.of(PrecertApplication.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath());

    @Test
    void theListNamesEveryComponentAndNothingElse() {
        String[] listed = new Components().selectImports(AnnotationMetadata.introspect(PrecertApplication.class));
        assertThat(listed).isSorted().containsExactlyElementsOf(found().sorted().toList());
    }

    /** What Spring would find, in the main classes alone; nested ones belong to small applications of their own. */
    private static Stream<String> found() {
        ClassPathScanningCandidateComponentProvider look = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(MetadataReader reader) {
                // Whatever its conditions say here.
                return reader.getAnnotationMetadata().isAnnotated(Component.class.getName());
            }
        };
        return look.findCandidateComponents("org.precert").stream()
                .map(BeanDefinition::getBeanClassName)
                .filter(name -> name != null && !name.contains("$") && !name.equals(PrecertApplication.class.getName()))
                .filter(name -> Files.exists(CLASSES.resolve(name.replace('.', '/') + ".class")));
    }
}
