package org.precert.requirements;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;

/** Which test proves which statement of a guide, as the compiled tests say by an annotation. */
final class Proofs {

    private final List<JavaMethod> methods;
    private final Class<? extends Annotation> by;

    private Proofs(List<JavaMethod> methods, Class<? extends Annotation> by) {
        this.methods = methods;
        this.by = by;
    }

    /** @param by names the statements as its value */
    static Proofs ofCompiledTests(Class<? extends Annotation> by) {
        return of(
                new ClassFileImporter()
                        .withImportOption(new OnlyIncludeTests()).importPackages("org.precert").stream()
                                .filter(type -> type.isTopLevelClass() || type.isAnnotatedWith(Nested.class)),
                by);
    }

    static Proofs of(Class<?> type, Class<? extends Annotation> by) {
        return of(Stream.of(new ClassFileImporter().importClass(type)), by);
    }

    private static Proofs of(Stream<JavaClass> types, Class<? extends Annotation> by) {
        return new Proofs(
                types.flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(by))
                        .toList(),
                by);
    }

    /** Tests by the id that they name. */
    SortedMap<String, SortedSet<String>> testsById() {
        SortedMap<String, SortedSet<String>> tests = new TreeMap<>();
        for (JavaMethod method : methods) {
            for (String id : ids(method)) {
                tests.computeIfAbsent(id, any -> new TreeSet<>()).add(name(method));
            }
        }
        return tests;
    }

    private String[] ids(JavaMethod method) {
        return (String[]) method.getAnnotationOfType(by.getName()).get("value").orElseThrow();
    }

    /** Methods that claim to prove something, but that nobody runs. */
    List<String> thatDoNotRun() {
        return methods.stream()
                .filter(method -> !isRun(method))
                .map(Proofs::name)
                .sorted()
                .toList();
    }

    private static boolean isRun(JavaMethod method) {
        return method.isMetaAnnotatedWith(Testable.class)
                && !method.isAnnotatedWith(Disabled.class)
                && !method.getOwner().isAnnotatedWith(Disabled.class);
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
