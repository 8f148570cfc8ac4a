package org.precert.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.precert.postgres.WhereTestsRan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A record in a database of its own, under a clock that goes when it is told to. */
public final class AuditWorld extends Clock {

    private final PlatformTransactionManager transactions;
    private final JdbcTemplate jdbc;
    private final Chains chains;
    private final String url;
    private int chain;
    private Instant now = Instant.parse("2026-03-02T15:00:00.123456Z");

    AuditWorld() {
        this(WhereTestsRan.database(), WhereTestsRan.bytes());
    }

    AuditWorld(String url, String bytes) {
        this.url = url;
        DataSource source = new DriverManagerDataSource(url);
        Flyway.configure()
                .dataSource(source)
                .placeholders(Map.of("bytes", bytes))
                .load()
                .migrate();
        this.transactions = new DataSourceTransactionManager(source);
        this.jdbc = new JdbcTemplate(source);
        this.chains = new Chains(jdbc, () -> chain);
    }

    String url() {
        return url;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    Chains chains() {
        return chains;
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    AuditTrail trail() {
        return new JdbcAuditTrail(chains, transaction(), this);
    }

    Verification verify(ChainPoint... expected) {
        return new AuditCheck(jdbc, AuditConfiguration.snapshot(transactions)).verify(List.of(expected));
    }

    long sweep(Map<String, java.time.Period> rules) {
        return new Retention(jdbc, transaction(), trail(), new KeepRules(rules), this).sweep();
    }

    /** From now on all is added to this chain. */
    AuditWorld inChain(int number) {
        chain = number;
        return this;
    }

    AuditWorld record(int times) {
        for (int i = 0; i < times; i++) {
            trail().record(read("case-" + i));
        }
        return this;
    }

    static AuditEntry read(String caseId) {
        return new AuditEntry.PatientRead("case", List.of(caseId), "", "", Who.person("p1", "MD"));
    }

    long links() {
        Long links = jdbc.queryForObject("select count(*) from audit_link", Long.class);
        return links == null ? 0 : links;
    }

    AuditWorld later(Duration time) {
        now = now.plus(time);
        return this;
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
}
