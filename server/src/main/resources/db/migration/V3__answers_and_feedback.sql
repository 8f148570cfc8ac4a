-- What was answered to each call, refused ones too, and what clinicians made of it: for disputes, and for the guide's
-- metrics. took_us is empty for exchanges from before it was measured.
alter table exchange add column client varchar(200) default '' not null;
alter table exchange add column status integer default 200 not null;
alter table exchange add column took_us bigint;
alter table exchange add column orders integer default 0 not null;
alter table exchange add column answer ${bytes};
-- The ids of the answer's cards, each between blanks: by it feedback finds its exchange.
alter table exchange add column cards varchar(16000) default '' not null;

-- What the answer said of a review; empty where it said nothing.
alter table review add column covered varchar(20) default '' not null;
alter table review add column pa_needed varchar(20) default '' not null;
alter table review add column doc_needed varchar(20) default '' not null;
alter table review add column questionnaire varchar(300) default '' not null;

-- Both hold all that metrics ask for, so that requests, facts and explanations stay unread.
create index exchange_period on exchange (received_at, id, door, client, status, took_us, orders);
create index review_said on review
    (exchange_id, payer, policy, determination, covered, pa_needed, doc_needed, questionnaire, order_ref);

create table feedback (
    id              varchar(64)  not null primary key,
    received_at     timestamp with time zone not null,
    door            varchar(40)  not null,
    client          varchar(200) not null,
    card            varchar(100) not null,
    outcome         varchar(20)  not null,
    outcome_at      timestamp with time zone not null,
    suggestions     varchar(2100) not null,
    reason_system   varchar(300) not null,
    reason_code     varchar(200) not null,
    reason_display  varchar(300) not null,
    user_comment    varchar(2000) not null,
    entry           ${bytes}     not null,
    exchange_id     varchar(36),
    topic           varchar(100) not null,
    policy          varchar(200) not null
);

create index feedback_card on feedback (card);
create index feedback_period on feedback (received_at, door, client, policy, topic, outcome);

-- Who looked at what is kept. CRD, "additional considerations": access to logs is logged.
create table log_access (
    id              varchar(36)  not null primary key,
    at              timestamp with time zone not null,
    what            varchar(40)  not null,
    assertion_id    varchar(36)  not null,
    by_whom         varchar(200) not null,
    address         varchar(100) not null
);

create index log_access_review on log_access (assertion_id);
