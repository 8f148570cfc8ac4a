package org.precert.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;

/**
 * One client: one kept connection, one call at a time. Blocking, and nothing between it and the socket, for whoever makes
 * the load shares the cores with who bears it.
 */
final class Connection implements AutoCloseable {

    /** Far beyond every promise: what takes longer is no answer. */
    private static final int PATIENCE = (int) Duration.ofSeconds(20).toMillis();

    private final int port;
    private final Calls calls;
    private DefaultBHttpClientConnection wire = unbound();

    Connection(int port, Calls calls) {
        this.port = port;
        this.calls = calls;
    }

    /** Never throws: a call without an answer is one of the figures. */
    Reply ask(String body) {
        try {
            return exchange(body);
        } catch (IOException | HttpException e) {
            close();
            return Reply.NONE;
        }
    }

    private Reply exchange(String body) throws IOException, HttpException {
        if (!wire.isOpen()) {
            connect();
        }
        BasicClassicHttpRequest request = request(body);
        wire.sendRequestHeader(request);
        wire.sendRequestEntity(request);
        wire.flush();
        ClassicHttpResponse response = wire.receiveResponseHeader();
        wire.receiveResponseEntity(response);
        String said = EntityUtils.toString(response.getEntity());
        if (!DefaultConnectionReuseStrategy.INSTANCE.keepAlive(request, response, HttpCoreContext.create())) {
            close();
        }
        return new Reply(response.getCode(), calls.tells(said));
    }

    private BasicClassicHttpRequest request(String body) {
        StringEntity entity = new StringEntity(body, ContentType.APPLICATION_JSON);
        BasicClassicHttpRequest request = new BasicClassicHttpRequest("POST", calls.path());
        request.setHeader("Host", "localhost:" + port);
        request.setHeader("Content-Type", entity.getContentType());
        request.setHeader("Content-Length", entity.getContentLength());
        request.setEntity(entity);
        return request;
    }

    private void connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        wire = unbound();
        wire.bind(socket);
    }

    private static DefaultBHttpClientConnection unbound() {
        return new DefaultBHttpClientConnection(Http1Config.DEFAULT);
    }

    @Override
    public void close() {
        wire.close(CloseMode.IMMEDIATE);
    }
}
