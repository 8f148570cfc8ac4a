package org.precert.patientaccess;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precert.cases.Case;
import org.precert.cases.CaseWorld;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The addresses and parameters, as Spring reads them. */
class PatientAccessOverHttpTest {

    private static final String DOOR = "/patient-access/fhir/ExplanationOfBenefit";
    private static final String MEMBER = "https://acme.example/member|M-77";

    private final CaseWorld world = new CaseWorld();
    private final AccessRecords records = new AccessRecords(world.jdbc());

    @BeforeEach
    void listen() {
        world.tell(new AccessListener(records, new EobWriter(new ObjectMapper())));
    }

    @Test
    void oneIsReadById() throws Exception {
        Case state = world.request().line(CaseWorld.pended()).open();
        door(true)
                .perform(get(DOOR + "/" + state.id()))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().contentType("application/fhir+json;charset=UTF-8"))
                .andExpect(jsonPath("$.id").value(state.id()));
    }

    @Test
    void aMembersAreSearchedByAddressOrByForm() throws Exception {
        world.request().line(CaseWorld.pended()).open();
        world.deny(world.request().line(CaseWorld.pended()).open(), 1);
        door(true)
                .perform(get(DOOR).param("identifier", MEMBER))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2));
        door(true)
                .perform(get(DOOR).param("identifier", MEMBER).param("_lastUpdated", "ge2026-01-01", "lt2026-02-01"))
                .andExpect(jsonPath("$.total").value(0))
                .andExpect(jsonPath("$.entry").doesNotExist());
        door(true)
                .perform(post(DOOR + "/_search")
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("identifier", MEMBER)
                        .param("exclude-denied", "true"))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(content().string(not(containsString("\"link\""))));
    }

    @Test
    void nobodyIsToldWhoIsHere() throws Exception {
        Case state = world.request().line(CaseWorld.pended()).open();
        door(false).perform(get(DOOR + "/" + state.id())).andExpect(status().isForbidden());
        door(false).perform(get(DOOR + "/unknown")).andExpect(status().isForbidden());
        door(false).perform(get(DOOR).param("identifier", MEMBER)).andExpect(status().isForbidden());
    }

    private MockMvc door(boolean open) {
        SearchSet searchSet = new SearchSet(new ObjectMapper(), "https://precert.example/patient-access/fhir");
        return MockMvcBuilders.standaloneSetup(
                        new PatientAccessController(records, searchSet, caller -> open, entry -> {}, world))
                .build();
    }
}
