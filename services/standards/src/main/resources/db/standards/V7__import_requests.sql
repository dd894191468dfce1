-- A file that is handed in again with the same key is the same import. What was handed in without a key has none.
ALTER TABLE import_job ADD COLUMN idempotency_key text;
ALTER TABLE import_job ADD COLUMN fingerprint text;
CREATE UNIQUE INDEX import_job_request ON import_job (submitted_by, idempotency_key);
