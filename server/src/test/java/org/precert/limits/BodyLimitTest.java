package org.precert.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** No more is read than may be sent, in no more time than it may take, and nothing that is compressed. */
class BodyLimitTest {

    private static final String HOOK = "/cds-services/order-sign";
    private static final String SUBMIT = "/pas/2.2.1/fhir/Claim/$submit";

    private final AtomicInteger reached = new AtomicInteger();
    private final BodyLimit filter = new BodyLimit(
            new LimitsProperties(
                    DataSize.ofKilobytes(1),
                    DataSize.ofKilobytes(4),
                    Duration.ofSeconds(10),
                    10,
                    0,
                    1,
                    Map.of(),
                    new LimitsProperties.Strangers(0, 1)),
            new Refusals());

    private MockHttpServletResponse sent(MockHttpServletRequest request) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            filter.doFilter(request, response, (read, more) -> {
                read.getInputStream().readAllBytes();
                reached.incrementAndGet();
            });
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
        return response;
    }

    private static MockHttpServletRequest with(int bytes, String path) {
        MockHttpServletRequest request = TestCallers.post(path);
        request.setContent(new byte[bytes]);
        return request;
    }

    @ParameterizedTest
    @CsvSource({
        HOOK + ", 1024, 200",
        HOOK + ", 1025, 413",
        SUBMIT + ", 4096, 200",
        SUBMIT + ", 4097, 413",
        "/oauth/token, 65536, 200",
        "/oauth/token, 65537, 413",
        "/fhir/ValueSet/$expand, 1025, 413",
        "/review-desk/api/x, 1025, 413",
        "/pasta/x, 1025, 413"
    })
    void takesWhatFitsAndNoByteMore(String path, int bytes, int status) {
        assertThat(sent(with(bytes, path)).getStatus()).isEqualTo(status);
    }

    @Test
    void countsWhatComesWhateverWasPromised() {
        MockHttpServletRequest liar = new MockHttpServletRequest("POST", HOOK) {
            @Override
            public long getContentLengthLong() {
                return 10;
            }
        };
        liar.setServletPath(HOOK);
        liar.setContent(new byte[5000]);
        assertThat(sent(liar).getStatus()).isEqualTo(413);
        assertThat(reached).hasValue(0);
    }

    @Test
    void readsNothingWhereTooMuchIsPromised() {
        MockHttpServletRequest promising = new MockHttpServletRequest("POST", HOOK) {
            @Override
            public long getContentLengthLong() {
                return Long.MAX_VALUE;
            }

            @Override
            public jakarta.servlet.ServletInputStream getInputStream() {
                throw new IllegalStateException("It was read");
            }
        };
        promising.setServletPath(HOOK);
        assertThat(sent(promising).getStatus()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "deflate",
                "br",
                "zstd",
                "compress",
                "gzip, gzip",
                "identity, gzip",
                "aes128gcm",
                "anything"
            })
    void takesNothingCompressed(String encoding) {
        MockHttpServletRequest request = with(10, HOOK);
        request.addHeader("Content-Encoding", encoding);
        MockHttpServletResponse response = sent(request);
        assertThat(response.getStatus()).isEqualTo(415);
        assertThat(response.getHeader("Accept-Encoding")).isEqualTo("identity");
        assertThat(reached).hasValue(0);
    }

    @Test
    void takesNothingThatIsCompressedBySecondHeader() {
        MockHttpServletRequest request = with(10, HOOK);
        request.addHeader("Content-Encoding", "identity");
        request.addHeader("Content-Encoding", "gzip");
        assertThat(sent(request).getStatus()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", " "})
    void takesWhatSaysThatItIsNotCompressed(String encoding) {
        MockHttpServletRequest request = with(10, HOOK);
        request.addHeader("Content-Encoding", encoding);
        assertThat(sent(request).getStatus()).isEqualTo(200);
    }

    @Test
    void takesNoFormOfAMillionFields() {
        MockHttpServletRequest request = with(1, "/oauth/token");
        request.setContentType("application/x-www-form-urlencoded");
        request.setContent("a&".repeat(30_000).getBytes(UTF_8));
        assertThat(sent(request).getStatus()).isEqualTo(400);
        assertThat(reached).hasValue(0);
    }

    @Test
    void takesNoQueryOfAThousandParameters() {
        MockHttpServletRequest request = TestCallers.get("/fhir/Questionnaire");
        request.setQueryString("a=1&".repeat(1000));
        assertThat(sent(request).getStatus()).isEqualTo(400);
        request.setQueryString("a=1&".repeat(999));
        assertThat(sent(request).getStatus()).isEqualTo(200);
    }

    @Test
    void givesUpOnWhatDripsAsSoonAsItTookTooLong() throws IOException {
        AtomicInteger read = new AtomicInteger();
        InputStream dripping = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                read.incrementAndGet();
                return 1;
            }
        };
        assertThat(new SentBody(1024, Duration.ZERO).read(dripping)).isEqualTo(new SentBody.Refused(Reason.SLOW_BODY));
        assertThat(read).hasValue(1);
    }

    @Test
    void givesUpOnWhatStops() throws IOException {
        InputStream stopping = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("as Tomcat wraps it", new SocketTimeoutException());
            }
        };
        assertThat(new SentBody(1024, Duration.ofMinutes(1)).read(stopping))
                .isEqualTo(new SentBody.Refused(Reason.SLOW_BODY));
    }
}
