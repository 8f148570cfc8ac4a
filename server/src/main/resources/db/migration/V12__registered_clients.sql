-- Clients that were registered while the server ran, beside those of its configuration, by the same names. Public keys
-- alone, or where they are: no secret.
create table registered_client (
    id          varchar(100)    not null primary key,
    entry       varchar(200000) not null,
    enabled     boolean         not null,
    revision    bigint          not null,
    changed_at  timestamp with time zone not null,
    changed_by  varchar(100)    not null
);

-- One row: how often anything changed. Nodes look at it, and whoever changes a client locks it.
create table registered_client_version (
    version  bigint not null
);

insert into registered_client_version (version) values (0);
