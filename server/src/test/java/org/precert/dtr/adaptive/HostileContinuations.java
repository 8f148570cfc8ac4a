package org.precert.dtr.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.precert.dtr.adaptive.TestContinuation.NEW;
import static org.precert.dtr.adaptive.TestContinuation.NOW;
import static org.precert.dtr.adaptive.TestContinuation.OLD;
import static org.precert.dtr.adaptive.TestSeals.byPassword;
import static org.precert.dtr.adaptive.TestSeals.encoded;
import static org.precert.dtr.adaptive.TestSeals.sealed;
import static org.precert.dtr.adaptive.TestSeals.signed;
import static org.precert.dtr.adaptive.TestSeals.wrapped;

import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.precert.dtr.adaptive.Opened.Reason;

/** Tokens that are not good, in every way that we could think of. */
final class HostileContinuations {

    static final ContinuationToken TOKEN = new ContinuationToken(List.of(NEW, OLD));
    static final String GOOD = TestContinuation.sealed(TOKEN);
    private static final String[] PARTS = GOOD.split("\\.");

    private HostileContinuations() {}

    static Stream<Arguments> all() {
        return Stream.of(forms(), headers(), changes(), contents()).flatMap(each -> each);
    }

    private static Stream<Arguments> forms() {
        return Stream.of(
                arguments("no text", "", Reason.MALFORMED),
                arguments("a word", "token", Reason.MALFORMED),
                arguments("dots alone", "....", Reason.MALFORMED),
                arguments("three parts", PARTS[0] + "." + PARTS[2] + "." + PARTS[3], Reason.MALFORMED),
                arguments("four parts", GOOD.substring(0, GOOD.lastIndexOf('.')), Reason.MALFORMED),
                arguments("six parts", GOOD + ".a", Reason.MALFORMED),
                arguments("a dot at the end", GOOD + ".", Reason.MALFORMED),
                arguments("a space before", " " + GOOD, Reason.MALFORMED),
                arguments("a line break after", GOOD + "\n", Reason.MALFORMED),
                arguments("padding", GOOD + "=", Reason.MALFORMED),
                arguments(
                        "the other alphabet",
                        parts(PARTS[0], "+/+/+/+/+/+/+/+/", PARTS[3], PARTS[4]),
                        Reason.MALFORMED),
                arguments(
                        "an encrypted key",
                        PARTS[0] + ".AAAA." + PARTS[2] + "." + PARTS[3] + "." + PARTS[4],
                        Reason.MALFORMED),
                arguments("no header", parts("", PARTS[2], PARTS[3], PARTS[4]), Reason.MALFORMED),
                arguments("no IV", parts(PARTS[0], "", PARTS[3], PARTS[4]), Reason.MALFORMED),
                arguments("a short IV", parts(PARTS[0], "AAAA", PARTS[3], PARTS[4]), Reason.MALFORMED),
                arguments("a long IV", parts(PARTS[0], PARTS[2] + "AAAA", PARTS[3], PARTS[4]), Reason.MALFORMED),
                arguments("nothing sealed", parts(PARTS[0], PARTS[2], "", PARTS[4]), Reason.MALFORMED),
                arguments("no tag", parts(PARTS[0], PARTS[2], PARTS[3], ""), Reason.MALFORMED),
                arguments(
                        "a tag of 4 bytes",
                        parts(PARTS[0], PARTS[2], PARTS[3], PARTS[4].substring(0, 6)),
                        Reason.MALFORMED),
                arguments(
                        "a tag of 12 bytes",
                        parts(PARTS[0], PARTS[2], PARTS[3], PARTS[4].substring(0, 16)),
                        Reason.MALFORMED),
                arguments("bits that mean nothing", otherSpelling(), Reason.MALFORMED),
                arguments(
                        "letters of other scripts",
                        parts(PARTS[0], PARTS[2], "\u0430\u0431", PARTS[4]),
                        Reason.MALFORMED),
                arguments("a null character", GOOD.replace('.', '\0'), Reason.MALFORMED),
                arguments("JSON", "{\"protected\":\"" + PARTS[0] + "\"}", Reason.MALFORMED),
                arguments(
                        "a character too many",
                        parts(PARTS[0], PARTS[2], "A".repeat(64 * 1024), PARTS[4]),
                        Reason.TOO_LARGE),
                arguments("ten megabytes", "A".repeat(10_000_000), Reason.TOO_LARGE),
                arguments("ten megabytes of dots", ".".repeat(10_000_000), Reason.TOO_LARGE),
                arguments("a signed token", signed(), Reason.MALFORMED),
                arguments(
                        "a token of alg none",
                        new PlainObject(new Payload(TestContinuation.json())).serialize(),
                        Reason.MALFORMED));
    }

