package org.precert.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.precert.cases.Person;
import org.precert.clients.StartRefused;
import org.precert.staff.StaffProperties.Entry;

/** Staff are whom the configuration names; what is wrong with it stops the start. */
class HiringTest {

    /** Of "a key", and of "another". */
    private static final String KEY = "8fa3aab2faa9b79e0a0398da5b5abd0780142442a5be80b9a64608d718cb1fcd";

    private static final String DIRECTOR = "medical-director";
    private static final String OTHER = "ae448ac86c4e8e4dec645729708ef41873ae79c6dff84eff73360989487f08e5";

    private static Entry entry(String name, String credential, String npi, String role, String key) {
        return new Entry(name, credential, npi, "208VP0014X", Set.of(role), Set.of("payer"), key);
    }

    private static Entry good() {
        return entry("Dr One", "MD", "1234567893", DIRECTOR, KEY);
    }

    @Test
    void whoHasTheKeyIsWhomTheConfigurationNames() {
        Staff staff = Hiring.of(Map.of("one", good())).signIn("one", "a key").orElseThrow();
        assertThat(staff.person()).isEqualTo(new Person("one", "Dr One", "MD", "1234567893", "208VP0014X", true));
        assertThat(staff.roles()).containsExactly(Role.MEDICAL_DIRECTOR);
        assertThat(staff.serves("payer")).isTrue();
        assertThat(staff.serves("other")).isFalse();
    }

    @Test
    void nobodyElseIs() {
        ConfiguredStaff staff = Hiring.of(Map.of("one", good(), "two", entry("Two", "", "", "reviewer", OTHER)));
        assertThat(staff.signIn("one", "another")).isEmpty();
        assertThat(staff.signIn("One", "a key")).isEmpty();
        assertThat(staff.signIn("one", "")).isEmpty();
        assertThat(staff.signIn("three", "a key")).isEmpty();
        assertThat(staff.signIn("one", KEY)).isEmpty();
        assertThat(Hiring.of(Map.of()).signIn("", "")).isEmpty();
    }

    @Test
    void whatIsWrongIsNamed() {
        refused("one", entry(" ", "MD", "", DIRECTOR, KEY), "precert.staff.one has no name");
        refused("one", entry("One", "", "", DIRECTOR, KEY), "is a medical director without a credential");
        refused("one", entry("One", "MD", "123", DIRECTOR, KEY), "an npi that is not ten digits");
        refused("one", entry("One", "MD", "", DIRECTOR, "secret"), "a key-sha256 that is not 64");
        refused("one", entry("One", "MD", "", "physician", KEY), "has a role that is none of");
        refused("one", entry("One", "MD", "", "auditor", KEY), "has payers, and a role that is of all of them");
        refused("one", new Entry("One", "", "", "", Set.of(), Set.of(), KEY), "has no roles");
        refused("o:ne", entry("One", "MD", "", DIRECTOR, KEY), "has no id of letters");
    }

    @Test
    void noWrongKeyIsQuoted() {
        assertThatThrownBy(() -> Hiring.of(Map.of("one", entry("One", "MD", "", DIRECTOR, "the-key-itself"))))
                .isInstanceOf(StartRefused.class)
                .hasMessageNotContaining("the-key-itself");
    }

    @Test
    void twoPeopleDoNotHaveOneKey() {
        Map<String, Entry> two =
                Map.of("one", good(), "two", entry("Two", "", "", "reviewer", KEY.toUpperCase(Locale.ROOT)));
        assertThatThrownBy(() -> Hiring.of(two))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("somebody else");
    }

    private static void refused(String id, Entry entry, String words) {
        assertThatThrownBy(() -> Hiring.of(Map.of(id, entry)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(words);
    }
}
