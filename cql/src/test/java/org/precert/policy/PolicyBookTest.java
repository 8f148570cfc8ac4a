package org.precert.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyBookTest {

    private static final Payer AURORA = payer("aurora", "sid|aurora");
    private static final Payer BOREAS = payer("boreas", "sid|boreas");

    @Test
    void aPayerIsFoundByEachOfItsIdentifiers() {
        Payer payer = payer("aurora", "sid|aurora", "naic|12345");
        PolicyBook book = new PolicyBook(List.of(payer, BOREAS), List.of());
        assertThat(book.payer("naic|12345")).contains(payer);
    }

    @Test
    void aPayerThatNobodyListsIsNotServed() {
        assertThat(new PolicyBook(List.of(AURORA), List.of()).payer("sid|boreas"))
                .isEmpty();
    }

    @Test
    void twoPayersCanNotShareAnIdentifier() {
        assertThatThrownBy(() -> new PolicyBook(List.of(AURORA, payer("boreas", "sid|aurora")), List.of()))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContainingAll("aurora", "boreas", "sid|aurora");
    }

    @Test
    void twoPayersCanNotShareAKey() {
        assertThatThrownBy(() -> new PolicyBook(List.of(AURORA, payer("aurora", "sid|other")), List.of()))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("aurora");
    }

    @Test
    void theVersionThatCoversTheDayIsInForce() {
        Policy old = policy("aurora", "ketamine", "1", "2024-01-01", "2025-12-31");
        Policy current = policy("aurora", "ketamine", "2", "2026-01-01", null);
        PolicyBook book = new PolicyBook(List.of(AURORA), List.of(current, old));
        assertThat(book.inForce(AURORA, LocalDate.parse("2025-12-31"))).containsExactly(old);
    }

    @Test
    void eachPolicyOfAPayerHasItsVersionInForce() {
        Policy ketamine = policy("aurora", "ketamine", "1", "2024-01-01", null);
        Policy lidocaine = policy("aurora", "lidocaine", "1", "2024-01-01", null);
        PolicyBook book = new PolicyBook(List.of(AURORA), List.of(lidocaine, ketamine));
        assertThat(book.inForce(AURORA, LocalDate.parse("2026-01-01"))).containsExactly(ketamine, lidocaine);
    }

    @Test
    void aDayBetweenTwoVersionsHasNone() {
        PolicyBook book = new PolicyBook(
                List.of(AURORA),
                List.of(
                        policy("aurora", "ketamine", "1", "2024-01-01", "2024-12-31"),
                        policy("aurora", "ketamine", "2", "2026-01-01", null)));
        assertThat(book.inForce(AURORA, LocalDate.parse("2025-06-01"))).isEmpty();
    }

    @Test
    void thePoliciesOfAnotherPayerDoNotCount() {
        PolicyBook book =
                new PolicyBook(List.of(AURORA, BOREAS), List.of(policy("boreas", "ketamine", "1", "2024-01-01", null)));
        assertThat(book.versions("aurora")).isEmpty();
    }

    @Test
    void twoVersionsCanNotBeInForceOnOneDay() {
        Policy old = policy("aurora", "ketamine", "1", "2024-01-01", "2026-01-01");
        Policy current = policy("aurora", "ketamine", "2", "2026-01-01", null);
        assertThatThrownBy(() -> new PolicyBook(List.of(AURORA), List.of(current, old)))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContainingAll("ketamine|1", "ketamine|2");
    }

    @Test
    void aLongVersionCanNotHoldAShortOne() {
        Policy always = policy("aurora", "ketamine", "1", "2024-01-01", null);
        Policy once = policy("aurora", "ketamine", "2", "2025-01-01", "2025-12-31");
        assertThatThrownBy(() -> new PolicyBook(List.of(AURORA), List.of(always, once)))
                .isInstanceOf(InvalidPolicy.class);
    }

    private static Payer payer(String key, String... identifiers) {
        return new Payer(key, "Payer " + key, Optional.empty(), List.of(identifiers), Map.of(), false);
    }

    private static Policy policy(String payer, String id, String version, String from, @Nullable String until) {
        return new Policy(
                id,
                payer,
                payer + "/" + id,
                "Title",
                "subject",
                version,
                "Library",
                new Document(
                        "Document", Optional.empty(), "", LocalDate.parse(from), Optional.empty(), Optional.empty()),
                new InForce(LocalDate.parse(from), Optional.ofNullable(until).map(LocalDate::parse)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                "hash");
    }
}
