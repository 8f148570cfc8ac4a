-- Since when a form, with all that comes with it, is as it is now: what $questionnaire-package compares changedsince with.
create table form_version (
    canonical   varchar(300) not null primary key,
    hash        varchar(64)  not null,
    since       timestamp with time zone not null
);

-- By it, what a form came to finds the review that it goes on from.
create index exchange_caller on exchange (caller_id, door);
