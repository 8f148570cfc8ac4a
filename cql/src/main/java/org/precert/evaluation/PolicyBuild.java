package org.precert.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cqframework.cql.elm.serializing.ElmJsonLibraryWriter;
import org.precert.policy.InvalidPolicy;
import org.precert.policy.PolicyFiles;

/**
 * The build's step from CQL to ELM: {@code PolicyBuild <cql folder> <output folder>}. Writes the shared libraries and the
 * policies with their ELM beside them, and an index of each. An error, a warning or a breach of the house rules ends it.
 */
public final class PolicyBuild {

    private PolicyBuild() {}

    public static void main(String[] args) throws IOException {
        Path source = Path.of(args[0]);
        Path target = Path.of(args[1]);
        try {
            build(source, target);
        } catch (InvalidPolicy e) {
            throw new InvalidPolicy("The policies do not build:\n" + e.getMessage());
        }
    }

    static void build(Path source, Path target) throws IOException {
        PolicyFiles shared = PolicyFiles.ofDirectory(source.resolve("shared"));
        PolicyFiles policies = PolicyFiles.ofDirectory(source.resolve("policies"));
        List<String> breaches = new CqlHouseRules().check(shared, policies);
        if (!breaches.isEmpty()) {
            throw new InvalidPolicy(String.join("\n", breaches));
        }
        CqlCompiler compiler = new CqlCompiler(shared.ending(".cql").values());
        write(compiled("shared/", shared, compiler), target.resolve(PolicyDesks.SHARED));
        write(compiled("policies/", policies, compiler), target.resolve(PolicyDesks.POLICIES));
    }

    private static Map<String, String> compiled(String prefix, PolicyFiles files, CqlCompiler compiler) {
        SortedMap<String, String> all = new TreeMap<>(files.texts());
        all.keySet().removeIf(path -> path.contains("/cases/"));
        files.ending(".cql")
                .forEach((path, cql) -> all.put(
                        path.replace(".cql", ".elm.json"),
                        new ElmJsonLibraryWriter().writeAsString(compiler.compile("cql/" + prefix + path, cql))));
        return all;
    }

    private static void write(Map<String, String> files, Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.writeString(folder.resolve(PolicyFiles.INDEX), String.join("\n", files.keySet()));
    }
}
