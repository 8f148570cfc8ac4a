package org.precert.requirements;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;

/** Which test proves which statement, as the compiled tests say by {@link Requirement}. */
final class Proofs {

    private final List<JavaMethod> methods;

    private Proofs(List<JavaMethod> methods) {
        this.methods = methods;
    }

    static Proofs ofCompiledTests() {
        return of(new ClassFileImporter()
                .withImportOption(new OnlyIncludeTests()).importPackages("org.precert").stream()
                        .filter(type -> type.isTopLevelClass() || type.isAnnotatedWith(Nested.class)));
    }

    static Proofs of(Class<?> type) {
        return of(Stream.of(new ClassFileImporter().importClass(type)));
    }

    private static Proofs of(Stream<JavaClass> types) {
        return new Proofs(types.flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Requirement.class))
                .toList());
    }

    /** Tests by the id that they name. */
    SortedMap<String, SortedSet<String>> testsById() {
        SortedMap<String, SortedSet<String>> tests = new TreeMap<>();
        for (JavaMethod method : methods) {
            for (String id : method.getAnnotationOfType(Requirement.class).value()) {
                tests.computeIfAbsent(id, any -> new TreeSet<>()).add(name(method));
            }
        }
        return tests;
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
