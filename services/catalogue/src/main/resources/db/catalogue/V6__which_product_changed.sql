-- JSON: which product it was and what happened to it. Nothing for other changes, and for those from before this column.
alter table recent_change add column product text;
