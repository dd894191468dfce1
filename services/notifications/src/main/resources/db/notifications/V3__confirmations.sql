-- Mail that asked whether mail is wanted, in the last day: outlives the subscription, so that deleting it and asking again does
-- not fill somebody's mailbox. The address is kept as a hash only.
create table confirmation (
    mailbox  bytea       not null, -- SHA-256 of the address in small letters
    owner    text        not null,
    asked_at timestamptz not null default now()
);
create index confirmation_mailbox on confirmation (mailbox, asked_at);
create index confirmation_owner on confirmation (owner, asked_at);
