package org.precert.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;
import org.precert.cases.Person;
import org.precert.staff.Role;
import org.precert.staff.Staff;

/** What a session knows of its person, as it stands in the database. */
final class SessionJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    String write(Staff staff) {
        Person person = staff.person();
        ObjectNode facts = JSON.createObjectNode()
                .put("name", person.name())
                .put("credential", person.credential())
                .put("npi", person.npi())
                .put("specialty", person.specialty());
        ArrayNode roles = facts.putArray("roles");
        staff.roles().stream().map(Role::code).sorted().forEach(roles::add);
        ArrayNode payers = facts.putArray("payers");
        staff.payers().stream().sorted().forEach(payers::add);
        return facts.toString();
    }

    Staff read(String person, String text) {
        JsonNode facts = parsed(text);
        Set<Role> roles = facts.path("roles")
                .valueStream()
                .flatMap(each -> Role.of(each.asText()).stream())
                .collect(Collectors.toUnmodifiableSet());
        Set<String> payers =
                facts.path("payers").valueStream().map(JsonNode::asText).collect(Collectors.toUnmodifiableSet());
        return new Staff(
                new Person(
                        person,
                        facts.path("name").asText(person),
                        facts.path("credential").asText(),
                        facts.path("npi").asText(),
                        facts.path("specialty").asText(),
                        roles.contains(Role.MEDICAL_DIRECTOR)),
                payers,
                roles);
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A session holds something that is no JSON", e);
        }
    }
}
