-- What clients report of our forms. One row for what one client reports in one hour, however often. No column holds a word
-- that a client wrote: each is a name of ours, a code of FHIR, or the id of a registered client.
create table dtr_trouble (
    id              varchar(64)  not null primary key,
    received_at     timestamp with time zone not null,
    last_at         timestamp with time zone not null,
    times           bigint       not null,
    client          varchar(200) not null,
    questionnaire   varchar(300) not null,
    version         varchar(300) not null,
    severity        varchar(20)  not null,
    code            varchar(40)  not null,
    detail          varchar(100) not null,
    library         varchar(300) not null,
    define          varchar(300) not null,
    line            integer      not null
);

create index dtr_trouble_last_at on dtr_trouble (last_at);
