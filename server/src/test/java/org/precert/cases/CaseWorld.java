package org.precert.cases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.precert.clocks.Due;
import org.precert.clocks.Subject;
import org.precert.decision.Determination;
import org.precert.postgres.WhereTestsRan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Cases in a database of their own, under a clock that goes when it is told to. */
public final class CaseWorld extends Clock {

    public static final Person REVIEWER = new Person("p1", "Dr. Ada Moore", "MD", "1234567893", "208D00000X", true);
    public static final Person OTHER = new Person("p2", "Dr. Ben Okafor", "MD", "1992753184", "208D00000X", true);
    private static final Actor CLIENT = new Actor.Client("springfield");
    private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");
    private static final Due ANY = new Due(FAR, "r", "7 days", "42 CFR", Period.ofDays(14), FAR);
    private static final Due LATER = new Due(FAR.plusSeconds(86_400), "r", "14 days", "42 CFR", Period.ZERO, FAR);

    private final DriverManagerDataSource source = new DriverManagerDataSource(WhereTestsRan.database());
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final Numbers numbers = new Numbers();
    private final List<CaseListener> listeners = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T15:00:00Z");

    public CaseWorld() {
        Flyway.configure()
                .dataSource(source)
                .placeholders(Map.of("bytes", WhereTestsRan.bytes()))
                .load()
                .migrate();
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(source);
    }

    public TransactionTemplate transaction() {
        return transaction;
    }

    public CaseHistories histories() {
        return new CaseHistories(jdbc());
    }

    public ExchangeLog exchanges() {
        return new ExchangeLog(jdbc(), () -> UUID.randomUUID().toString());
    }

    public CaseStore store() {
        return new CaseStore(jdbc(), transaction, listeners, entry -> {}, this);
    }

    public void tell(CaseListener listener) {
        listeners.add(listener);
    }

    public CaseWorld at(String time) {
        now = Instant.parse(time);
        return this;
    }

    public CaseWorld later(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** A request that is not opened yet. */
    public Request request() {
        return new Request();
    }

    public Case decide(Case state, Person by, int line, LineDecision decision) {
        LineDecision signed = decision instanceof LineDecision.Approved approved
                ? new LineDecision.Approved(approved.authorization(), approved.words(), by)
                : decision;
        return add(state, by, new CaseEvent.Decided(line, signed));
    }

    public Case approve(Case state, int line) {
        return decide(state, REVIEWER, line, approved());
    }

    public Case deny(Case state, int line) {
        return decide(state, REVIEWER, line, denied(REVIEWER));
    }

    public Case appeal(Case state, Integer... lines) {
        return add(state, CLIENT, new CaseEvent.Appealed("s2", state.expedited(), List.of(lines), ANY));
    }

    public Case cancel(Case state, Integer... lines) {
        return add(state, CLIENT, new CaseEvent.CancelledLines("s3", List.of(lines)));
    }

    public Case extend(Case state) {
        return add(state, REVIEWER, new CaseEvent.Extended(LATER, "A record is awaited"));
    }

    public Case add(Case state, Actor by, CaseEvent... events) {
        return store().append(state, by, List.of(events), List.of());
    }

    public LineDecision approved() {
        return new LineDecision.Approved(authorization(), "Good for the period", new Actor.Machine("policy"));
    }

    public LineDecision modified() {
        Service less = new Service(
                new Code("http://www.ama-assn.org/go/cpt", "96365", ""),
                List.of(),
                Optional.of(java.math.BigDecimal.valueOf(4)),
                "UN",
                Optional.empty(),
                Optional.empty(),
                "");
        return new LineDecision.Modified(authorization(), less, "Four infusions first", REVIEWER);
    }

    private Authorization authorization() {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new Authorization(numbers.next("A"), today, today, today.plusDays(90));
    }

    public static LineDecision denied(Person by) {
        return new LineDecision.Denied(
                DenialReason.NOT_MEDICALLY_NECESSARY,
                "No conservative treatment is documented",
                "Acme policy, statement 2, page 3",
                by);
    }

    public static LineDecision pended() {
        Draft draft = new Draft(DenialReason.EXPERIMENTAL, "DRAFTED-FOR-STAFF", "DRAFTED-CLAUSE");
        return new LineDecision.Pended(PendReason.CLINICAL_REVIEW, "A clinician reviews it", Optional.of(draft));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    /** What is asked for. */
    public final class Request {

        private final List<Line> lines = new ArrayList<>();
        private final List<CaseEvent> more = new ArrayList<>();
        private String payer = "acme";
        private String business = "medicare-advantage";
        private String state = "KS";
        private Set<String> member = Set.of("https://acme.example/member|M-77");
        private boolean expedited;
        private Due due = ANY;

        public Request payer(String key) {
            payer = key;
            return this;
        }

        public Request of(String lineOfBusiness, String postal) {
            business = lineOfBusiness;
            state = postal;
            return this;
        }

        public Request member(String... identifiers) {
            member = Set.of(identifiers);
            return this;
        }

        public Request expedited() {
            expedited = true;
            return this;
        }

        public Request due(Duration after) {
            due = new Due(now.plus(after), "r", "72 hours", "42 CFR", Period.ofDays(14), now);
            return this;
        }

        public Request line(LineDecision decision) {
            return line(Subject.SERVICE, decision);
        }

        public Request line(Subject subject, LineDecision decision) {
            return line(subject, decision, Optional.empty());
        }

        public Request line(Subject subject, LineDecision decision, Optional<Basis.Earlier> earlier) {
            int sequence = lines.size() + 1;
            lines.add(line(sequence, subject, decision, earlier));
            return this;
        }

        public Request ask(int line) {
            more.add(new CaseEvent.DocumentsAsked(List.of(
                    new DocumentAsk("D" + line, line, "34133-9", "", "", "The last visit", now, Optional.empty()))));
            return this;
        }

        public Line line(int sequence, Subject subject, LineDecision decision, Optional<Basis.Earlier> earlier) {
            Service service = new Service(
                    new Code("http://www.ama-assn.org/go/cpt", "96365", ""),
                    List.of(new Code("http://www.ama-assn.org/go/cpt", "59", "")),
                    Optional.of(java.math.BigDecimal.TEN),
                    "UN",
                    Optional.of(LocalDate.of(2026, 4, 1)),
                    Optional.of(LocalDate.of(2026, 4, 30)),
                    "11");
            Basis basis = new Basis(
                    UUID.randomUUID().toString(),
                    Determination.AUTHORIZATION_REQUIRED,
                    "acme-infusions|1.0.0",
                    "Acme infusions",
                    "2",
                    "page 3",
                    "It needs authorization",
                    List.of(),
                    List.of(),
                    earlier);
            return new Line(sequence, service, subject, basis, decision, "R-" + sequence, now, Set.of(), "");
        }

        public Case open() {
            String id = UUID.randomUUID().toString();
            CaseEvent.Opened opened = new CaseEvent.Opened(
                    id,
                    numbers.next("P"),
                    "2.2.1",
                    "s1",
                    payer,
                    new Requester(
                            "springfield",
                            Set.of("http://hl7.org/fhir/sid/us-npi|1234567893", "https://clinic.example|C1"),
                            Set.of()),
                    new Member(member, "Ann Example", business, state),
                    expedited,
                    now,
                    Optional.empty(),
                    lines,
                    lines.stream().anyMatch(line -> line.decision().isOpen()) ? Optional.of(due) : Optional.empty());
            return store().open(opened, CLIENT, Set.of(), more);
        }
    }
}
