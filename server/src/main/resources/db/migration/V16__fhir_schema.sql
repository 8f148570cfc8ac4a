-- For which versions of HAPI FHIR JPA the tables of the FHIR store were brought up, here or from an older version on the way.
create table fhir_schema_history (
    hapi_version varchar(40) not null primary key,
    brought_at   timestamp with time zone not null
);
