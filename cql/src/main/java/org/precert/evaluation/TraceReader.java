package org.precert.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.hl7.elm.r1.FunctionDef;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;
import org.opencds.cqf.cql.engine.execution.trace.ExpressionDefTraceFrame;
import org.opencds.cqf.cql.engine.execution.trace.TraceFrame;
import org.precert.decision.Trace;

/**
 * Reads the engine's trace. A define that was asked before comes out of the engine's cache, without what is below it:
 * {@link #reached} looks that up where the define was asked first.
 */
final class TraceReader {

    /** A define as evaluated; {@code below} are the defines that it asked directly. */
    record Node(String library, String define, @Nullable Object value, List<String> below) {}

    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Set<String>> reached = new HashMap<>();

    TraceReader(List<? extends TraceFrame> frames) {
        frames.forEach(this::read);
    }

    private @Nullable String read(TraceFrame frame) {
        if (!(frame instanceof ExpressionDefTraceFrame def) || def.getElement() instanceof FunctionDef) {
            return null;
        }
        String library = PolicyDefines.text(
                def.getLibrary() == null ? null : def.getLibrary().getId());
        String define = PolicyDefines.name(def.getElement());
        String key = key(library, define);
        List<String> below = new ArrayList<>();
        for (TraceFrame sub : def.getSubframes()) {
            String name = read(sub);
            if (name != null && !below.contains(name)) {
                below.add(name);
            }
        }
        nodes.putIfAbsent(key, new Node(library, define, def.getResult(), below));
        return key;
    }

    static String key(String library, String define) {
        return library + "." + define;
    }

    void each(BiConsumer<String, Node> visitor) {
        nodes.forEach(visitor);
    }

    /** The nodes below a define, at any depth, that the test picks; in the order of their names. */
    List<Node> below(String key, Predicate<Node> wanted) {
        return reached(key).stream()
                .map(nodes::get)
                .filter(node -> node != null && wanted.test(node))
                .toList();
    }

    /** The keys of everything below a define, at any depth, in the order of their names. */
    Set<String> reached(String key) {
        Set<String> known = reached.get(key);
        if (known != null) {
            return known;
        }
        Set<String> all = new TreeSet<>();
        Node node = nodes.get(key);
        if (node != null) {
            node.below().forEach(child -> {
                all.add(child);
                all.addAll(reached(child));
            });
        }
        reached.put(key, all);
        return all;
    }

    /** The defines as a tree, each spelled out once, for people. */
    List<Trace> trees(List<String> roots, Predicate<Node> shown) {
        Set<String> spelled = new TreeSet<>();
        return roots.stream()
                .filter(nodes::containsKey)
                .map(root -> tree(root, shown, spelled))
                .toList();
    }

    private Trace tree(String key, Predicate<Node> shown, Set<String> spelled) {
        Node node = nodes.get(key);
        if (node == null) {
            return new Trace(key, "", List.of());
        }
        List<Trace> below = new ArrayList<>();
        if (spelled.add(key)) {
            for (String child : node.below()) {
                Node next = nodes.get(child);
                if (next != null && shown.test(next)) {
                    below.add(tree(child, shown, spelled));
                }
            }
        }
        return new Trace(key, words(node.value()), below);
    }

    /** A value in a few words, without the data that it holds. */
    private static String words(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof Iterable<?> list) {
            int size = 0;
            for (Object ignored : list) {
                size++;
            }
            return size == 0 ? "none" : size + " found";
        }
        return value instanceof IBaseResource resource
                ? resource.fhirType() + "/" + resource.getIdElement().getIdPart()
                : "a value";
    }
}
