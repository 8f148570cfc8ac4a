package org.precert.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where FHIR packages may lie on this machine. */
record PackageFolders(List<Path> folders) {

    static final String SETTING = "FHIR_PACKAGES";

    PackageFolders {
        folders = List.copyOf(folders);
    }

    /** The folder shared beside the project, the one that a setting names, the usual cache of FHIR tools. */
    static PackageFolders usual() {
        List<Path> folders = new ArrayList<>();
        folders.add(Path.of("../../shared/igs/packages"));
        folders.add(Path.of("../shared/igs/packages"));
        Optional.ofNullable(System.getProperty(SETTING, System.getenv(SETTING)))
                .map(Path::of)
                .ifPresent(folders::add);
        folders.add(Path.of(System.getProperty("user.home"), ".fhir", "packages"));
        return new PackageFolders(folders);
    }

    /** The packages, all from the first folder that has them all; empty if none has. */
    Optional<List<Path>> find(GuideSet guides) {
        return folders.stream()
                .map(folder -> guides.packages().stream()
                        .flatMap(id -> in(folder, id).stream())
                        .toList())
                .filter(found -> found.size() >= needed(guides))
                .findFirst();
    }

    String explanation(GuideSet guides) {
        return "no folder has the packages " + guides.packages() + "; looked in "
                + folders.stream()
                        .map(Path::toAbsolutePath)
                        .map(Path::normalize)
                        .toList()
                + "; name another one by the property or environment variable " + SETTING;
    }

    /** A packed package, one cut down to what is needed, or an unpacked one. */
    private static Optional<Path> in(Path folder, String id) {
        return Stream.of(id + ".tgz", id + "-min.tgz", id + "/package")
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst();
    }

    /** What is called local only fills gaps, and may be missing. */
    private static long needed(GuideSet guides) {
        return guides.packages().stream().filter(id -> !id.startsWith("local.")).count();
    }
}
