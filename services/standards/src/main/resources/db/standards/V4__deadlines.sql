-- When to look at a standard again because a date passes. The columns are those of db-scheduler; task_instance names the
-- standard and its sequence, such as OCC0218@12: every state of a standard has a look of its own, so that planning the next
-- one never waits for one that is being carried out.
CREATE TABLE deadline (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX deadline_execution_time ON deadline (execution_time);
CREATE INDEX deadline_last_heartbeat ON deadline (last_heartbeat);
CREATE INDEX deadline_reference ON deadline (split_part(task_instance, '@', 1));
