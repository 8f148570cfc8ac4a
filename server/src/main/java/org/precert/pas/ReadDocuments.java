package org.precert.pas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.precert.cases.Attachments;
import org.precert.cases.Bytes;
import org.precert.cases.CaseDocuments;
import org.precert.pas.attachment.AttachmentCall;
import org.precert.pas.attachment.AttachmentCallReader;

/** The documents of a case for people: each resource, and each file that one carries, by itself. */
final class ReadDocuments implements CaseDocuments {

    private static final String FHIR = "application/fhir+json";

    private final Attachments store;
    private final AttachmentCallReader reader;
    private final ObjectMapper json;

    ReadDocuments(Attachments store, AttachmentCallReader reader, ObjectMapper json) {
        this.store = store;
        this.reader = reader;
        this.json = json;
    }

    @Override
    public List<Document> of(String caseId) {
        List<Document> documents = new ArrayList<>();
        for (Attachments.Whole kept : store.whole(caseId)) {
            AttachmentCall call = reader.again(kept.body().array());
            List<Piece> pieces = new ArrayList<>();
            call.documents().forEach(sent -> add(sent, sent.content(), pieces));
            int number = 0;
            for (Piece piece : pieces) {
                documents.add(new Document(
                        kept.id() + "-" + ++number,
                        kept.id(),
                        kept.receivedAt(),
                        call.tracking().value(),
                        piece.sent().code(),
                        piece.contentType(),
                        piece.title(),
                        piece.sent().lines(),
                        piece.content()));
            }
        }
        return List.copyOf(documents);
    }

    @Override
    public Optional<Document> find(String caseId, String document) {
        return of(caseId).stream().filter(each -> each.id().equals(document)).findFirst();
    }

    private record Piece(AttachmentCall.Sent sent, String contentType, String title, Bytes content) {}

    private void add(AttachmentCall.Sent sent, ObjectNode resource, List<Piece> pieces) {
        switch (resource.path("resourceType").asText()) {
            case "Bundle" ->
                resource.path("entry").forEach(entry -> {
                    if (entry.path("resource") instanceof ObjectNode each) {
                        add(sent, each, pieces);
                    }
                });
            case "DocumentReference" ->
                resource.path("content").forEach(content -> {
                    JsonNode attachment = content.path("attachment");
                    String title = attachment.path("title").asText(title(resource));
                    pieces.add(file(sent, attachment, title));
                });
            case "Binary" -> pieces.add(file(sent, resource, ""));
            default -> pieces.add(new Piece(sent, FHIR, title(resource), Bytes.of(bytes(resource))));
        }
    }

    private static Piece file(AttachmentCall.Sent sent, JsonNode holder, String title) {
        String data = holder.path("data").asText().replaceAll("\\s", "");
        return new Piece(
                sent,
                holder.path("contentType").asText("application/octet-stream"),
                title,
                Bytes.of(Base64.getDecoder().decode(data)));
    }

    private static String title(ObjectNode resource) {
        String description = resource.path("description").asText();
        return description.isEmpty() ? resource.path("resourceType").asText() : description;
    }

    private byte[] bytes(ObjectNode resource) {
        try {
            return json.writeValueAsBytes(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
