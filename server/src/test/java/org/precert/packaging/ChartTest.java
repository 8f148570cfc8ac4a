package org.precert.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The chart is linted and rendered by Helm, and what comes out is read as Kubernetes' own types. */
@EnabledIf("org.precert.packaging.Chart#canBeRendered")
class ChartTest {

    private static final String EVERYTHING = """
            config: {precert: {clients: [{id: springfield}]}}
            existingConfigSecret: precert-secrets
            javaOptions: -Dx=y
            imagePullSecrets: [{name: registry}]
            ingress: {enabled: true, className: nginx, host: precert.payer.example, tlsSecret: precert-tls, annotations: {a: b}}
            autoscaling: {enabled: true, inflightPerPod: 20}
            networkPolicy:
              ingressFrom: [{namespaceSelector: {matchLabels: {name: ingress}}}]
              monitoringFrom: [{namespaceSelector: {matchLabels: {name: monitoring}}}]
              clientsTo: [{cidr: 203.0.113.7/32, ports: [443, 8443]}]
            monitoring: {serviceMonitor: {enabled: true, labels: {release: prometheus}}}
            podAnnotations: {c: d}
            nodeSelector: {e: f}
            tolerations: [{key: g, operator: Exists}]
            topologySpreadConstraints:
              - {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {h: i}}}
            """;

    private static final Map<String, Class<?>> TYPES = Map.of(
            "ConfigMap", ConfigMap.class,
            "Service", Service.class,
            "ServiceAccount", ServiceAccount.class,
            "Deployment", Deployment.class,
            "HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "Job", Job.class,
            "Ingress", Ingress.class,
            "NetworkPolicy", NetworkPolicy.class,
            "PodDisruptionBudget", PodDisruptionBudget.class);

