-- Lanes are looked for subscription by subscription, so that one with thousands that are overdue hides nobody's.
create index lane_subscription_due on lane (subscription, due_at) where due_at is not null;
drop index lane_due;
