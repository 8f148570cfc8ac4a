package org.precert.platform.fhirstore;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.config.r4.FhirContextR4Config;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.util.ISequenceValueMassager.NoopSequenceValueMassager;
import ca.uhn.fhir.util.VersionUtil;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.hibernate.cfg.AvailableSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.precert.postgres.SharedPostgres;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** The tables of the FHIR store: made by HAPI's script, and none other than those that Hibernate would make. */
class FhirSchemaTest {

    private static final String COLUMNS = """
            select lower(table_name) || '.' || lower(column_name) || ' ' || data_type || ' '
              || coalesce(character_maximum_length, 0) || ' ' || is_nullable
            from information_schema.columns where lower(table_schema) = 'public'""";
    private static final String CONSTRAINTS = """
            select lower(c.table_name) || ' ' || c.constraint_type || ' ' || lower(coalesce(k.column_name, '')) || ' '
              || coalesce(k.ordinal_position, 0) || case when c.constraint_type = 'PRIMARY KEY' then '' else
                ' ' || lower(c.constraint_name) end
            from information_schema.table_constraints c
              join information_schema.key_column_usage k on k.constraint_name = c.constraint_name
                and k.table_name = c.table_name
            where lower(c.table_schema) = 'public'""";
    private static final String SEQUENCES = """
            select lower(sequence_name) || ' ' || increment from information_schema.sequences
            where lower(sequence_schema) = 'public'""";
    private static final String INDEXES_OF_H2 = """
            select lower(table_name) || ' ' || lower(column_name) || ' ' || ordinal_position
            from information_schema.index_columns where table_schema = 'PUBLIC'""";
    private static final String INDEXES_OF_POSTGRES =
            "select lower(indexdef) from pg_indexes where schemaname = 'public' and indexname not like '%pkey'";

    /** What tells the versions; Hibernate's history of links, which is off; its temporary tables; what HAPI gave up. */
    private static final Pattern OTHERS =
            Pattern.compile("fly_hfj_migration|fhir_schema_history|mpi_link_aud|^hte_|fk_reslink_target");

    private static DataSource h2() {
        return new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    private static DataSource postgres() {
        return new DriverManagerDataSource(SharedPostgres.get().newDatabase());
    }

    /** With the table that tells the versions, and no other of ours. */
    private static DataSource withHistory(DataSource database) {
        new JdbcTemplate(database)
                .execute("create table fhir_schema_history (hapi_version varchar(40) not null primary key,"
                        + " brought_at timestamp with time zone not null)");
        return database;
    }

    private static Set<String> tables(DataSource database, String indexes) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        Set<String> all = new TreeSet<>();
        for (String query : List.of(COLUMNS, CONSTRAINTS, SEQUENCES, indexes)) {
            all.addAll(jdbc.queryForList(query, String.class));
        }
        all.removeIf(each -> OTHERS.matcher(each).find());
        return all;
    }

    private static List<String> differences(DataSource here, DataSource there, String indexes) {
        return differences(tables(here, indexes), tables(there, indexes));
    }

    private static List<String> differences(Set<String> ours, Set<String> theirs) {
        return Stream.concat(
                        ours.stream().filter(each -> !theirs.contains(each)).map(each -> "only here: " + each),
                        theirs.stream().filter(each -> !ours.contains(each)).map(each -> "only there: " + each))
                .toList();
    }

