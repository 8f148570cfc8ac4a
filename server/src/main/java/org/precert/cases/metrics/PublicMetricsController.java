package org.precert.cases.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.precert.clocks.Subject;
import org.precert.review.InvalidRequest;
import org.precert.review.InvalidRequest.Kind;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The nine public metrics of CMS-0057-F, for everybody: 42 CFR 422.122(c), 431.80(b), 438.210(f), 440.230(e)(3), 457.732(c),
 * 156.223(c). As JSON, CSV or a page.
 */
@RestController
@ConditionalOnProperty(name = "precert.metrics.public", havingValue = "true")
final class PublicMetricsController {

    private static final MediaType CSV = new MediaType("text", "csv", UTF_8);
    private static final MediaType HTML = new MediaType("text", "html", UTF_8);
    private static final String PATH = "/metrics/prior-authorization";
    private static final int FIRST_YEAR = 2020;
    private static final int LONGEST_YEAR = 4;

    private final Reporter reporter;
    private final JsonReport json;
    private final Clock clock;
    private final ZoneId zone;

    PublicMetricsController(Reporter reporter, JsonReport json, Clock clock, PayerZone zone) {
        this.reporter = reporter;
        this.json = json;
        this.clock = clock;
        this.zone = zone.id();
    }

    /** What may be asked for: names as they stand in the URL. */
    record Asked(String year, String by, String subject, List<String> payers) {}

    @GetMapping(PATH)
    ResponseEntity<byte[]> metrics(
            @RequestParam(name = "year", defaultValue = "") String year,
            @RequestParam(name = "by", defaultValue = "payer") String by,
            @RequestParam(name = "subject", defaultValue = "services") String subject,
            @RequestParam(name = "payer", defaultValue = "") List<String> payers,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept) {
        Report report = reporter.report(question(new Asked(year, by, subject, payers)));
        for (MediaType wanted : wanted(accept)) {
            if (MediaType.APPLICATION_JSON.isCompatibleWith(wanted)) {
                break;
            }
            if (CSV.isCompatibleWith(wanted)) {
                return csv(report);
            }
            if (HTML.isCompatibleWith(wanted)) {
                return answer(HTML, HtmlReport.write(report));
            }
        }
        return answer(MediaType.APPLICATION_JSON, json.write(report).toString());
    }

    @GetMapping(PATH + ".csv")
    ResponseEntity<byte[]> csv(
            @RequestParam(name = "year", defaultValue = "") String year,
            @RequestParam(name = "by", defaultValue = "payer") String by,
            @RequestParam(name = "subject", defaultValue = "services") String subject,
            @RequestParam(name = "payer", defaultValue = "") List<String> payers) {
        return csv(reporter.report(question(new Asked(year, by, subject, payers))));
    }

    private static ResponseEntity<byte[]> csv(Report report) {
        return answer(CSV, CsvReport.write(report));
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String text) {
        return ResponseEntity.ok()
                // The page has its style in itself, and nothing else.
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .body(text.getBytes(UTF_8));
    }

    /** The types that are accepted, best first. */
    private static List<MediaType> wanted(String accept) {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(types);
            return types;
        } catch (InvalidMediaTypeException e) {
            return List.of();
        }
    }

    private Question question(Asked asked) {
        Set<String> payers = Set.copyOf(asked.payers());
        if (!reporter.knows(payers)) {
            throw new InvalidRequest(Kind.NOT_FOUND, "payer", "There is no such payer here");
        }
        Level level = Level.of(asked.by())
                .orElseThrow(() -> malformed("by", "Ask by contract, state, plan, issuer or payer"));
        return new Question(year(asked.year()), subject(asked.subject()), level, payers);
    }

    private ReportYear year(String text) {
        int now = LocalDate.ofInstant(clock.instant(), zone).getYear();
        if (text.isEmpty()) {
            return new ReportYear(now, zone);
        }
        boolean number = text.length() == LONGEST_YEAR && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int year = number ? Integer.parseInt(text) : 0;
        if (year < FIRST_YEAR || year > now) {
            throw malformed("year", "Ask for a year from " + FIRST_YEAR + " to " + now);
        }
        return new ReportYear(year, zone);
    }

    private static Subject subject(String text) {
        return switch (text) {
            case "services" -> Subject.SERVICE;
            case "drugs" -> Subject.DRUG;
            default -> throw malformed("subject", "Ask for services or drugs");
        };
    }

    private static InvalidRequest malformed(String parameter, String words) {
        return new InvalidRequest(Kind.MALFORMED, parameter, words);
    }
}
