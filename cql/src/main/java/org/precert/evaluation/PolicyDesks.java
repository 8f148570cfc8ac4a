package org.precert.evaluation;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.precert.policy.InvalidPolicy;
import org.precert.policy.Payer;
import org.precert.policy.Policy;
import org.precert.policy.PolicyBook;
import org.precert.policy.PolicyFiles;
import org.precert.policy.PolicyReader;

/**
 * Opens a {@link PolicyDesk} from folders of policies. Folders of the build bring their ELM along; a folder of a
 * deployment brings CQL, which is compiled here, once.
 */
public final class PolicyDesks {

    /** Where the build of this module puts shared libraries and policies on the class path. */
    public static final String SHARED = "precert/shared";

    public static final String POLICIES = "precert/policies";

    private final FhirContext fhir;
    private final Collection<JsonNode> terminology;
    private final Duration timeLimit;

    /**
     * @param terminology every ValueSet, CodeSystem and NamingSystem that policies may speak of
     * @param timeLimit of one evaluation
     */
    public PolicyDesks(FhirContext fhir, Collection<JsonNode> terminology, Duration timeLimit) {
        this.fhir = fhir;
        this.terminology = List.copyOf(terminology);
        this.timeLimit = timeLimit;
    }

    /**
     * @param folders each like {@code cql/policies}
     * @param demonstration whether invented payers are served, too
     * @throws InvalidPolicy if anything in them can not be used; nothing is served then
     */
    public PolicyDesk open(List<PolicyFiles> folders, boolean demonstration) {
        PolicyFiles shared = PolicyFiles.ofClasspath(SHARED);
        String sharedHash = sharedHash(shared);
        LibraryShelf shelf =
                new LibraryShelf(new CqlCompiler(shared.ending(".cql").values()));
        shelf.add(shared);
        List<Payer> payers = new ArrayList<>();
        List<Policy> policies = new ArrayList<>();
        for (PolicyFiles folder : folders) {
            PolicyReader reader = new PolicyReader(folder, sharedHash);
            payers.addAll(reader.payers());
            policies.addAll(reader.policies());
            reader.folders().forEach(each -> shelf.add(folder.below(each)));
        }
        payers.removeIf(payer -> payer.demonstration() && !demonstration);
        ElmLibraries libraries = shelf.libraries();
        CqlEvaluator evaluator = new CqlEvaluator(libraries, new ValueSets(terminology), fhir);
        PolicyBook book = checked(new PolicyBook(payers, policies), evaluator);
        return new PolicyDesk(
                book,
                PolicyReader.linesOfBusiness(shared.required("lines-of-business.yaml")),
                PolicyReader.factWords(shared.required("facts.yaml")),
                shelf.retrieved(),
                needs(book, shelf.needs(), evaluator),
                CqlLines.of(libraries.all().values()),
                evaluator,
                new FormDesk(evaluator, shipped(book, shelf)),
                new TimedEvaluator(timeLimit, 4 * Runtime.getRuntime().availableProcessors()));
    }

    private static Map<String, Set<DataNeed>> needs(PolicyBook book, DataNeeds needs, CqlEvaluator evaluator) {
        Map<String, Set<DataNeed>> byLibrary = new HashMap<>();
        book.policies().forEach(policy -> byLibrary.put(policy.library(), needs.from(evaluator.roots(policy))));
        return byLibrary;
    }

    private static Map<String, List<FormLibrary>> shipped(PolicyBook book, LibraryShelf shelf) {
        Map<String, List<FormLibrary>> shipped = new HashMap<>();
        book.policies()
                .forEach(policy ->
                        policy.prepopulation().ifPresent(library -> shipped.computeIfAbsent(library, shelf::shipped)));
        return shipped;
    }

    private String sharedHash(PolicyFiles shared) {
        StringBuilder all = new StringBuilder();
        shared.ending(".cql").forEach((file, text) -> all.append(file).append(text));
        terminology.forEach(all::append);
        return PolicyReader.hash(all.toString());
    }

    /** Each statement of a policy has its define and the other way round: a policy with a gap is not served. */
    private static PolicyBook checked(PolicyBook book, CqlEvaluator evaluator) {
        for (Policy policy : book.policies()) {
            List<String> tagged = evaluator.defines(policy.library()).with("statement").stream()
                    .map(PolicyDefines.Tagged::id)
                    .sorted()
                    .toList();
            List<String> labels = policy.statements().stream()
                    .map(statement -> statement.label())
                    .sorted()
                    .toList();
            if (!tagged.equals(labels) || labels.isEmpty()) {
                throw new InvalidPolicy(policy.name() + ": policy.yaml has the statements " + labels + ", "
                        + policy.library() + " tags " + tagged);
            }
        }
        return book;
    }
}
