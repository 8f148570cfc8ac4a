package org.precert.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each way to change the record is found, and at the right link. */
class BrokenChainTest {

    private static final int CHAIN = 3;

    private final AuditWorld world = new AuditWorld().inChain(CHAIN).record(5);

    @Test
    void aRecordThatNobodyTouchedIsSound() {
        Verification found = world.verify();
        assertThat(found.broken()).isEmpty();
        assertThat(found.links()).isEqualTo(5);
        assertThat(found.chains()).hasSize(Chains.COUNT);
    }

    @Test
    void anEmptyRecordIsSound() {
        assertThat(new AuditWorld().verify().sound()).isTrue();
    }

    @Test
    void aChangedLinkIsNamed() {
        change("update audit_link set body = replace(body, 'case-1', 'case-9') where number = 2");
        assertBroken(2, Flaw.CHANGED);
    }

    @Test
    void aLinkThatWasChangedTogetherWithItsHashIsNamed() {
        Link changed = changed(link(3));
        change("update audit_link set body = ?, hash = ? where number = 3", changed.body(), changed.hash());
        assertBroken(3, Flaw.REPLACED);
    }

    @Test
    void theLastLinkChangedTogetherWithItsHashIsNamed() {
        Link changed = changed(link(5));
        change("update audit_link set body = ?, hash = ? where number = 5", changed.body(), changed.hash());
        assertBroken(5, Flaw.HEAD);
    }

    @Test
    void aRemovedLinkIsNamed() {
        change("delete from audit_link where number = 3");
        assertBroken(3, Flaw.MISSING);
    }

    @Test
    void aRemovedFirstLinkIsNamed() {
        change("delete from audit_link where number = 1");
        assertBroken(1, Flaw.MISSING);
    }

    @Test
    void aRemovedLastLinkIsNamed() {
        change("delete from audit_link where number = 5");
        assertBroken(5, Flaw.MISSING);
    }

    @Test
    void aLinkPutInBetweenIsNamed() {
        change("update audit_link set number = number + 10 where number > 2");
        change("update audit_link set number = number - 9 where number > 10");
        change(
                "insert into audit_link select chain, 3, at, kind, body, previous, hash from audit_link where number = 2");
        assertBroken(3, Flaw.CHANGED);
    }

    @Test
    void aLinkPutBehindTheEndIsNamed() {
        Link extra = Link.after(link(5).point(), new Stamped(world.instant(), EntryKind.READ, "{}"));
        add(extra);
        assertBroken(6, Flaw.UNEXPECTED);
    }

    @Test
    void aLinkPutBeforeTheBeginningIsNamed() {
        change(
                "insert into audit_link select chain, 0, at, kind, body, previous, hash from audit_link where number = 2");
        assertBroken(0, Flaw.UNEXPECTED);
    }

    @Test
    void linksInAnotherOrderAreNamed() {
        change("update audit_link set number = 99 where number = 2");
        change("update audit_link set number = 2 where number = 3");
        change("update audit_link set number = 3 where number = 99");
        assertBroken(2, Flaw.CHANGED);
    }

    @Test
    void aLinkThatWasMovedToAnotherChainIsNamedInBoth() {
        change("update audit_link set chain = 4, number = 1 where number = 5");
        assertThat(world.verify().broken())
                .extracting(BrokenLink::chain, BrokenLink::number, BrokenLink::flaw)
                .containsExactly(tuple(CHAIN, 5L, Flaw.MISSING), tuple(4, 1L, Flaw.CHANGED));
    }

    @Test
    void anEndThatWasTurnedBackIsNamed() {
        change("update audit_chain set number = 4, hash = ? where chain = 3", link(4).hash());
        assertBroken(5, Flaw.UNEXPECTED);
    }

    @Test
    void anEndThatIsGoneIsNamed() {
        change("delete from audit_chain where chain = 3");
        assertBroken(0, Flaw.NO_HEAD);
    }

    @Test
    void linksOfAChainThatThereIsNotAreNamed() {
        change("update audit_link set chain = 77 where number = 5");
        assertThat(world.verify().broken()).extracting(BrokenLink::chain).containsExactly(CHAIN, 77);
    }

