-- Where a standard came from, in the announcement that moved it: whoever follows a route or a level hears what leaves it.
alter table feed add column former_route int, add column former_level int;

update feed set former_route = nullif(before.route, feed.route), former_level = nullif(before.level, feed.level)
from (select position,
             lag(route) over (partition by subject order by sequence) as route,
             lag(level) over (partition by subject order by sequence) as level
      from feed) before
where before.position = feed.position and (before.route <> feed.route or before.level <> feed.level);

create index feed_former_route on feed (former_route, position) where former_route is not null;
create index feed_former_level on feed (former_level, position) where former_level is not null;