    /** Kubernetes' types without their place for unknown fields: a field that is misspelt or misplaced is an error. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated any) {
                    return false;
                }
            });

    private static Chart usual;

    @BeforeAll
    static void render() {
        // Helm keeps hooks apart from what it renders.
        usual = Chart.with("migration: {hook: false}");
    }

    @Test
    void helmsLintFindsNothing() {
        assertThat(Chart.lint("").getMessages())
                .noneMatch(line -> line.contains("[ERROR]") || line.contains("[WARNING]"));
        assertThat(Chart.lint("").isFailed()).isFalse();
        assertThat(Chart.lint(EVERYTHING).isFailed()).isFalse();
    }

    @Test
    void everyFieldIsOneThatKubernetesKnows() throws Exception {
        for (Chart chart : List.of(usual, Chart.with(EVERYTHING))) {
            for (ObjectNode each : chart.objects()) {
                String kind = each.path("kind").asText();
                // Of an operator of its own: its types are not Kubernetes'.
                if (!kind.equals("ServiceMonitor")) {
                    assertThat(TYPES).containsKey(kind);
                    assertThat(STRICT.treeToValue(each, TYPES.get(kind))).isNotNull();
                }
            }
        }
    }

    @Test
    void aFieldThatKubernetesDoesNotKnowWouldBeFound() {
        ObjectNode wrong = usual.one("Deployment").deepCopy();
        ((ObjectNode) wrong.at("/spec/template/spec/containers/0")).put("readOnlyRootFilesystem", true);

        assertThatThrownBy(() -> STRICT.treeToValue(wrong, Deployment.class))
                .hasMessageContaining("readOnlyRootFilesystem");
    }

    @Test
    void nothingIsRenderedWithoutWhatMustBeSet() {
        assertThatThrownBy(Chart::bare).hasMessageContaining("is needed");
        assertThatThrownBy(() -> Chart.with("networkPolicy: {databaseTo: []}"))
                .hasMessageContaining("databaseTo is needed");
    }

    @Test
    void misspeltValuesAndPlainAddressesAreRefused() {
        assertThatThrownBy(() -> Chart.with("replica: 3")).hasMessageContaining("replica");
        assertThatThrownBy(() -> Chart.with("baseUrl: http://precert.payer.example"))
                .hasMessageContaining("baseUrl");
        assertThatThrownBy(() -> Chart.with("baseUrl: https://precert.payer.example/"))
                .hasMessageContaining("baseUrl");
    }

    @Test
    void podsMayDoNothingThatTheyNeedNot() {
        for (String kind : List.of("Deployment", "Job")) {
            JsonNode pod = usual.pod(kind);
            JsonNode container = pod.at("/containers/0/securityContext");

            assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(container.path("readOnlyRootFilesystem").asBoolean()).isTrue();
            assertThat(container.path("allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
        }
        assertThat(usual.one("ServiceAccount")
                        .path("automountServiceAccountToken")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void aServerIsNotStartedAnewBecauseTheDatabaseIsAway() {
        JsonNode container = usual.pod("Deployment").at("/containers/0");

        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/livez");
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/livez");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/readyz");
    }

    @Test
    void whatIsInFlightIsFinishedWithinTheGracePeriod() {
        JsonNode pod = usual.pod("Deployment");
        String drain = environment(pod, "PRECERT_DRAIN").path("value").asText();

        // Drain, then Spring's phase of 30 s, then a store that may just be starting: FhirStore waits for 60 s at most.
        assertThat(drain).isEqualTo("10s");
        assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThanOrEqualTo(10 + 30 + 60);
    }

    @Test
    void theServerMakesNoTablesWhereTheJobDoes() {
        assertThat(environment(Chart.with("migration: {hook: true}").pod("Deployment"), "PRECERT_MIGRATE")
                        .path("value")
                        .asText())
                .isEqualTo("false");
    }

    @Test
    void whoForwardsTellsWhoCalled() {
        assertThat(environment(usual.pod("Deployment"), "SERVER_FORWARDHEADERSSTRATEGY")
                        .path("value")
                        .asText())
                .isEqualTo("native");
    }

    @Test
    void passwordsComeFromSecretsAlone() {
        for (String kind : List.of("Deployment", "Job")) {
            JsonNode password = environment(usual.pod(kind), "SPRING_DATASOURCE_PASSWORD");

            assertThat(password.has("value")).isFalse();
            assertThat(password.at("/valueFrom/secretKeyRef/name").asText()).isEqualTo("precert-database");
        }
        assertThat(usual.all("Secret")).isEmpty();
    }

    @Test
    void nothingIsReachedButNamesTheDatabaseAndWhatIsListed() {
        JsonNode least = usual.one("NetworkPolicy").at("/spec");
        assertThat(least.path("policyTypes").toString()).isEqualTo("[\"Ingress\",\"Egress\"]");
        assertThat(least.path("egress")).hasSize(2);
        assertThat(least.at("/egress/1/to/0/ipBlock/cidr").asText()).isEqualTo("10.1.2.3/32");

        JsonNode listed = Chart.with(EVERYTHING).one("NetworkPolicy").at("/spec/egress");
        assertThat(listed).hasSize(3);
        assertThat(listed.at("/2/to/0/ipBlock/cidr").asText()).isEqualTo("203.0.113.7/32");
        assertThat(listed.at("/2/ports")).hasSize(2);
    }

    @Test
    void theManagementPortIsForThoseWhoAreNamed() {
        assertThat(usual.one("NetworkPolicy").at("/spec/ingress")).hasSize(1);
        assertThat(usual.one("NetworkPolicy").at("/spec/ingress/0/ports/0/port").asText())
                .isEqualTo("http");
        assertThat(Chart.with(EVERYTHING).one("NetworkPolicy").at("/spec/ingress"))
                .hasSize(2);
    }

    @Test
    void tablesComeBeforePods() {
        ObjectNode job = usual.one("Job");

        // Helm has taken it for a hook.
        assertThat(Chart.with("").all("Job")).isEmpty();
        assertThat(usual.pod("Job").at("/containers/0/command").toString()).contains("org.precert.platform.Migration");
        // At the first installation there is nothing of the chart yet.
        assertThat(usual.pod("Job").has("serviceAccountName")).isFalse();
        assertThat(job.toString()).doesNotContain("configMap");
    }

    @Test
    void podsAreCountedByWorkInFlightWhereThatIsServedAndElseByProcessor() {
        JsonNode both = Chart.with(EVERYTHING).one("HorizontalPodAutoscaler").at("/spec/metrics");
        assertThat(both.at("/0/pods/metric/name").asText()).isEqualTo("precert_inflight");
        assertThat(both.at("/1/resource/name").asText()).isEqualTo("cpu");

        JsonNode fallback = Chart.with("autoscaling: {enabled: true}")
                .one("HorizontalPodAutoscaler")
                .at("/spec/metrics");
        assertThat(fallback).hasSize(1);
        assertThat(fallback.at("/0/resource/name").asText()).isEqualTo("cpu");
    }

    private static JsonNode environment(JsonNode pod, String name) {
        for (JsonNode each : pod.at("/containers/0/env")) {
            if (each.path("name").asText().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("No " + name);
    }
}
