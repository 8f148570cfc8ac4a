-- Subscriptions to what becomes of prior authorization requests, and the outbox of their notifications.
create table pas_subscription (
    id              varchar(36)  not null primary key,
    guide           varchar(10)  not null,
    -- The registered client that it belongs to; empty where it belongs to nobody known, in demonstrations.
    client          varchar(100) not null,
    status          varchar(20)  not null,
    revision        integer      not null,
    resource        ${bytes}     not null,
    ends_at         timestamp with time zone,
    error           varchar(200) not null,
    -- The number of the last event. Whoever adds one locks the row: there are no gaps.
    events          bigint       not null,
    updated_at      timestamp with time zone not null
);

create index pas_subscription_client on pas_subscription (client, guide);
create index pas_subscription_status on pas_subscription (status, ends_at);

-- Where the delivery of a subscription stands. A row of its own, so that who adds an event does not wait for who delivers.
create table pas_delivery (
    subscription_id varchar(36)  not null primary key references pas_subscription (id) on delete cascade,
    heartbeat_at    timestamp with time zone,
    retry_at        timestamp with time zone not null,
    tries           integer      not null,
    failure         varchar(40)  not null,
    failing_since   timestamp with time zone,
    lease           varchar(36)  not null,
    lease_until     timestamp with time zone not null
);

-- One row an event, waiting, delivered or dead. The body is emptied when it has been kept long enough.
create table pas_notification (
    subscription_id   varchar(36)  not null references pas_subscription (id) on delete cascade,
    event_number      bigint       not null,
    happened_at       timestamp with time zone not null,
    case_id           varchar(100) not null,
    claim_response_id varchar(100) not null,
    state             varchar(20)  not null,
    queued_at         timestamp with time zone not null,
    settled_at        timestamp with time zone,
    body              ${bytes},
    primary key (subscription_id, event_number)
);

create index pas_notification_state on pas_notification (state, subscription_id, event_number);
create index pas_notification_queued on pas_notification (queued_at);
