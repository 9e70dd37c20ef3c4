-- SchemaSnapshot migration
-- 1 statement loses data and is commented out; with SchemaSnapshotAllowDataLoss=true it stays in.
SET check_function_bodies = false;
SET search_path = '';

BEGIN;

-- locks app.orders (ACCESS EXCLUSIVE)
ALTER TABLE app.orders RENAME COLUMN note TO remark;

DROP VIEW app.open_orders;

ALTER TYPE app.status ADD VALUE 'shipped';

CREATE OR REPLACE FUNCTION app.total_of(customer integer)
 RETURNS numeric
 LANGUAGE sql
 STABLE
AS $function$SELECT coalesce(sum(total), 0) FROM app.orders WHERE customer_id = customer$function$;

-- loses data: the values of app.customers.fax
-- locks app.customers (ACCESS EXCLUSIVE)
-- ALTER TABLE app.customers DROP COLUMN fax;

-- locks app.customers (ACCESS EXCLUSIVE)
ALTER TABLE app.customers ALTER COLUMN email TYPE character varying(320);

-- locks app.customers (ACCESS EXCLUSIVE)
ALTER TABLE app.customers ADD COLUMN created_at timestamp with time zone DEFAULT now() NOT NULL;

-- locks app.orders (ACCESS EXCLUSIVE)
ALTER TABLE app.orders ALTER COLUMN total TYPE numeric(12,2);

-- fails where app.orders has rows without a value; reads the whole table
-- locks app.orders (ACCESS EXCLUSIVE)
ALTER TABLE app.orders ALTER COLUMN total SET NOT NULL;

COMMENT ON TABLE app.orders IS 'One row per order.';

-- fails where app.orders has rows that break it; reads the whole table
-- locks app.orders (ACCESS EXCLUSIVE)
ALTER TABLE app.orders
    ADD CONSTRAINT positive CHECK ((total > (0)::numeric));

-- locks app.orders against writing (SHARE) while it is built
CREATE INDEX orders_customer_idx ON app.orders USING btree (customer_id);

-- fails where app.orders has rows without a counterpart; locks app.orders and app.customers against writing (SHARE ROW EXCLUSIVE)
ALTER TABLE ONLY app.orders
    ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES app.customers(id);

CREATE VIEW app.open_orders AS
 SELECT o.id,
    o.total,
    c.email
   FROM (app.orders o
     JOIN app.customers c ON ((c.id = o.customer_id)))
  WHERE (o.status <> 'paid'::app.status);

COMMIT;
