package org.precert.dtr;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.precert.coverage.CoverageInformationOf;
import org.precert.coverage.GuideVersion;
import org.precert.dtr.adaptive.AnswerCheck;
import org.precert.dtr.adaptive.ContinuationKey;
import org.precert.dtr.adaptive.ContinuationToken;
import org.precert.dtr.draft.DraftWriter;
import org.precert.dtr.packaging.BundleWriter;
import org.precert.dtr.packaging.PackagedForms;
import org.precert.dtr.terminology.ExpandedValueSets;
import org.precert.evaluation.PolicyDesk;
import org.precert.forms.FormBook;
import org.precert.review.ChartFacts;
import org.precert.review.KeptReviews;
import org.precert.review.Rationale;
import org.precert.review.Reviewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DtrProperties.class)
class DtrConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DtrConfiguration.class);
    private static final int KEY_BYTES = 32;

    private final ObjectMapper json;
    private final String baseUrl;

    DtrConfiguration(ObjectMapper json, @Value("${precert.base-url}") String baseUrl) {
        this.json = json;
        this.baseUrl = baseUrl;
    }

    @Bean
    PackagedForms packagedForms(ExpandedValueSets valueSets, Clock clock) {
        return new PackagedForms(json, baseUrl + "/fhir", valueSets, clock);
    }

    @Bean
    FormDates formDates(PackagedForms packaged, JdbcTemplate jdbc, Clock clock) {
        return new FormDates(packaged, new FormAges(jdbc, clock));
    }

    /** A node without keys of the deployment makes one: what it began, it alone can go on with. */
    @Bean
    ContinuationToken continuationToken(DtrProperties properties) {
        List<ContinuationKey> keys = new ArrayList<>();
        for (String key : properties.continuationKeys()) {
            keys.add(ContinuationKey.of("k" + keys.size(), Base64.getDecoder().decode(key)));
        }
        if (keys.isEmpty()) {
            LOG.warn(
                    "precert.dtr.continuation-keys is empty: a form begun on this node can not be gone on with on another");
            byte[] secret = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(secret);
            keys.add(ContinuationKey.of("own", secret));
        }
        return new ContinuationToken(keys);
    }

    @Bean
    Asking asking(DtrProperties properties, Clock clock) {
        return new Asking(
                GuideVersion.of(properties.version())
                        .orElseThrow(
                                () -> new IllegalStateException("precert.dtr.version is none that is spoken here")),
                properties.canonicals() == DtrProperties.Canonicals.LENIENT,
                clock);
    }

    @Bean
    Gaps gaps(PolicyDesk policies) {
        return new Gaps(new Rationale(policies), json);
    }

    @Bean
    Packages packages(ChartFacts facts, KeptReviews reviews, Reviewer reviewer, FormBook forms, PolicyDesk policies) {
        return new Packages(new MatterReader(facts, reviews), reviewer, forms, new Rationale(policies), json);
    }

    @Bean
    Filling filling(PolicyDesk policies, PackagedForms packaged, ContinuationToken tokens, DtrProperties properties) {
        return new Filling(
                policies,
                new DraftWriter(json, packaged.questionnaires()),
                tokens,
                properties.continuationLife(),
                json);
    }

    @Bean
    PackageService packageService(
            Packages packages,
            PackagedForms packaged,
            Filling filling,
            FormDates dates,
            Gaps gaps,
            Supplier<String> ids) {
        return new PackageService(packages, packaged, filling, dates, gaps, new BundleWriter(json, ids), json);
    }

    @Bean
    PopulateService populateService(Packages packages, Filling filling) {
        return new PopulateService(packages, filling, json);
    }

    @Bean
    NextQuestionService nextQuestionService(
            FormBook forms,
            PackagedForms packaged,
            ExpandedValueSets valueSets,
            ContinuationToken tokens,
            Reviewer reviewer,
            KeptReviews kept,
            ChartFacts facts,
            Filling filling,
            PolicyDesk policies) {
        AdaptiveReviews reviews = new AdaptiveReviews(
                reviewer, kept, facts, filling, new CoverageInformationOf(new Rationale(policies), baseUrl), json);
        return new NextQuestionService(
                forms, packaged.questionnaires(), new AnswerCheck(valueSets::holds), tokens, reviews, json);
    }
}
