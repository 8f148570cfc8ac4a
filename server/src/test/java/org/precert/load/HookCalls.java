package org.precert.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.precert.testing.Samples;

/** The bodies of order-sign calls, in turn: the samples of every payer, each time as a new call. */
final class HookCalls implements Calls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INSTANCE = "the-hook-instance";

    /** Its answer has no system actions, and that is right; so it can not show an error. */
    private static final String WITHOUT_ACTIONS = "unserved-payer";

    private final List<String> bodies;

    private HookCalls(List<String> bodies) {
        this.bodies = List.copyOf(bodies);
    }

    static HookCalls withPrefetch() {
        return new HookCalls(Samples.orderSign()
                .filter(name -> !name.equals(WITHOUT_ACTIONS))
                .map(name -> body(name, call -> call))
                .toList());
    }

    /**
     * Calls that have to be read for, from servers that never answer: each sample without any prefetch, and without its
     * conditions alone. The first can only fail; the second can be decided with less.
     */
    static HookCalls readFrom(List<String> fhirServers) {
        List<String> names = Samples.orderSign()
                .filter(name -> !name.equals(WITHOUT_ACTIONS))
                .toList();
        List<String> bodies = new ArrayList<>();
        for (String name : names) {
            String server = fhirServers.get(bodies.size() / 2 % fhirServers.size());
            bodies.add(body(name, call -> call.put("fhirServer", server).without("prefetch")));
            bodies.add(body(name, call -> {
                ((ObjectNode) call.get("prefetch")).remove("conditions");
                return call.put("fhirServer", server);
            }));
        }
        return new HookCalls(bodies);
    }

    private static String body(String sample, UnaryOperator<ObjectNode> change) {
        try {
            ObjectNode call = (ObjectNode) JSON.readTree(Samples.text("order-sign/" + sample + ".json"));
            return JSON.writeValueAsString(change.apply(call.put("hookInstance", INSTANCE)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(sample, e);
        }
    }

    @Override
    public String path() {
        return "/cds-services/order-sign";
    }

    @Override
    public boolean tells(String answer) {
        return answer.contains("\"systemActions\":[{");
    }

    @Override
    public String body(int number) {
        return bodies.get(number % bodies.size())
                .replace(INSTANCE, UUID.randomUUID().toString());
    }
}