    private static Stream<Arguments> headers() {
        String rest = "." + GOOD.substring(GOOD.indexOf('.') + 1);
        return Stream.of(
                arguments("a header that is no JSON", encoded("alg=dir") + rest, Reason.FOREIGN),
                arguments(
                        "an unknown kid",
                        sealed("{'alg':'dir','enc':'A256GCM','zip':'DEF','kid':'x'}"),
                        Reason.FOREIGN),
                arguments("no kid", sealed("{'alg':'dir','enc':'A256GCM','zip':'DEF'}"), Reason.FOREIGN),
                arguments("no zip", sealed("{'alg':'dir','enc':'A256GCM','kid':'new'}"), Reason.FOREIGN),
                arguments(
                        "another order",
                        sealed("{'enc':'A256GCM','alg':'dir','zip':'DEF','kid':'new'}"),
                        Reason.FOREIGN),
                arguments(
                        "a critical extension",
                        sealed("{'alg':'dir','enc':'A256GCM','zip':'DEF','kid':'new','crit':['exp'],'exp':1}"),
                        Reason.FOREIGN),
                arguments(
                        "the place of a key",
                        sealed("{'alg':'dir','enc':'A256GCM','zip':'DEF','kid':'new','jku':'http://169.254.169.254/'}"),
                        Reason.FOREIGN),
                arguments(
                        "alg twice",
                        encoded(
                                        "{\"alg\":\"none\",\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\",\"kid\":\"new\"}")
                                + rest,
                        Reason.FOREIGN),
                arguments(
                        "a space in the header",
                        encoded("{\"alg\":\"dir\", \"enc\":\"A256GCM\",\"zip\":\"DEF\",\"kid\":\"new\"}") + rest,
                        Reason.FOREIGN),
                arguments(
                        "another encryption",
                        encoded("{\"alg\":\"dir\",\"enc\":\"A128CBC-HS256\",\"zip\":\"DEF\",\"kid\":\"new\"}") + rest,
                        Reason.FOREIGN),
                arguments("alg none", encoded("{\"alg\":\"none\",\"kid\":\"new\"}") + rest, Reason.FOREIGN),
                arguments("a wrapped key", wrapped(), Reason.MALFORMED),
                arguments("a password with a million rounds", byPassword(), Reason.MALFORMED),
                arguments(
                        "a header of many kilobytes",
                        encoded("{\"x\":\"" + "y".repeat(40_000) + "\"}") + rest,
                        Reason.FOREIGN));
    }

    private static Stream<Arguments> changes() {
        String kidOfTheOther = OLD.header() + "." + GOOD.substring(GOOD.indexOf('.') + 1);
        String another = TestContinuation.sealed(TOKEN);
        return Stream.of(
                arguments(
                        "another key of the same name",
                        withKey(TestContinuation.json(), TestContinuation.key("new", 9)),
                        Reason.NOT_AUTHENTIC),
                arguments(
                        "a key of zeros",
                        withKey(TestContinuation.json(), TestContinuation.key("new", 0)),
                        Reason.NOT_AUTHENTIC),
                arguments("the kid of our other key", kidOfTheOther, Reason.NOT_AUTHENTIC),
                arguments("another IV", parts(PARTS[0], "A".repeat(16), PARTS[3], PARTS[4]), Reason.NOT_AUTHENTIC),
                arguments(
                        "the first character changed",
                        parts(PARTS[0], PARTS[2], changed(PARTS[3]), PARTS[4]),
                        Reason.NOT_AUTHENTIC),
                arguments(
                        "four characters less",
                        parts(PARTS[0], PARTS[2], PARTS[3].substring(4), PARTS[4]),
                        Reason.NOT_AUTHENTIC),
                arguments(
                        "four characters more",
                        parts(PARTS[0], PARTS[2], "AAAA" + PARTS[3], PARTS[4]),
                        Reason.NOT_AUTHENTIC),
                arguments(
                        "the tag changed",
                        parts(PARTS[0], PARTS[2], PARTS[3], changed(PARTS[4])),
                        Reason.NOT_AUTHENTIC),
                arguments("a tag of zeros", parts(PARTS[0], PARTS[2], PARTS[3], "A".repeat(22)), Reason.NOT_AUTHENTIC),
                arguments(
                        "the tag of another one",
                        parts(PARTS[0], PARTS[2], PARTS[3], another.split("\\.")[4]),
                        Reason.NOT_AUTHENTIC),
                arguments(
                        "the contents of another one",
                        parts(PARTS[0], PARTS[2], another.split("\\.")[3], PARTS[4]),
                        Reason.NOT_AUTHENTIC),
                arguments(
                        "the IV of another one",
                        parts(PARTS[0], another.split("\\.")[2], PARTS[3], PARTS[4]),
                        Reason.NOT_AUTHENTIC));
    }

