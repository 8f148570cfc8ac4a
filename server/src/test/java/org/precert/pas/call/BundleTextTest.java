package org.precert.pas.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.precert.requirements.PasRequirement;
import org.precert.review.InvalidRequest;

/** The text of a Bundle, before anything is known of what it says. */
class BundleTextTest {

    private static final String RESOURCE =
            "{ \"resourceType\" :\t\"Basic\",\r\n \"a\":1.0,\"b\":1e3,\"c\":-0.00E+2,\"d\":\"\\u00e9é\\/😀\\ud83d\\ude00\" }";

    @Test
    void theTextOfAResourceIsKeptAsItWasSent() {
        assertThat(raw("{\"entry\":[{\"resource\":" + RESOURCE + " }]}")).isEqualTo(RESOURCE);
    }

    @Test
    void aByteOrderMarkIsNoPartOfIt() {
        assertThat(raw("\uFEFF{\"entry\":[{\"resource\":" + RESOURCE + "}]}")).isEqualTo(RESOURCE);
    }

    @Test
    void numbersKeepTheirDigits() {
        BundleText.Sent entry =
                read("{\"entry\":[{\"resource\":" + RESOURCE + "}]}").entries().get(0);
        assertThat(entry.resource()).isNotNull();
        assertThat(entry.rest()).isEmpty();
    }

    @Test
    void aLongTextIsCutInTheRightPlaces() {
        String long1 = "{\"a\":\"" + "é😀".repeat(40_000) + "\"}";
        String long2 = "{\"b\":\"" + "\\n".repeat(40_000) + "\"}";
        BundleText.Parts parts =
                read("{\"entry\":[{\"resource\":" + long1 + "}, {\"fullUrl\":\"x\",\"resource\":" + long2 + "}]}");
        assertThat(parts.entries().get(0).raw()).isEqualTo(long1);
        assertThat(parts.entries().get(1).raw()).isEqualTo(long2);
    }

    @Test
    @PasRequirement("spec-11")
    void whatIsNoJsonObjectIsRefused() {
        for (String text :
                new String[] {"", "  ", "[]", "1", "null", "{", "{\"a\":}", "{} {}", "{}x", "{\"a\":1,}", "{'a':1}"}) {
            refused(text.getBytes(StandardCharsets.UTF_8), "");
        }
    }

    @Test
    void aKeyThatComesTwiceIsRefused() {
        refused("{\"a\":1,\"a\":1}".getBytes(StandardCharsets.UTF_8), "");
        refused("{\"entry\":[{\"resource\":{\"id\":\"1\",\"id\":\"2\"}}]}".getBytes(StandardCharsets.UTF_8), "");
        refused("{\"entry\":[],\"entry\":[]}".getBytes(StandardCharsets.UTF_8), "");
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        refused(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}, "");
        refused(new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'}, "");
        for (String name : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"}) {
            refused("{\"a\":1}".getBytes(Charset.forName(name)), "");
        }
    }

    @Test
    void anEscapeThatStandsForNoCharacterIsRefused() {
        refused("{\"a\":\"\\ud83d\"}".getBytes(StandardCharsets.UTF_8), "");
        refused("{\"a\":[{\"\\ude00\":1}]}".getBytes(StandardCharsets.UTF_8), "");
        refused("{\"entry\":[{\"resource\":{\"a\":\"x\\u0000\"}}]}".getBytes(StandardCharsets.UTF_8), "");
    }

    @Test
    void entriesAreAListOfObjects() {
        refused("{\"entry\":{}}".getBytes(StandardCharsets.UTF_8), "Bundle.entry");
        refused("{\"entry\":[1]}".getBytes(StandardCharsets.UTF_8), "Bundle.entry[0]");
        refused("{\"entry\":[{},{\"resource\":[]}]}".getBytes(StandardCharsets.UTF_8), "Bundle.entry[1].resource");
    }

    @Test
    void tooManyEntriesAreTooLarge() {
        String many = "{\"entry\":[" + "{},".repeat(2_000) + "{}]}";
        assertThatThrownBy(() -> read(many))
                .isInstanceOfSatisfying(
                        InvalidRequest.class, e -> assertThat(e.kind()).isEqualTo(InvalidRequest.Kind.TOO_LARGE));
        assertThat(read("{\"entry\":[" + "{},".repeat(1_999) + "{}]}").entries())
                .hasSize(2_000);
    }

    @Test
    void whatIsTooDeepIsRefused() {
        refused(("{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}").getBytes(StandardCharsets.UTF_8), "");
    }

    @Test
    void aNumberOfAbsurdSizeIsRefusedWhereTheReaderRefusesIt() {
        BundleText careful = new BundleText(Draft.JSON.copy().setNodeFactory(new Careful()));
        assertThatThrownBy(() ->
                        careful.read("{\"entry\":[{\"resource\":{\"a\":1e999999}}]}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("number");
    }

    @Test
    void aNumberOfAbsurdSizeIsNeverWrittenOut() {
        assertThat(Draft.good()
                        .set(Draft.ITEM + "/quantity/value", "1e99999999")
                        .read()
                        .items())
                .hasSize(2);
    }

    /** As the server's. */
    private static final class Careful extends JsonNodeFactory {

        private static final long serialVersionUID = 1L;

        @Override
        public ValueNode numberNode(BigDecimal value) {
            if (Math.abs((long) value.scale()) > 100) {
                throw new ArithmeticException("too large");
            }
            return super.numberNode(value);
        }
    }

    private static String raw(String text) {
        return read(text).entries().get(0).raw();
    }

    private static BundleText.Parts read(String text) {
        return new BundleText(Draft.JSON).read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(byte[] body, String path) {
        assertThatThrownBy(() -> new BundleText(Draft.JSON).read(body))
                .isInstanceOfSatisfying(InvalidRequest.class, e -> {
                    assertThat(e.kind()).isEqualTo(InvalidRequest.Kind.MALFORMED);
                    assertThat(e.path()).isEqualTo(path);
                });
    }
}
