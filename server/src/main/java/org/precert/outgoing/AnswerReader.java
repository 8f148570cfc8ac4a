package org.precert.outgoing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.impl.BasicEntityDetails;
import org.apache.hc.core5.http.nio.AsyncClientEndpoint;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;

/** Sends one request over a connection and gathers the response, up to a limit, on the network's threads. */
final class AnswerReader implements AsyncClientExchangeHandler {

    private final Exchange exchange;
    private final HttpRequest message;
    private final AsyncClientEndpoint endpoint;
    private final int mostBytes;
    private final ByteBuffer toSend;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private int status;

    AnswerReader(Exchange exchange, Request request, AsyncClientEndpoint endpoint, int mostBytes) {
        this.exchange = exchange;
        this.message = request.message();
        this.toSend = ByteBuffer.wrap(request.body());
        this.endpoint = endpoint;
        this.mostBytes = mostBytes;
    }

    @Override
    public void produceRequest(RequestChannel channel, HttpContext context) throws HttpException, IOException {
        EntityDetails entity = toSend.hasRemaining() ? new BasicEntityDetails(toSend.remaining(), null) : null;
        channel.sendRequest(message, entity, context);
    }

    @Override
    public int available() {
        return toSend.remaining();
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        channel.write(toSend);
        if (!toSend.hasRemaining()) {
            channel.endStream();
        }
    }

    @Override
    public void consumeInformation(HttpResponse response, HttpContext context) {
        // Whatever is said before the response does not matter, and the deadline stands.
    }

    @Override
    public void consumeResponse(HttpResponse response, EntityDetails entity, HttpContext context)
            throws HttpException, IOException {
        status = response.getCode();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()));
        }
        // Expanding what nobody asked to be compressed is how a small body becomes a large one.
        if (!headers.getOrDefault("content-encoding", "identity").equalsIgnoreCase("identity")) {
            throw new ProtocolException("A compressed body");
        }
        if (entity == null) {
            complete();
        } else if (entity.getContentLength() > mostBytes) {
            throw tooLong();
        }
    }

    @Override
    public void updateCapacity(CapacityChannel capacity) throws IOException {
        capacity.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer part) throws IOException {
        if (exchange.isDone() || body.size() + part.remaining() > mostBytes) {
            throw tooLong();
        }
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        body.writeBytes(bytes);
    }

    @Override
    public void streamEnd(List<? extends Header> trailers) {
        complete();
    }

    @Override
    public void failed(Exception cause) {
        exchange.finish(new Answer.Failed(failure(cause)));
    }

    @Override
    public void cancel() {
        exchange.finish(new Answer.Failed(Failure.UNREACHABLE));
    }

    @Override
    public void releaseResources() {
        exchange.finish(new Answer.Failed(Failure.UNREACHABLE));
        endpoint.releaseAndDiscard();
    }

    private void complete() {
        if (toSend.hasRemaining()) {
            endpoint.releaseAndDiscard(); // who answers before all was sent shall not take the rest for the next
            // request
        } else {
            endpoint.releaseAndReuse();
        }
        exchange.finish(new Answer.Received(status, headers, body.toByteArray()));
    }

    private static MessageConstraintException tooLong() {
        return new MessageConstraintException("The body is too long");
    }

    private static Failure failure(Exception cause) {
        if (cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException) {
            return Failure.NOT_TRUSTED;
        }
        if (cause instanceof MessageConstraintException) {
            return Failure.TOO_LONG;
        }
        if (cause instanceof HttpException || cause instanceof MalformedChunkCodingException) {
            return Failure.UNREADABLE;
        }
        return cause instanceof SocketTimeoutException ? Failure.TOO_LATE : Failure.UNREACHABLE;
    }
}
