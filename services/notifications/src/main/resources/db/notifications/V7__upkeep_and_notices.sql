-- Nothing is planned for a subscription that was stopped after that position; when it goes on, what it has missed is planned first.
alter table subscription add column stopped_after bigint;
-- Whether what was delivered already is delivered again, or only what was never planned.
alter table replay add column again boolean not null default true;

-- What the owner of a subscription has to know. Of what happens again and again, once for each time that the subscription was started.
create table notice (
    id           uuid primary key     default uuidv7(),
    subscription uuid        not null references subscription on delete cascade,
    kind         text        not null check (kind in ('disabled', 'given-up')),
    reason       text        not null,
    noted_at     timestamptz not null default now(),
    status_since timestamptz not null,
    unique (subscription, kind, status_since)
);
create index notice_noted on notice (noted_at);

-- A mailbox that hears of what happens to that subscription, and of nothing else.
alter table subscription add column notices_for uuid unique references subscription on delete cascade;

create index sent_mail_sent on sent_mail (sent_at);
create index subscription_unconfirmed on subscription (created_at) where status = 'unconfirmed';