    @Test
    void aChainThatWasCutWithItsEndIsNamedByAnother() {
        world.inChain(8)
                .trail()
                .record(new AuditEntry.Checkpoint("node", world.chains().heads()));
        ChainPoint fourth = link(4).point();
        change("delete from audit_link where chain = 3 and number = 5");
        change("update audit_chain set number = 4, hash = ? where chain = 3", fourth.hash());
        assertBroken(5, Flaw.NOT_AS_SEEN);
    }

    @Test
    void aRecordThatWasWrittenAnewIsNamedByWhoSawItBefore() {
        ChainPoint seen = link(5).point();
        change("delete from audit_link");
        change("update audit_chain set number = 0, hash = ?", ChainPoint.NOTHING);
        world.record(5);
        world.later(Duration.ofHours(1)).record(1);
        assertThat(world.verify().sound()).isTrue();
        change("delete from audit_link");
        change("update audit_chain set number = 0, hash = ?", ChainPoint.NOTHING);
        world.record(7);
        assertThat(world.verify().sound()).isTrue();
        assertThat(world.verify(seen).broken())
                .extracting(BrokenLink::number, BrokenLink::flaw)
                .containsExactly(tuple(5L, Flaw.NOT_AS_SEEN));
    }

    @Test
    void anAnchorThatNoSweepTellsOfIsNamed() {
        change("delete from audit_link where number <= 2");
        change("update audit_chain set anchor_number = 2, anchor_hash = ? where chain = 3", link(3).previous());
        assertBroken(2, Flaw.ANCHOR);
    }

    @Test
    void aRowThatWasChangedIsNamedWithTheLinkThatCoversIt() {
        Object[] event = event();
        world.trail()
                .record(new AuditEntry.CaseEvents(
                        "c1",
                        "acme",
                        1,
                        List.of("opened"),
                        Who.client("ehr"),
                        List.of(CoveredTable.CASE_EVENT.row(event))));
        world.record(2);
        assertThat(world.verify().rows()).isOne();
        assertThat(world.verify().sound()).isTrue();
        change("update case_event set by_whom = 'somebody' where case_id = 'c1'");
        BrokenLink broken = assertBroken(6, Flaw.ROW_CHANGED);
        assertThat(broken.about()).isEqualTo("case_event c1/1");
        change("delete from case_event where case_id = 'c1'");
        assertBroken(6, Flaw.ROW_GONE);
    }

    /** @return the row as it is inserted */
    private Object[] event() {
        world.jdbc().update("""
                        insert into pa_case (id, number, payer, client, version, line_of_business, state, received_at, expedited,
                          open_lines, extended, escalated, changed_at, events)
                        values ('c1', 'n1', 'acme', '', '2.2.1', '', '', ?, false, 0, false, 0, ?, 1)""", now(), now());
        Object[] row = {"c1", 1, now(), "opened", "client", new byte[] {1, 2, 3}, new byte[] {4}};
        world.jdbc()
                .update(
                        "insert into case_event (case_id, number, at, kind, by_whom, body, actor) values (?, ?, ?, ?, ?, ?, ?)",
                        row);
        return row;
    }

    private Timestamp now() {
        return Timestamp.from(world.instant());
    }

    private static Link changed(Link link) {
        Link open = new Link(
                link.chain(),
                link.number(),
                link.at(),
                link.kind(),
                link.body().replace("case-", "other-"),
                link.previous(),
                "");
        return new Link(
                open.chain(), open.number(), open.at(), open.kind(), open.body(), open.previous(), open.expectedHash());
    }

    private Link link(long number) {
        return new AuditLinks(world.jdbc()).find(CHAIN, number).orElseThrow();
    }

    private void add(Link link) {
        change(
                "insert into audit_link (chain, number, at, kind, body, previous, hash) values (?, ?, ?, ?, ?, ?, ?)",
                link.chain(),
                link.number(),
                link.at().atOffset(ZoneOffset.UTC),
                link.kind(),
                link.body(),
                link.previous(),
                link.hash());
    }

    private void change(String sql, Object... values) {
        assertThat(world.jdbc().update(sql, values)).as(sql).isPositive();
    }

    private BrokenLink assertBroken(long number, Flaw flaw) {
        Verification found = world.verify();
        assertThat(found.broken())
                .extracting(BrokenLink::chain, BrokenLink::number, BrokenLink::flaw)
                .containsExactly(tuple(CHAIN, number, flaw));
        return found.broken().get(0);
    }
}
