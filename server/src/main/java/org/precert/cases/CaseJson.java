package org.precert.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.precert.storage.Packed;

/** How events are kept: what a later version does not know any more is passed over, for a history lasts longer than code. */
final class CaseJson {

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    byte[] bytes(CaseEvent event) {
        return written(new TypeReference<CaseEvent>() {}, event);
    }

    byte[] bytes(Actor actor) {
        return written(new TypeReference<Actor>() {}, actor);
    }

    /** By its interface, or else nothing would tell which kind it is. */
    private byte[] written(TypeReference<?> type, Object value) {
        try {
            return Packed.pack(json.writerFor(type).writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event could not be written: " + value.getClass(), e);
        }
    }

    CaseEvent event(byte[] bytes) {
        return read(bytes, CaseEvent.class);
    }

    Actor actor(byte[] bytes) {
        return read(bytes, Actor.class);
    }

    private <T> T read(byte[] bytes, Class<T> type) {
        try {
            return json.readValue(Packed.unpack(bytes), type);
        } catch (IOException e) {
            throw new UncheckedIOException("An event that is kept could not be read", e);
        }
    }
}
