-- Access tokens for the FHIR doors, known to every node. A hash, for whoever reads this table must not be able to call.
create table access_token (
    token_hash   varchar(64)   not null primary key,
    client       varchar(100)  not null,
    scopes       varchar(4000) not null,
    -- SHA-256, in hex, of the certificate that the client got it by (RFC 8705); empty where it showed none.
    certificate  varchar(64)   not null,
    issued_at    timestamp with time zone not null,
    expires_at   timestamp with time zone not null
);

create index access_token_expires_at on access_token (expires_at);
create index access_token_client on access_token (client);
