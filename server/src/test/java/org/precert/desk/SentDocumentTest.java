package org.precert.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precert.cases.Bytes;
import org.precert.cases.CaseDocuments.Document;
import org.springframework.http.ResponseEntity;

/** Staff get what a provider sent as a file. */
class SentDocumentTest {

    private static ResponseEntity<byte[]> answer(String type, String control) {
        return SentDocument.answer(new Document(
                "d",
                "a",
                CaseExamples.NOW,
                control,
                "11506-3",
                type,
                "Title",
                List.of(1),
                Bytes.of("<html>".getBytes(UTF_8))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/svg+xml", "application/javascript", "", "text/html; charset=utf-8"})
    void noBrowserRunsIt(String type) {
        ResponseEntity<byte[]> answer = answer(type, "D1");
        assertThat(answer.getHeaders().getFirst("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(answer.getHeaders().getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"document-D1.bin\"");
        assertThat(answer.getBody()).asString(UTF_8).isEqualTo("<html>");
    }

    @Test
    void itsNameIsOfOurMaking() {
        assertThat(answer("application/pdf", "../D\"1\r\n").getHeaders().getFirst("Content-Disposition"))
                .isEqualTo("attachment; filename=\"document-D1.pdf\"");
    }
}
