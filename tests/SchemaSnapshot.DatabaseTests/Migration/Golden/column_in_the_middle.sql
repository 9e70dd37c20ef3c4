-- SchemaSnapshot migration
SET check_function_bodies = false;
SET search_path = '';

BEGIN;

-- locks app.orders and app.customers (ACCESS EXCLUSIVE)
ALTER TABLE ONLY app.orders DROP CONSTRAINT orders_customer_id_fkey;

-- locks app.lines and app.orders (ACCESS EXCLUSIVE)
ALTER TABLE ONLY app.lines DROP CONSTRAINT lines_order_id_fkey;

-- locks app.orders (ACCESS EXCLUSIVE)
DROP INDEX app.orders_note_idx;

-- locks app.orders (ACCESS EXCLUSIVE)
ALTER TABLE ONLY app.orders DROP CONSTRAINT orders_pkey;

ALTER TABLE app.orders ALTER COLUMN id DROP IDENTITY;

-- locks app.orders (ACCESS EXCLUSIVE)
ALTER TABLE app.orders RENAME TO orders_old;

CREATE TABLE app.orders (
    id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT orders_id_not_null NOT NULL,
    customer_id integer,
    placed_at date,
    note text
);

-- rewrites the table app.orders: PostgreSQL cannot make this change in place, so that its rows are copied
INSERT INTO app.orders (id, customer_id, note) OVERRIDING SYSTEM VALUE
SELECT id, customer_id, note
FROM app.orders_old;

SELECT setval(pg_get_serial_sequence('app.orders', 'id'), max(id)) FROM app.orders HAVING max(id) > 0;

ALTER TABLE ONLY app.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

CREATE INDEX orders_note_idx ON app.orders USING btree (note);

-- fails where app.lines has rows without a counterpart; locks app.lines and app.orders against writing (SHARE ROW EXCLUSIVE)
ALTER TABLE ONLY app.lines
    ADD CONSTRAINT lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES app.orders(id);

ALTER TABLE ONLY app.orders
    ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES app.customers(id);

DROP TABLE app.orders_old;

COMMIT;
