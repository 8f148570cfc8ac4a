-- Who of the staff is signed in, known to every node. A hash, for whoever reads this table must not be able to act.
create table staff_session (
    session_hash varchar(64)   not null primary key,
    person       varchar(100)  not null,
    -- What the identity provider calls this person.
    subject      varchar(500)  not null,
    -- JSON: name, credential, roles, payers ..., as the provider told them when the session began.
    facts        varchar(8000) not null,
    started_at   timestamp with time zone not null,
    seen_at      timestamp with time zone not null,
    ends_at      timestamp with time zone not null
);

create index staff_session_person on staff_session (person);
create index staff_session_ends_at on staff_session (ends_at);
