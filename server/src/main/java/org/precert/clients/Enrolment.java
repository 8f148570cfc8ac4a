package org.precert.clients;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.precert.clients.ClientsProperties.Entry;
import org.precert.outgoing.Destination;

/**
 * Turns entries of clients into registrations, of the configuration and of the database alike. It remembers whom it enrolled:
 * no two clients share an id or an issuer, nor a provider, unless one of them says so. What is wrong with the configuration
 * stops the start, all of it named at once.
 */
final class Enrolment {

    /** Ids stand in logs. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    /** No longer than the column of the database, and without what could not be told apart in a log. */
    private static final Pattern ISSUER = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** SHA-256 in hex; openssl writes colons between. */
    private static final Pattern THUMBPRINT = Pattern.compile("[0-9a-f]{64}");

    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");

    private static final int LONGEST_SCOPES = 4000;

    private final boolean demo;
    private final Optional<KeyFetch> fetch;
    private final Clock clock;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> issuers = new HashSet<>();
    private final List<Entry> enrolled = new ArrayList<>();

    /**
     * @param demo whether plain http is good enough for FHIR bases and keys
     * @param fetch if this server can fetch keys
     */
    Enrolment(boolean demo, Optional<KeyFetch> fetch, Clock clock) {
        this.demo = demo;
        this.fetch = fetch;
        this.clock = clock;
    }

    static Clients of(List<Entry> entries, boolean demo, Optional<KeyFetch> fetch, Clock clock) {
        return new Enrolment(demo, fetch, clock).clients(entries);
    }

    private Clients clients(List<Entry> entries) {
        List<Registration> registrations =
                entries.stream().map(this::registration).toList();
        if (!problems.isEmpty()) {
            throw new StartRefused(problems);
        }
        return new Clients(registrations);
    }

    /**
     * @return nothing if something is wrong with it, see {@link #problems}; even then, nobody else gets what it claims
     */
    Optional<Registration> enrol(Entry entry) {
        int before = problems.size();
        Registration registration = registration(entry);
        return problems.size() == before ? Optional.of(registration) : Optional.empty();
    }

    /** Of all the entries so far. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    private Registration registration(Entry entry) {
        require(ID.matcher(entry.id()).matches(), entry, "has no id of letters, digits, dots, dashes and underscores");
        require(ids.add(entry.id()), entry, "is there twice");
        require(
                !entry.issuers().isEmpty() || !entry.scopes().isEmpty(),
                entry,
                "has no issuers, for CDS Hooks, and no scopes, for FHIR");
        for (String issuer : entry.issuers()) {
            require(ISSUER.matcher(issuer).matches(), entry, "has an issuer that no token can name");
            require(issuers.add(issuer), entry, "has the issuer " + issuer + ", which is registered already");
        }
        String version = entry.crdVersion();
        require(version == null || VERSION.matcher(version).matches(), entry, "has a crd-version that is none");
        String dtr = entry.dtrVersion();
        require(dtr == null || VERSION.matcher(dtr).matches(), entry, "has a dtr-version that is none");
        require(noneBlank(entry.audiences()), entry, "has a blank among its audiences");
        require(noneBlank(entry.tenants()), entry, "has a blank among its tenants");
        require(noneBlank(entry.payers()), entry, "has a blank among its payers");
        require(noneBlank(entry.pasIdentifiers()), entry, "has a blank among its pas-identifiers");
        requireOwnIdentifiers(entry);
        Client client = new Client(
                entry.id(),
                Set.copyOf(entry.issuers()),
                addresses(entry.fhirBases(), entry, "a FHIR base"),
                entry.privateNetwork(),
                entry.payers(),
                Optional.ofNullable(version),
                entry.dtr(),
                new DtrSettings(
                        Optional.ofNullable(entry.dtrVersion()), entry.unpinnedCanonicals(), entry.adaptiveForms()),
                new PasSettings(
                        entry.pasLenient(),
                        entry.pasIdentifiers(),
                        addresses(entry.notificationEndpoints(), entry, "a notification endpoint"),
                        entry.patientAccess()),
                access(entry));
        enrolled.add(entry);
        Optional<String> jwksUrl = Optional.of(entry.jwksUrl()).filter(url -> !url.isEmpty());
        return new Registration(client, keys(entry), jwksUrl, entry.audiences(), entry.tenants());
    }

    private Access access(Entry entry) {
        List<Scope> scopes =
                entry.scopes().stream().map(Scope::of).flatMap(Optional::stream).toList();
        require(
                scopes.size() == entry.scopes().size(),
                entry,
                "has a scope that is none of a system, as system/Claim.crs");
        Set<String> certificates = entry.certificates().stream()
                .map(each -> each.replace(":", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        require(
                certificates.stream().allMatch(each -> THUMBPRINT.matcher(each).matches()),
                entry,
                "has among its certificates what is no SHA-256 in hex");
        Scopes all = Scopes.of(scopes);
        require(all.text().length() <= LONGEST_SCOPES, entry, "has more scopes than can be kept");
        return new Access(all, entry.certificateRequired(), certificates);
    }

    /** A bare value is that of every system. */
    private void requireOwnIdentifiers(Entry entry) {
        for (Entry other : enrolled) {
            boolean shared = entry.sharesIdentifiers() || other.sharesIdentifiers();
            boolean same = entry.pasIdentifiers().stream()
                    .anyMatch(one -> other.pasIdentifiers().stream().anyMatch(each -> isSame(one, each)));
            require(
                    shared || !same,
                    entry,
                    "has one of the pas-identifiers of the client '" + other.id()
                            + "', and neither of them has shares-identifiers");
        }
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || (one.indexOf('|') < 0 && other.endsWith("|" + one))
                || (other.indexOf('|') < 0 && one.endsWith("|" + other));
    }

