package org.precert.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The text files of a folder of policies, by path within it; from a directory, or from the class path by its index. */
public record PolicyFiles(SortedMap<String, String> texts) {

    /** The file, at the root of a folder on the class path, that lists all others: a jar can not be walked cheaply. */
    public static final String INDEX = "index.txt";

    public PolicyFiles {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    }

    public static PolicyFiles none() {
        return new PolicyFiles(new TreeMap<>());
    }

    public static PolicyFiles ofDirectory(Path root) {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(PolicyFiles::isText).toList()) {
                texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can not read the policies in " + root, e);
        }
        return new PolicyFiles(texts);
    }

    /** People keep other things beside their policies, too. */
    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file)
                && Stream.of(".yaml", ".cql", ".json", ".md").anyMatch(name::endsWith);
    }

    /** @param root a folder on the class path, with an index, as the build of this module writes it */
    public static PolicyFiles ofClasspath(String root) {
        SortedMap<String, String> texts = new TreeMap<>();
        resource(root + "/" + INDEX).lines().forEach(path -> texts.put(path, resource(root + "/" + path)));
        return new PolicyFiles(texts);
    }

    private static String resource(String path) {
        try (InputStream in = PolicyFiles.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new InvalidPolicy(path + " is not on the class path");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Can not read " + path, e);
        }
    }

    public Optional<String> text(String path) {
        return Optional.ofNullable(texts.get(path));
    }

    /** @throws InvalidPolicy if there is none */
    public String required(String path) {
        return text(path).orElseThrow(() -> new InvalidPolicy(path + " is missing"));
    }

    /** The files below a folder, by path within it. */
    public PolicyFiles below(String folder) {
        SortedMap<String, String> below = new TreeMap<>();
        texts.forEach((path, text) -> {
            if (path.startsWith(folder + "/")) {
                below.put(path.substring(folder.length() + 1), text);
            }
        });
        return new PolicyFiles(below);
    }

    /** The folders that hold a file of this name. */
    public Stream<String> foldersWith(String name) {
        return texts.keySet().stream()
                .filter(path -> path.endsWith("/" + name))
                .map(path -> path.substring(0, path.length() - name.length() - 1));
    }

    /** The files whose name ends so, by path. */
    public Map<String, String> ending(String suffix) {
        SortedMap<String, String> matching = new TreeMap<>();
        texts.forEach((path, text) -> {
            if (path.endsWith(suffix)) {
                matching.put(path, text);
            }
        });
        return matching;
    }
}
