package org.precert.staff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.precert.cases.Person;
import org.precert.clients.StartRefused;

/** Turns the configured staff into people; what is wrong with them stops the start, all of it named at once. */
final class Hiring {

    /** It stands before the colon of an Authorization header, in logs, and in a key of the configuration. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,60}");

    private static final Pattern NPI = Pattern.compile("\\d{10}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int LONGEST = 100;

    private final List<String> problems = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private Hiring() {}

    static ConfiguredStaff of(Map<String, StaffProperties.Entry> entries) {
        return new Hiring().hired(entries);
    }

    private ConfiguredStaff hired(Map<String, StaffProperties.Entry> entries) {
        entries.forEach(this::check);
        if (!problems.isEmpty()) {
            throw new StartRefused(problems);
        }
        Map<String, ConfiguredStaff.Entry> staff = new HashMap<>();
        entries.forEach((id, entry) -> {
            Set<Role> roles = entry.roles().stream()
                    .flatMap(code -> Role.of(code).stream())
                    .collect(Collectors.toSet());
            Person person = new Person(
                    id,
                    entry.name(),
                    entry.credential(),
                    entry.npi(),
                    entry.specialty(),
                    roles.contains(Role.MEDICAL_DIRECTOR));
            byte[] key = HexFormat.of().parseHex(entry.keySha256());
            staff.put(id, new ConfiguredStaff.Entry(new Staff(person, entry.payers(), roles), key));
        });
        return new ConfiguredStaff(staff);
    }

    private void check(String id, StaffProperties.Entry entry) {
        require(ID.matcher(id).matches(), id, "has no id of letters, digits, dashes and underscores");
        require(!entry.name().isBlank() && entry.name().length() <= LONGEST, id, "has no name, or too long a one");
        require(entry.credential().length() <= LONGEST, id, "has too long a credential");
        require(!entry.roles().isEmpty(), id, "has no roles");
        require(
                entry.roles().stream().allMatch(code -> Role.of(code).isPresent()),
                id,
                "has a role that is none of "
                        + Arrays.stream(Role.values()).map(Role::code).toList());
        require(
                !entry.roles().contains(Role.MEDICAL_DIRECTOR.code())
                        || !entry.credential().isBlank(),
                id,
                "is a medical director without a credential");
        require(
                entry.payers().isEmpty()
                        || entry.roles().stream()
                                .flatMap(code -> Role.of(code).stream())
                                .noneMatch(Role::isOfAllPayers),
                id,
                "has payers, and a role that is of all of them");
        require(entry.npi().isEmpty() || NPI.matcher(entry.npi()).matches(), id, "has an npi that is not ten digits");
        require(entry.payers().stream().noneMatch(String::isBlank), id, "has a blank among the payers");
        require(SHA256.matcher(entry.keySha256()).matches(), id, "has a key-sha256 that is not 64 hexadecimal digits");
        require(
                keys.add(entry.keySha256().toLowerCase(Locale.ROOT)),
                id,
                "has the key of somebody else: nobody could tell who acted");
    }

    private void require(boolean fulfilled, String id, String problem) {
        if (!fulfilled) {
            problems.add("precert.staff." + id + " " + problem);
        }
    }
}