    private List<URI> addresses(List<String> registered, Entry entry, String what) {
        List<URI> addresses = new ArrayList<>();
        for (String address : registered) {
            String withoutSlash = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
            destination(withoutSlash, entry, what).ifPresent(addresses::add);
        }
        return addresses;
    }

    private KeySource keys(Entry entry) {
        Optional<URI> url =
                entry.jwksUrl().isEmpty() ? Optional.empty() : destination(entry.jwksUrl(), entry, "a jwks-url");
        if (!entry.jwks().isEmpty()) {
            return listed(entry);
        }
        require(!entry.jwksUrl().isEmpty(), entry, "has neither jwks-url nor jwks");
        require(entry.jwksUrl().isEmpty() || fetch.isPresent(), entry, "has a jwks-url, and this server fetches none");
        if (url.isEmpty() || fetch.isEmpty()) {
            return new ListedKeys(SigningKeys.NONE);
        }
        return new RemoteKeys(entry.id(), url.get(), fetch.get(), clock);
    }

    /** What could not be asked later is told now; the address itself may hold a password, and is not. */
    private Optional<URI> destination(String address, Entry entry, String what) {
        try {
            Destination.of(address, demo, entry.privateNetwork());
            return Optional.of(URI.create(address));
        } catch (IllegalArgumentException e) {
            require(false, entry, "has " + what + " that can not be used: " + e.getMessage());
            return Optional.empty();
        }
    }

    private KeySource listed(Entry entry) {
        Optional<ReadKeys> read = ReadKeys.of(entry.jwks());
        require(read.isPresent(), entry, "has a jwks that is no JSON Web Key Set, or too large a one");
        SigningKeys keys = read.map(ReadKeys::keys).orElse(SigningKeys.NONE);
        read.ifPresent(each -> each.problems().forEach(problem -> require(false, entry, "has in its jwks " + problem)));
        require(read.isEmpty() || !keys.keys().isEmpty(), entry, "has no signing key in its jwks");
        return new ListedKeys(keys);
    }

    private static boolean noneBlank(Set<String> values) {
        return values.stream().noneMatch(String::isBlank);
    }

    private void require(boolean fulfilled, Entry entry, String problem) {
        if (!fulfilled) {
            problems.add("the client '" + entry.id() + "' " + problem);
        }
    }
}
