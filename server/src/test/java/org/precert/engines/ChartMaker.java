package org.precert.engines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.precert.evaluation.DataNeed;

/** Makes charts out of what the libraries of a form read: of each value set something, now and then, more or less well recorded. */
final class ChartMaker {

    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 1);
    private static final Set<String> OPEN = Set.of("", "draft", "active", "on-hold");

    private final Codes codes;
    private final String policy;
    private final List<DataNeed> needs;

    /** @param needs of the form's libraries */
    ChartMaker(Codes codes, String policy, Collection<DataNeed> needs) {
        this.codes = codes;
        this.policy = policy;
        this.needs = needs.stream()
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    Chart chart(long seed) {
        Dice dice = new Dice(seed);
        boolean named = dice.chance(50);
        int density = dice.isCareful() ? dice.of(20, 35, 50) : dice.of(0, 25, 50);
        Resources all = new Resources(codes, dice, AS_OF, named);
        for (DataNeed need : needs) {
            if (dice.chance(isOrder(need) ? 10 : density)) {
                all.add(need);
                // Two of a kind: the later one counts, or both.
                if (dice.chance(25)) {
                    all.add(need);
                }
            }
        }
        // A count of what was tried is told from three on: some have tried a lot.
        if (dice.chance(40)) {
            needs.stream().filter(ChartMaker::isOfTherapies).forEach(need -> {
                for (int i = 0; i < 4; i++) {
                    all.add(need);
                }
            });
        }
        if (dice.chance(85)) {
            all.addOrders();
        }
        return new Chart(policy, seed, AS_OF, all.all(), orders(all.all(), dice, named), named);
    }

    private static boolean isOfTherapies(DataNeed need) {
        return need.valueSet().endsWith("/conventional-pain-therapies");
    }

    private static boolean isOrder(DataNeed need) {
        return need.type().equals("ServiceRequest") || need.type().equals("MedicationRequest");
    }

    private static List<String> orders(List<ObjectNode> resources, Dice dice, boolean named) {
        Set<String> orders = new TreeSet<>();
        for (ObjectNode resource : resources) {
            boolean order = resource.path("resourceType").asText().endsWith("Request");
            boolean open = OPEN.contains(resource.path("status").asText())
                    && !resource.path("doNotPerform").asBoolean();
            if (order && (named ? dice.chance(70) : open)) {
                orders.add(resource.path("resourceType").asText() + "/"
                        + resource.path("id").asText());
            }
        }
        if (named && dice.chance(10)) {
            orders.add("ServiceRequest/elsewhere");
        }
        return new ArrayList<>(orders);
    }
}
