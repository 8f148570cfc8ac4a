-- One row a call of PAS, as the guide's metrics count them (PASMetricData.exchange). Nothing of it is of a patient.
create table pas_exchange (
    id          varchar(36)  not null primary key,
    at          timestamp with time zone not null,
    kind        varchar(20)  not null,
    version     varchar(10)  not null,
    client      varchar(200) not null,
    payer       varchar(100) not null,
    status      integer      not null,
    took_ms     bigint       not null,
    line_count  integer      not null,
    failures    varchar(200) not null,
    for_others  boolean      not null
);

create index pas_exchange_at on pas_exchange (at, kind);
