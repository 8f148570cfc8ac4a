-- Which tokens were used already. The primary key makes a token good for one call, on however many nodes.
create table seen_token (
    issuer      varchar(255) not null,
    jti         varchar(255) not null,
    expires_at  timestamp with time zone not null,
    primary key (issuer, jti)
);

create index seen_token_expires_at on seen_token (expires_at);
