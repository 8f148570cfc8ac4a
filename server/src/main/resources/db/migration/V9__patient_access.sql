-- Prior authorizations as a member's app and other payers read them: written with the case, in its transaction.
create table patient_access (
    case_id       varchar(36)  not null primary key references pa_case (id),
    payer         varchar(100) not null,
    status        varchar(20)  not null,
    -- Whether something of it is still to be decided.
    open          boolean      not null,
    -- The last day that something of it may be done; none where nothing is authorized.
    good_until    date,
    last_changed  timestamp with time zone not null,
    eob           ${bytes}     not null,
    -- Without what was denied, which other payers do not get; none where nothing is left then.
    eob_granted   ${bytes}
);

-- By what it is found: the hash of system|value. The ids themselves stand in the resource alone.
create table patient_access_member (
    case_id varchar(36) not null references patient_access (case_id),
    hash    varchar(64) not null,
    primary key (hash, case_id)
);

create index patient_access_member_case on patient_access_member (case_id);
create index patient_access_changed on patient_access (last_changed);
