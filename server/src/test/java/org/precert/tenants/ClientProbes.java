package org.precert.tenants;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.precert.testing.Call;
import org.precert.testing.Http;

/** What a client could ask for of a payer. */
final class ClientProbes {

    private static final String EOB = "/patient-access/fhir/ExplanationOfBenefit";
    private static final String PAS = "/pas/2.2.1/fhir";
    private static final String PAS_ROUTE = "/pas/2.0.1/fhir";

    private ClientProbes() {}

    static List<Probe> all() {
        List<Probe> all = new ArrayList<>();
        all.add(Probe.read(
                "what is said of an order",
                "POST /cds-services/x",
                of -> Request.post("/cds-services/order-sign", of.hook().body().toString()),
                (answer, of) -> !Call.information(answer.json()).isEmpty()));
        prior(all);
        forms(all);
        afterwards(all);
        return all;
    }

    private static void prior(List<Probe> all) {
        String submit = PAS + "/Claim/$submit";
        String route = "POST " + PAS_ROUTE + "/Claim/$submit";
        all.add(Probe.read(
                "an answer again",
                route,
                of -> Request.post(submit, of.submit()),
                (answer, of) -> answer.response().body().contains(of.caseId())));
        all.add(Probe.change(
                "a new case", route, of -> Request.post(submit, of.again()), (answer, of) -> isTaken(answer)));
        all.add(Probe.change(
                "a case taken back",
                route,
                of -> Request.post(submit, of.cancellation()),
                (answer, of) -> answer.response().body().contains(of.caseId())));
        all.add(Probe.read(
                "an inquiry's finds",
                "POST " + PAS_ROUTE + "/Claim/$inquire",
                of -> Request.post(PAS + "/Claim/$inquire", of.inquiry()),
                (answer, of) -> answer.response().body().contains(of.caseId())));
        all.add(new Probe(
                "a case to send documents for",
                List.of("POST " + PAS_ROUTE + "/$submit-attachment", "POST " + PAS_ROUTE + "/Claim/$submit-attachment"),
                false,
                true,
                of -> Request.post(PAS + "/$submit-attachment", of.letter()),
                (answer, of) ->
                        answer.status() == 200 && !answer.response().body().contains("are held")));
        all.add(Probe.read(
                "a ClaimResponse",
                "GET " + PAS_ROUTE + "/ClaimResponse/x",
                of -> Request.get(PAS + "/ClaimResponse/" + of.caseId())));
        for (String method : List.of("GET", "POST")) {
            all.add(Probe.read(
                    "an event by " + method,
                    method + " " + PAS_ROUTE + "/Subscription/x/$events",
                    of -> new Request(
                            method,
                            PAS + "/Subscription/" + of.subscription() + "/$events",
                            method.equals("GET")
                                    ? ""
                                    : "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"eventsSinceNumber\","
                                            + "\"valueString\":\"1\"}]}",
                            Map.of()),
                    (answer, of) -> answer.response().body().contains(of.caseId())));
        }
    }

    private static boolean isTaken(Http.Answer answer) {
        return !answer.json().at("/entry/0/resource/outcome").asText().equals("error") && answer.status() == 200;
    }

    private static void forms(List<Probe> all) {
        for (String operation : List.of("questionnaire-package", "populate", "gap-report")) {
            String path = "/dtr/2.0/fhir/Questionnaire/$" + operation;
            all.add(context(path));
            all.add(Probe.read("a form at " + path, "POST " + path, of -> Request.post(path, of.named())));
            all.add(context("/fhir/Questionnaire/$" + operation).asSecond());
        }
        all.add(context("/fhir/$questionnaire-package").asSecond());
        all.add(context("/dtr/2.0/fhir/$questionnaire-package").asSecond());
        String next = "/Questionnaire/$next-question";
        all.add(questions("/dtr/2.0/fhir" + next));
        all.add(questions("/dtr/2.0/fhir" + next + next).asSecond());
        all.add(questions("/fhir" + next).asSecond());
        all.add(questions("/fhir" + next + next).asSecond());
    }

    private static Probe context(String path) {
        return Probe.read("a context at " + path, "POST " + path, of -> Request.post(path, of.context()));
    }

    private static Probe questions(String path) {
        return Probe.read(
                "the questions of a form at " + path, "POST " + path, of -> Request.post(path, of.firstPage()));
    }

    private static void afterwards(List<Probe> all) {
        all.add(Probe.read("an ExplanationOfBenefit", "GET " + EOB + "/x", of -> Request.get(EOB + "/" + of.caseId())));
        String system = "https://ehr.example.org/fhir/sid/member";
        all.add(Probe.read(
                "ExplanationsOfBenefit of a member",
                "GET " + EOB,
                of -> Request.get(EOB + "?identifier=" + system + "|" + of.member()),
                ClientProbes::isListed));
        all.add(Probe.read(
                "ExplanationsOfBenefit of a member by form",
                "POST " + EOB + "/_search",
                of -> Request.post(EOB + "/_search", "identifier=" + system + "%7C" + of.member())
                        .with("Content-Type", "application/x-www-form-urlencoded"),
                ClientProbes::isListed));
    }

    private static boolean isListed(Http.Answer answer, Holding of) {
        return StreamSupport.stream(answer.json().path("entry").spliterator(), false)
                .anyMatch(each -> each.at("/resource/id").asText().equals(of.caseId()));
    }
}
