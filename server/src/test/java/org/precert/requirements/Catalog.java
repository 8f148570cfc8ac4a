package org.precert.requirements;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The statements of the guide, in the order of the file; some of 2.0.1 are known by their number there as well. */
final class Catalog {

    private static final String VERSION_2_0 = "2.0.1@";

    private final List<GuideStatement> statements;
    private final Map<String, GuideStatement> byId = new LinkedHashMap<>();

    Catalog(List<GuideStatement> statements) {
        this.statements = List.copyOf(statements);
        for (GuideStatement statement : statements) {
            know(statement.id(), statement);
            statement.numbers2_0().forEach(number -> know(VERSION_2_0 + number, statement));
        }
    }

    static Catalog of(ImplementationGuide guide) {
        try (Reader file =
                new InputStreamReader(Catalog.class.getResourceAsStream(guide.statements()), StandardCharsets.UTF_8)) {
            CSVFormat format = CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .build();
            return new Catalog(StreamSupport.stream(format.parse(file).spliterator(), false)
                    .map(Catalog::statement)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<GuideStatement> statements() {
        return statements;
    }

    Optional<GuideStatement> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private void know(String id, GuideStatement statement) {
        if (byId.put(id, statement) != null) {
            throw new IllegalArgumentException("The catalog has " + id + " twice");
        }
    }

    private static GuideStatement statement(CSVRecord line) {
        return new GuideStatement(
                line.get("id"),
                line.get("verb"),
                line.get("binds"),
                line.get("words"),
                Arrays.stream(line.get("in 2.0.1").split(" "))
                        .filter(number -> !number.isEmpty())
                        .toList(),
                line.get("not tested"),
                line.get("because"));
    }
}
