package org.precert.conformance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Reads the resources of a FHIR package, packed or unpacked: its JSON files, those in folders and of other kinds apart. */
final class PackageReader {

    private static final Pattern RESOURCE =
            Pattern.compile("(?:\\./)?package/(?!\\.|package\\.json)[^/]+(?<!\\.openapi|\\.schema)\\.json");

    private PackageReader() {}

    static List<byte[]> read(Path fhirPackage) {
        try {
            return Files.isDirectory(fhirPackage) ? unpacked(fhirPackage) : packed(fhirPackage);
        } catch (IOException e) {
            throw new UncheckedIOException(fhirPackage.toString(), e);
        }
    }

    private static List<byte[]> packed(Path archive) throws IOException {
        List<byte[]> resources = new ArrayList<>();
        try (TarArchiveInputStream entries = new TarArchiveInputStream(
                new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive)), true))) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (RESOURCE.matcher(entry.getName()).matches()) {
                    resources.add(entries.readAllBytes());
                }
            }
        }
        return resources;
    }

    private static List<byte[]> unpacked(Path folder) throws IOException {
        List<byte[]> resources = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (RESOURCE.matcher("package/" + file.getFileName()).matches()) {
                    resources.add(Files.readAllBytes(file));
                }
            }
        }
        return resources;
    }
}
