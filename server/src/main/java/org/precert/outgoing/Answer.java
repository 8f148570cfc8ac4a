package org.precert.outgoing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What became of a request: there is one always, and never an exception. */
public sealed interface Answer {

    /**
     * An HTTP response, of whatever status. A redirect is one of them: nobody follows it.
     *
     * @param headers by name in lower case; of a name that is repeated, the first
     * @param body as it came; it belongs to whom it is given
     */
    @SuppressWarnings("ArrayRecordComponent") // two responses are never compared, and a copy would cost up to 2 MB
    record Received(int status, Map<String, String> headers, byte[] body) implements Answer {

        public Received {
            headers = Map.copyOf(headers);
        }

        public boolean isSuccessful() {
            return status >= 200 && status < 300;
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        /** The media type with its parameters; empty if none was given. */
        public String contentType() {
            return header("Content-Type").orElse("");
        }

        /** Status and size alone: headers and body may speak of patients. */
        @Override
        public String toString() {
            return "Received[status=" + status + ", " + body.length + " bytes]";
        }
    }

    /** No response that can be used. */
    record Failed(Failure why) implements Answer {}
}