    /** As only one could make them who has the key: another program that uses it, or an older version of this one. */
    private static Stream<Arguments> contents() {
        return Stream.of(
                arguments("no contents", ours(""), Reason.UNREADABLE),
                arguments("words", ours("hello"), Reason.UNREADABLE),
                arguments("an array", ours("[]"), Reason.UNREADABLE),
                arguments("null", ours("null"), Reason.UNREADABLE),
                arguments("an object without anything", ours("{}"), Reason.UNREADABLE),
                arguments("half of it", ours(TestContinuation.json().substring(0, 100)), Reason.UNREADABLE),
                arguments("more after it", ours(TestContinuation.json() + "{}"), Reason.UNREADABLE),
                arguments(
                        "a member twice",
                        ours(TestContinuation.json().replace("{\"form\"", "{\"client\":\"x\",\"form\"")),
                        Reason.UNREADABLE),
                arguments("a thousand levels", ours("[".repeat(5000)), Reason.UNREADABLE),
                arguments("a bomb", ours("0".repeat(10_000_000)), Reason.UNREADABLE),
                arguments(
                        "a byte more than is sealed",
                        ours(" ".repeat(ContinuationToken.MOST_BYTES) + "1"),
                        Reason.UNREADABLE),
                arguments(
                        "an expiry in words",
                        ours(replaced("\"expiresAt\":\\d+", "\"expiresAt\":\"never\"")),
                        Reason.UNREADABLE),
                arguments("no expiry", ours(replaced(",\"expiresAt\":\\d+", "")), Reason.UNREADABLE),
                arguments(
                        "an expiry after all time",
                        ours(replaced("\"expiresAt\":\\d+", "\"expiresAt\":9223372036854775807")),
                        Reason.UNREADABLE),
                arguments(
                        "an expiry with a fraction",
                        ours(replaced("\"expiresAt\":\\d+", "\"expiresAt\":1e99")),
                        Reason.UNREADABLE),
                arguments("no client", ours(replaced("\"client\":\"springfield\",", "")), Reason.UNREADABLE),
                arguments(
                        "a client that is null",
                        ours(replaced("\"client\":\"springfield\"", "\"client\":null")),
                        Reason.UNREADABLE),
                arguments("an unknown trigger", ours(replaced("\"CRD\"", "\"MAGIC\"")), Reason.UNREADABLE),
                arguments(
                        "orders that are no list",
                        ours(replaced("\"orders\":\\[[^]]*]", "\"orders\":{}")),
                        Reason.UNREADABLE),
                arguments(
                        "orders that are no resources",
                        ours(replaced("\"orders\":\\[[^]]*]", "\"orders\":[1]")),
                        Reason.UNREADABLE),
                arguments("another client", ours(replaced("springfield", "shelbyville")), Reason.OTHER_CLIENT),
                arguments("nobody", ours(replaced("springfield", "")), Reason.OTHER_CLIENT),
                arguments("another form", ours(replaced("premium-form", "other-form")), Reason.OTHER_FORM),
                arguments("another version", ours(replaced("2026\\.05\\.01", "2026.04.01")), Reason.OTHER_VERSION),
                arguments(
                        "expired",
                        ours(replaced("\"expiresAt\":\\d+", "\"expiresAt\":" + NOW.getEpochSecond())),
                        Reason.EXPIRED),
                arguments(
                        "expired before all time",
                        ours(replaced("\"expiresAt\":\\d+", "\"expiresAt\":-1")),
                        Reason.EXPIRED),
                arguments(
                        "issued tomorrow",
                        ours(replaced("\"issuedAt\":\\d+", "\"issuedAt\":" + (NOW.getEpochSecond() + 86_400))),
                        Reason.NOT_YET_VALID));
    }

    private static String parts(String header, String iv, String content, String tag) {
        return String.join(".", header, "", iv, content, tag);
    }

    private static String changed(String part) {
        return (part.charAt(0) == 'A' ? 'B' : 'A') + part.substring(1);
    }

    /** The last character of a tag has four bits that are not read. */
    private static String otherSpelling() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(GOOD.charAt(GOOD.length() - 1));
        return GOOD.substring(0, GOOD.length() - 1) + alphabet.charAt(last + 1);
    }

    private static String replaced(String regex, String by) {
        String json = TestContinuation.json().replaceFirst(regex, by);
        assertThat(json).isNotEqualTo(TestContinuation.json());
        return json;
    }

    private static String ours(String content) {
        return withKey(content, NEW);
    }

    private static String withKey(String content, ContinuationKey key) {
        return ContinuationToken.sealed(content.getBytes(StandardCharsets.UTF_8), key);
    }
}
