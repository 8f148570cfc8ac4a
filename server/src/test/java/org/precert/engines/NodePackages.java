package org.precert.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The software of others that tests run in Node.js: the packages of {@code src/test/js/package-lock.json}, installed below
 * {@code target} by the first test that asks. Use as {@code assumeTrue(packages.isAvailable(), packages.whyNot())}.
 */
public final class NodePackages {

    private static final Path SOURCE = Path.of("src/test/js");
    private static final Path TARGET = Path.of("target/js");
    private static final NodePackages INSTALLED = install();

    private final String whyNot;

    private NodePackages(String whyNot) {
        this.whyNot = whyNot;
    }

    public static NodePackages installed() {
        return INSTALLED;
    }

    public boolean isAvailable() {
        return whyNot.isEmpty();
    }

    /** For a test that is skipped: what is missing. */
    public String whyNot() {
        return whyNot;
    }

    /** A file for a script to read or write. */
    public static Path file(String name) {
        return TARGET.resolve(name);
    }

    /**
     * Runs a script of {@code src/test/js}, beside which the packages are.
     *
     * @param in what it reads
     * @return what it wrote
     */
    public Path run(String script, Path in, Path out) {
        Path err = TARGET.resolve(script + ".log");
        // Another time zone than the server's: what an answer says must not hang on where it was found.
        ProcessBuilder node = process("node", "--max-semi-space-size=64", script);
        node.environment().put("TZ", "America/New_York");
        int code = run(node, in, out, err, 900);
        if (code != 0) {
            throw new AssertionError(script + " ended with " + code + ":\n" + text(err));
        }
        return out;
    }

    private static NodePackages install() {
        for (String tool : List.of("node", "npm")) {
            if (onPath(tool).isEmpty()) {
                return new NodePackages(
                        "there is no " + tool + " on the PATH: what others' software says is not tested");
            }
        }
        try {
            return installPackages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NodePackages installPackages() throws IOException {
        Files.createDirectories(TARGET);
        Path marker = TARGET.resolve("node_modules/installed-for");
        String lock = Files.readString(SOURCE.resolve("package-lock.json"));
        for (Path file : files()) {
            Files.copy(file, TARGET.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(marker) && Files.readString(marker).equals(lock)) {
            return new NodePackages("");
        }
        Path log = TARGET.resolve("npm.log");
        ProcessBuilder npm = process("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .redirectErrorStream(true);
        if (run(npm, Path.of("/dev/null"), log, log, 300) != 0) {
            return new NodePackages("the packages of " + SOURCE + " could not be installed: " + text(log));
        }
        Files.writeString(marker, lock);
        return new NodePackages("");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SOURCE)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** The first of these programs that is on the PATH. */
    public static List<Path> onPath(String... programs) {
        List<Path> found = new ArrayList<>();
        for (String program : programs) {
            for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
                Path path = Path.of(folder, program);
                if (Files.isExecutable(path) && found.isEmpty()) {
                    found.add(path);
                }
            }
        }
        return found;
    }

    private static ProcessBuilder process(String... command) {
        return new ProcessBuilder(command).directory(TARGET.toFile());
    }

    private static int run(ProcessBuilder builder, Path in, Path out, Path err, int seconds) {
        builder.redirectInput(in.toFile()).redirectOutput(out.toFile());
        if (!builder.redirectErrorStream()) {
            builder.redirectError(Redirect.to(err.toFile()));
        }
        try {
            Process process = builder.start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                throw new AssertionError(builder.command() + " took more than " + seconds + " seconds:\n" + text(err));
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Path file) {
        try {
            String text = Files.readString(file);
            return text.length() > 4_000 ? "... " + text.substring(text.length() - 4_000) : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
