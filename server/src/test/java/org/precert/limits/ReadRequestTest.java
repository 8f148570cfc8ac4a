package org.precert.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** What was read is told again, a form as its parameters. */
class ReadRequestTest {

    private static ReadRequest post(String type, String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/x");
        request.setContentType(type);
        request.addParameter("query", "1");
        request.addParameter("both", "first");
        return new ReadRequest(request, body.getBytes(UTF_8));
    }

    @Test
    void aFormIsAmongTheParameters() {
        ReadRequest request =
                post("application/x-www-form-urlencoded; charset=UTF-8", "identifier=a%7Cb&both=second&empty=&%zz=1");
        assertThat(request.getParameter("identifier")).isEqualTo("a|b");
        assertThat(request.getParameter("query")).isEqualTo("1");
        assertThat(request.getParameterValues("both")).containsExactly("first", "second");
        assertThat(request.getParameter("empty")).isEmpty();
        assertThat(request.getParameter("none")).isNull();
        assertThat(Collections.list(request.getParameterNames()))
                .containsExactlyInAnyOrder("query", "both", "identifier", "empty");
    }

    @Test
    void whatIsNoFormHasTheParametersOfItsQuery() {
        ReadRequest request = post("application/fhir+json", "identifier=1");
        assertThat(request.getParameterMap()).containsOnlyKeys("query", "both");
    }

    @Test
    void theBodyIsReadAgain() throws IOException {
        assertThat(post("text/plain", "body").getInputStream().readAllBytes()).isEqualTo("body".getBytes(UTF_8));
    }
}
