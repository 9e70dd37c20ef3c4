-- SchemaSnapshot sha256:93bee73ee1ae323e75be42bda25b9266af47a8cf9052c5fdf09028c1e5265c11
-- Run it in an empty database; written by the build, so do not edit it.

SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET search_path = '';
SET default_tablespace = '';
SET default_table_access_method = heap;
SET intervalstyle = 'postgres';
SET xmloption = content;

-- The roles that privileges and policies name belong to the server: where they are missing, they are made without a login.
DO $roles$
DECLARE
    role text;
BEGIN
    FOREACH role IN ARRAY ARRAY['reporting'] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = role) THEN
            EXECUTE pg_catalog.format('CREATE ROLE %I', role);
        END IF;
    END LOOP;
END
$roles$;

CREATE SCHEMA catalog;
COMMENT ON SCHEMA catalog IS 'What can be bought.';

CREATE SCHEMA IF NOT EXISTS public;

CREATE SCHEMA sales;

CREATE EXTENSION citext WITH SCHEMA public VERSION '1.6';

CREATE TYPE sales.money_amount AS (
    amount numeric(12,2),
    currency character(3)
);

CREATE DOMAIN sales.positive AS integer NOT NULL
    CONSTRAINT positive_check CHECK ((VALUE > 0));

CREATE TYPE sales.order_status AS ENUM (
    'new',
    'paid',
    'shipped'
);
COMMENT ON TYPE sales.order_status IS 'The life of an order.';

CREATE TYPE sales.price_range AS RANGE (
    subtype = numeric,
    multirange_type_name = sales.price_multirange
);

CREATE FUNCTION sales.log_ddl;

CREATE FUNCTION sales.order_total;
COMMENT ON FUNCTION sales.order_total() IS 'The sum of the lines.';

CREATE FUNCTION sales.touch;

CREATE FUNCTION sales.close_day;

CREATE SEQUENCE sales.invoice_no AS bigint
    START WITH 1000 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 1 NO CYCLE;
COMMENT ON SEQUENCE sales.invoice_no IS 'Without gaps: taken under a lock.';

CREATE TABLE catalog.categories (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    parent_id bigint,
    slug public.citext NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
COMMENT ON TABLE catalog.categories IS 'A tree of categories.';
COMMENT ON COLUMN catalog.categories.parent_id IS 'Null for the roots.';

ALTER TABLE ONLY catalog.categories
    ADD CONSTRAINT categories_pkey PRIMARY KEY (id);

ALTER TABLE ONLY catalog.categories
    ADD CONSTRAINT categories_slug_key UNIQUE (slug);

CREATE TABLE catalog.product_details (
    product_id bigint NOT NULL,
    description text NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, description)) STORED NOT NULL
);

ALTER TABLE ONLY catalog.product_details
    ADD CONSTRAINT product_details_pkey PRIMARY KEY (product_id);

CREATE INDEX product_details_search_idx ON catalog.product_details USING btree (search);

CREATE TABLE catalog.products (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    category_id bigint NOT NULL,
    sku character varying(40) NOT NULL,
    price numeric(12,2) NOT NULL,
    currency character(3) DEFAULT 'EUR'::bpchar NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT products_price_check CHECK ((price >= (0)::numeric))
);
COMMENT ON TABLE catalog.products IS 'One row per article, sold or not.
Prices are in `currency`; see #42 | pricing.';

ALTER TABLE ONLY catalog.products
    ADD CONSTRAINT products_pkey PRIMARY KEY (id);

CREATE INDEX products_category_id_idx ON catalog.products USING btree (category_id);

CREATE INDEX products_lower_sku_idx ON catalog.products USING btree ();

ALTER TABLE ONLY catalog.products
    ADD CONSTRAINT products_sku_key UNIQUE (sku);

CREATE TABLE sales.customers (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    email public.citext NOT NULL,
    name text,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE sales.customers ENABLE ROW LEVEL SECURITY;

ALTER TABLE ONLY sales.customers
    ADD CONSTRAINT customers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY sales.customers
    ADD CONSTRAINT customers_email_key UNIQUE (email);

CREATE TABLE sales.order_lines (
    order_id bigint NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    line_no integer NOT NULL,
    product_id bigint,
    quantity sales.positive NOT NULL
);
COMMENT ON TABLE sales.order_lines IS 'What was ordered, at the price of that day.';

ALTER TABLE ONLY sales.order_lines
    ADD CONSTRAINT order_lines_pkey PRIMARY KEY (order_id, placed_at, line_no);

CREATE TABLE sales.orders (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    customer_id bigint NOT NULL,
    status sales.order_status DEFAULT 'new'::sales.order_status NOT NULL
)
PARTITION BY RANGE (placed_at);
COMMENT ON TABLE sales.orders IS 'One row per order.';

CREATE TABLE sales.orders_2025 (
    id bigint NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    customer_id bigint NOT NULL,
    status sales.order_status DEFAULT 'new'::sales.order_status NOT NULL
);

ALTER TABLE ONLY sales.orders ATTACH PARTITION sales.orders_2025 FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');

ALTER TABLE ONLY sales.orders_2025
    ADD CONSTRAINT orders_2025_pkey PRIMARY KEY (id, placed_at);

CREATE TABLE sales.orders_2026 (
    id bigint NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    customer_id bigint NOT NULL,
    status sales.order_status DEFAULT 'new'::sales.order_status NOT NULL
);

ALTER TABLE ONLY sales.orders ATTACH PARTITION sales.orders_2026 FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');

ALTER TABLE ONLY sales.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id, placed_at);

CREATE INDEX orders_customer_id_idx ON sales.orders USING btree (customer_id);

ALTER INDEX sales.orders_pkey ATTACH PARTITION sales.orders_2025_pkey;

ALTER TABLE ONLY sales.orders_2026
    ADD CONSTRAINT orders_2026_pkey PRIMARY KEY (id, placed_at);

ALTER INDEX sales.orders_pkey ATTACH PARTITION sales.orders_2026_pkey;

CREATE UNLOGGED TABLE sales.scratch (
    note text
);

ALTER TABLE ONLY catalog.categories
    ADD CONSTRAINT categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES catalog.categories(id);

ALTER TABLE ONLY catalog.product_details
    ADD CONSTRAINT product_details_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.products(id);

ALTER TABLE ONLY catalog.products
    ADD CONSTRAINT products_category_id_fkey FOREIGN KEY (category_id) REFERENCES catalog.categories(id);

ALTER TABLE ONLY sales.order_lines
    ADD CONSTRAINT order_lines_order_id_placed_at_fkey FOREIGN KEY (order_id, placed_at) REFERENCES sales.orders(id, placed_at);

ALTER TABLE ONLY sales.order_lines
    ADD CONSTRAINT order_lines_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.products(id);

ALTER TABLE sales.orders
    ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES sales.customers(id);

CREATE VIEW sales.open_orders AS
 SELECT id,
    customer_id
   FROM sales.orders
  WHERE (status = 'new'::sales.order_status);

CREATE TRIGGER touch BEFORE UPDATE ON sales.orders FOR EACH ROW EXECUTE FUNCTION sales.touch();
COMMENT ON TRIGGER touch ON sales.orders IS 'Keeps the audit columns.';

CREATE POLICY own_row ON sales.customers FOR SELECT USING ((email = CURRENT_USER));

GRANT USAGE ON SCHEMA sales TO reporting;

CREATE EVENT TRIGGER log_ddl ON ddl_command_end EXECUTE FUNCTION sales.log_ddl();
COMMENT ON EVENT TRIGGER log_ddl IS 'Who changed what.';
