package org.precert.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The sample requests of fhir-resources. */
public final class Samples {

    private Samples() {}

    public static Stream<String> orderSign() {
        return names("order-sign");
    }

    public static Stream<String> orderSelect() {
        return names("order-select");
    }

    /** Every sample call of every hook, as in {@code order-sign/bcbsks-fep-refer}. */
    public static Stream<String> calls() {
        return Stream.of(
                        "appointment-book",
                        "encounter-discharge",
                        "encounter-start",
                        "order-dispatch",
                        "order-select",
                        "order-sign")
                .flatMap(hook -> names(hook).map(name -> hook + "/" + name));
    }

    private static Stream<String> names(String hook) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:fhir/samples/" + hook + "/*.json"))
                    .map(Resource::getFilename)
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param path as in {@code order-sign/bcbsks-fep-refer.json} */
    public static String text(String path) {
        try (InputStream in = Samples.class.getResourceAsStream("/fhir/samples/" + path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
