package org.precert.inferno.dtr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormLibrariesTest {

    private final Scratch scratch = new Scratch();
    private final ObjectNode response = KitExample.standard();

    @Test
    void areThereAsCqlAndAsElm() {
        assertThat(failures()).isEmpty();
        assertThat(scratch.libraryNames()).containsExactlyInAnyOrder("InfusionPrepopulation", "PrecertElements");
        assertThat(scratch.libraryUrls()).contains("https://payer.example/fhir/Library/PrecertElements");
    }

    @Test
    void areMissed() {
        KitExample.entries(response).remove(3);
        KitExample.entries(response).remove(2);
        assertThat(failures()).containsExactly("No Libraries found.");
    }

    @Test
    void ofOneNameAreFoundAcrossBundles() {
        response.withArray("/parameter").add(response.at("/parameter/0").deepCopy());
        assertThat(failures()).singleElement().asString().contains("duplicate library names");
    }

    @Test
    void ofOneNameAreFoundFromOneFlowToTheNext() {
        assertThat(failures()).isEmpty();
        assertThat(failures()).isNotEmpty();
    }

    @Test
    void withoutCqlAreFound() {
        KitExample.library(response).withArray("/content").remove(0);
        assertThat(failures()).singleElement().asString().contains("does not include CQL");
    }

    @Test
    void withoutElmAreFound() {
        KitExample.library(response).withArray("/content").remove(1);
        assertThat(failures()).singleElement().asString().contains("does not include ELM");
    }

    @Test
    void withElmInXmlAloneAreFound() {
        ((ObjectNode) KitExample.library(response).at("/content/1")).put("contentType", "application/elm+xml");
        assertThat(failures()).singleElement().asString().contains("does not include ELM");
    }

    @Test
    void withoutDataAreLetPass() {
        ((ObjectNode) KitExample.library(response).at("/content/1")).remove("data");
        assertThat(failures()).isEmpty();
    }

    @Test
    void afterABrokenOneAreNotKnown() {
        KitExample.library(response).withArray("/content").removeAll();
        assertThat(failures()).isNotEmpty();
        assertThat(scratch.libraryNames()).isEmpty();
        assertThat(scratch.libraryUrls()).containsExactly("https://payer.example/fhir/Library/InfusionPrepopulation");
    }

    private List<String> failures() {
        return new FormLibraries(scratch).failures(new PackageResponse(response).libraries());
    }
}
