package org.precert.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchedKeysTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                 | 600",
                "public                             | 600",
                "max-age=60                         | 60",
                "public, Max-Age=120                | 120",
                "max-age=\"30\"                     | 30",
                "s-maxage=5                         | 600",
                "max-age=0                          | 0",
                "max-age=31536000, immutable        | 3600",
                "max-age=99999999999999999999       | 3600",
                "no-store                           | 0",
                "no-cache, max-age=600              | 0",
                "max-age=-1                         | 600",
            })
    void mayBeUsedForAsLongAsItsServerSays(String cacheControl, long seconds) {
        assertThat(FetchedKeys.of("{}", cacheControl).maxAge()).isEqualTo(Duration.ofSeconds(seconds));
    }
}
