-- Stretches of the feed that are being planned for a subscription, which is held as long as it has one. Each page moves next_after in
-- the transaction that plans it, so that whoever comes next goes on from there.
create table replay (
    id           uuid primary key     default uuidv7(),
    subscription uuid        not null references subscription on delete cascade,
    next_after   bigint      not null, -- position, exclusive
    through      bigint      not null, -- position, inclusive
    worked_at    timestamptz not null default now() -- the last page, or when somebody took it up
);
create index replay_subscription on replay (subscription);
create index replay_worked on replay (worked_at);

-- What was held for a replay that nobody goes on with.
update lane set due_at = now()
from subscription s
where s.id = lane.subscription and s.status = 'paused'
  and s.status_reason = 'A replay is being planned. If this does not end by itself, resume it.'
  and exists (select from delivery d
              where d.subscription = lane.subscription and d.lane = lane.lane and d.state = 'pending');
update subscription set status = 'active', status_reason = null, status_since = now()
where status = 'paused' and status_reason = 'A replay is being planned. If this does not end by itself, resume it.';
