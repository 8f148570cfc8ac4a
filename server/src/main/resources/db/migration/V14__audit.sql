-- Who did what, in chains: each link has the hash of the one before it. Nothing but retention changes or removes a link.
create table audit_link (
    chain    integer          not null,
    number   bigint           not null,
    at       timestamp with time zone not null,
    kind     varchar(30)      not null,
    body     varchar(1000000) not null,
    previous varchar(64)      not null,
    hash     varchar(64)      not null,
    primary key (chain, number)
);

create index audit_link_at on audit_link (at, chain, number);

-- Where each chain ends, and after which link it begins: what retention removed. Whoever adds links holds the row of one chain
-- until the commit, so that there are several.
create table audit_chain (
    chain         integer     not null primary key,
    number        bigint      not null,
    hash          varchar(64) not null,
    anchor_number bigint      not null,
    anchor_hash   varchar(64) not null
);

insert into audit_chain (chain, number, hash, anchor_number, anchor_hash)
select chain, 0, nothing, 0, nothing from (values
  (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15)) as chains (chain),
  (values ('0000000000000000000000000000000000000000000000000000000000000000')) as hashes (nothing);
