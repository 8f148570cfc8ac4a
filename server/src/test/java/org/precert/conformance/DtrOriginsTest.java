package org.precert.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DtrOriginsTest {

    @Test
    void eachVersionHasItsWords() {
        assertThat(DtrOrigins.DTR_2_0.errors(DtrExample.dtr201().question())).isEmpty();
        assertThat(DtrOrigins.DTR_2_2.errors(DtrExample.dtr22().question())).isEmpty();
        assertThat(DtrOrigins.DTR_2_0.errors(DtrExample.dtr22().question()))
                .singleElement()
                .asString()
                .contains("drug is 'auto-server'");
    }

    @Test
    void anAnswerWithoutOneIsFoundAtAnyDepth() {
        assertThat(DtrOrigins.DTR_2_0.errors(DtrExample.json("""
                        {"item": [{"item": [{"linkId": "a", "answer": [{"item": [{"linkId": "b", "answer": [{}]}]}]}]}]}
                        """))).hasSize(2);
    }

    @Test
    void whatPeopleWroteNamesThem() {
        assertThat(DtrOrigins.DTR_2_2.errors(DtrExample.json("""
                        {
                          "item": [{
                            "linkId": "a",
                            "answer": [{
                              "extension": [{
                                "url": "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/information-origin",
                                "extension": [{"url": "source", "valueCode": "manual"}]
                              }]
                            }]
                          }]
                        }
                        """)))
                .singleElement()
                .asString()
                .startsWith("AUTHOR (dtrx-1)");
    }
}
