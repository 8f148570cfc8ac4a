package org.precert.crash;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precert.crash.inside.CrashingServer;

/** What a server that is to crash is made of: the server, and of the tests nothing but what crashes it. */
final class Program {

    private Program() {}

    /**
     * @param server class path of the server: its jar, or folders and jars
     * @param target where the jar goes
     * @return what comes behind {@code java}
     */
    static List<String> of(String server, Path target) throws IOException {
        Path jar = target.resolve("crash-inside.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> classes = Files.list(inside())) {
            classes.filter(each -> each.toString().endsWith(".class")).forEach(each -> add(each, entries));
        }
        return List.of("-classpath", server + File.pathSeparator + jar);
    }

    /** Whether the JVM can keep the classes that it loaded for the next one, which spares a third of each start. */
    static boolean canBeArchived(List<String> program) {
        return Arrays.stream(program.get(1).split(File.pathSeparator)).allMatch(each -> each.endsWith(".jar"));
    }

    /** What the tests run with, without the tests. */
    static String ofTests() {
        Path tests = root();
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> !Path.of(each).toAbsolutePath().equals(tests.toAbsolutePath()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void add(Path file, JarOutputStream entries) {
        try {
            entries.putNextEntry(new JarEntry(folder() + "/" + file.getFileName()));
            Files.copy(file, entries);
            entries.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(CrashingServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path inside() {
        return root().resolve(folder());
    }

    private static String folder() {
        return CrashingServer.class.getPackageName().replace('.', '/');
    }
}
