-- A replay from a time, or to a time, looks for the first, or the last, position that was recorded on that side of it. The answer lies
-- near the end that is looked from, or far away; each time this index alone has it, without the announcements themselves.
create index feed_position_recorded on feed (position) include (recorded_at);
drop index feed_recorded;
