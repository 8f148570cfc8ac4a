-- Every exchange with its request and the facts that it brought, and every review made in it.
create table exchange (
    id              varchar(36)  not null primary key,
    door            varchar(40)  not null,
    caller_id       varchar(200) not null,
    received_at     timestamp with time zone not null,
    request         ${bytes}     not null,
    facts           ${bytes}     not null
);

create table review (
    assertion_id    varchar(36)  not null primary key,
    exchange_id     varchar(36)  not null references exchange (id),
    order_ref       varchar(200) not null,
    coverage_ref    varchar(200) not null,
    payer           varchar(100) not null,
    policy          varchar(200),
    policy_version  varchar(50),
    content_hash    varchar(64),
    engine          varchar(50)  not null,
    date_of_service date         not null,
    made_on         date         not null,
    determination   varchar(40)  not null,
    question        ${bytes}     not null,
    explanation     ${bytes}     not null
);

create index review_exchange on review (exchange_id);