    private static DataSource madeByHibernate(DataSource database) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            var beans = context.getBeanFactory();
            beans.registerSingleton("dataSource", database);
            beans.registerSingleton("fhirContext", FhirContextR4Config.configureFhirContext(FhirContext.forR4Cached()));
            beans.registerSingleton("storageSettings", new JpaStorageSettings());
            beans.registerSingleton("partitionSettings", new PartitionSettings());
            beans.registerSingleton("idMassager", new NoopSequenceValueMassager());
            beans.registerSingleton(
                    "properties",
                    new FhirStoreProperties(true, false, "", "", 20, 200, Duration.ZERO, Duration.ofSeconds(5)));
            beans.addBeanPostProcessor(new BeanPostProcessor() {
                @Override
                public Object postProcessBeforeInitialization(Object bean, String name) {
                    if (bean instanceof LocalContainerEntityManagerFactoryBean factory) {
                        factory.getJpaPropertyMap().put(AvailableSettings.HBM2DDL_AUTO, "update");
                    }
                    return bean;
                }
            });
            context.register(DatabaseBeans.class);
            context.refresh();
        }
        return database;
    }

    @Test
    void onH2TheyAreThoseThatHibernateWouldMake() {
        DataSource made = withHistory(h2());
        new FhirSchema(made).bringUp();
        assertThat(differences(made, madeByHibernate(h2()), INDEXES_OF_H2)).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void onPostgresTheyAreThoseThatHibernateWouldMake() {
        DataSource made = withHistory(postgres());
        new FhirSchema(made).bringUp();
        assertThat(differences(made, madeByHibernate(postgres()), INDEXES_OF_POSTGRES))
                .isEmpty();
    }

    @Test
    void whatIsCurrentIsLeftAlone() {
        DataSource database = withHistory(h2());
        FhirSchema schema = new FhirSchema(database);
        assertThat(schema.isCurrent()).isFalse();
        schema.bringUp();
        assertThat(schema.isCurrent()).isTrue();
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.execute("drop table HFJ_RES_SYSTEM");
        schema.bringUp();
        assertThat(jdbc.queryForList("select hapi_version from fhir_schema_history", String.class))
                .containsExactly(VersionUtil.getVersion());
        assertThat(tables(database, INDEXES_OF_H2)).noneMatch(each -> each.startsWith("hfj_res_system"));
    }

    @Test
    void onH2WhatWasEndedHalfWayIsGoneOnWith() {
        DataSource whole = withHistory(h2());
        new FhirSchema(whole).bringUp();
        DataSource part = withHistory(h2());
        new FhirSchema(part).bringUp();
        JdbcTemplate jdbc = new JdbcTemplate(part);
        jdbc.update("delete from fhir_schema_history");
        jdbc.execute("drop table FLY_HFJ_MIGRATION");
        jdbc.execute("drop table HFJ_RES_SYSTEM");
        jdbc.execute("drop index IDX_RES_DATE");
        jdbc.execute("alter table HFJ_RES_LINK drop constraint FK_RESLINK_SOURCE");
        new FhirSchema(part).bringUp();
        assertThat(differences(part, whole, INDEXES_OF_H2)).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void anOlderVersionIsBroughtUpByHapisOwnSteps() {
        DataSource database = withHistory(postgres());
        new FhirSchema(database).bringUp();
        Set<String> now = tables(database, INDEXES_OF_POSTGRES);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        // As HAPI 8.4 left it: without what 8.6 added.
        jdbc.update("update fhir_schema_history set hapi_version = '8.4.0'");
        jdbc.update("delete from \"FLY_HFJ_MIGRATION\" where \"version\" like '8.6.0%'");
        jdbc.execute("drop table HFJ_RES_SYSTEM");
        jdbc.execute("drop table HFJ_RES_IDENTIFIER_PT_UNIQ");
        // And a node that was killed at it.
        jdbc.update("insert into \"FLY_HFJ_MIGRATION\" (\"installed_rank\", \"description\", \"type\", \"script\","
                + " \"installed_by\", \"installed_on\", \"execution_time\", \"success\")"
                + " values (-100, 'x', 'lock', 'x', 'x', current_timestamp, 0, true)");
        FhirSchema schema = new FhirSchema(database);
        assertThat(schema.isCurrent()).isFalse();
        schema.bringUp();
        assertThat(differences(tables(database, INDEXES_OF_POSTGRES), now))
                .as("HAPI's step makes a unique index where its script makes a constraint with one")
                .containsExactly("only there: hfj_res_system UNIQUE system_url 1 idx_resident_sys");
        assertThat(schema.isCurrent()).isTrue();
        assertThat(new FhirSchema(database, "8.4.0").isCurrent())
                .as("an older node may still start beside it")
                .isTrue();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void ofManyNodesAtOnceOneMakesThem() {
        DataSource database = withHistory(postgres());
        List<CompletableFuture<Void>> nodes = IntStream.range(0, 4)
                .mapToObj(each -> CompletableFuture.runAsync(() -> new FhirSchema(database).bringUp()))
                .toList();
        nodes.forEach(CompletableFuture::join);
        assertThat(new FhirSchema(database).isCurrent()).isTrue();
    }

    @Test
    void theMigrationMakesTheTableThatTellsTheVersions() {
        DataSource database = h2();
        Flyway.configure()
                .dataSource(database)
                .target(MigrationVersion.fromVersion("16"))
                .placeholders(Map.of("bytes", "varbinary(16777216)"))
                .load()
                .migrate();
        assertThat(new FhirSchema(database).isCurrent()).isFalse();
    }
}
