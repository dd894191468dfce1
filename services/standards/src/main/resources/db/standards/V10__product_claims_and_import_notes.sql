-- Which standard has a product code or a LARS code: one each. Written in the transaction that stores the event.
CREATE TABLE product_claim (
    kind      text NOT NULL CHECK (kind IN ('code', 'larsCode')),
    code      text NOT NULL,
    reference text NOT NULL,
    PRIMARY KEY (kind, code)
);
CREATE INDEX product_claim_reference ON product_claim (reference);

-- What was stored before: who had it first keeps it.
WITH product (position, reference, product) AS (
    SELECT global_index, reference, convert_from(payload, 'UTF8')::jsonb -> 'product'
      FROM stored_event WHERE payload_type IN ('product-added', 'product-changed')
    UNION ALL
    SELECT global_index, reference, jsonb_array_elements(convert_from(payload, 'UTF8')::jsonb -> 'products')
      FROM stored_event WHERE payload_type = 'standard-registered'
), claim (position, reference, kind, code) AS (
    SELECT position, reference, 'code', product ->> 'code' FROM product
    UNION ALL
    SELECT position, reference, 'larsCode', product ->> 'larsCode' FROM product
)
INSERT INTO product_claim (kind, code, reference)
SELECT DISTINCT ON (kind, code) kind, code, reference FROM claim WHERE code IS NOT NULL ORDER BY kind, code, position;

-- What was taken differently from how it stood in the file, and why.
ALTER TABLE import_result ADD COLUMN notes jsonb NOT NULL DEFAULT '[]';
