package org.precert.desk;

import java.util.Map;
import org.precert.cases.CaseDocuments;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands a document of a provider to staff: as a file, and as of a type that runs nothing, whatever it says it is. */
final class SentDocument {

    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf", ".pdf",
            "image/png", ".png",
            "image/jpeg", ".jpg",
            "image/tiff", ".tif",
            "text/plain", ".txt",
            "application/fhir+json", ".json",
            "application/json", ".json");

    private SentDocument() {}

    static ResponseEntity<byte[]> answer(CaseDocuments.Document document) {
        String ending = ENDINGS.getOrDefault(document.contentType(), ".bin");
        String name = "document-" + document.control().replaceAll("[^A-Za-z0-9]", "") + ending;
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(document.content().array());
    }
}
