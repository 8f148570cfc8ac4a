package org.precert.desk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import org.precert.audit.AuditTrail;
import org.precert.cases.CaseDocuments;
import org.precert.cases.CaseStore;
import org.precert.cases.Numbers;
import org.precert.clocks.ClockTable;
import org.precert.forms.FormBook;
import org.precert.review.Explanations;
import org.precert.review.KeptReviews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    @Bean
    Desk desk(
            CaseStore cases,
            ActionEvents.Tools tools,
            Explanations explanations,
            KeptReviews reviews,
            CaseDocuments documents,
            AuditTrail audit,
            JdbcTemplate jdbc,
            ObjectMapper json) {
        LineWriter lines = new LineWriter(explanations, reviews, new AnswersWriter(tools.forms()));
        return new Desk(
                cases,
                new Worklist(jdbc),
                new WorklistWriter(json),
                new CaseWriter(json, lines, tools),
                new DeskActions(cases, tools),
                documents,
                audit,
                tools.clock());
    }

    @Bean
    ActionEvents.Tools deskTools(ClockTable clocks, Numbers numbers, FormBook forms, KeptReviews reviews, Clock clock) {
        return new ActionEvents.Tools(clocks, numbers, new PolicyForms(forms, reviews), clock);
    }
}
