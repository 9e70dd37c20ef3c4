-- SchemaSnapshot sha256:0ae60202b6baaa84c90af7b4b78c9f9f00fa58c21af8bd2cee1d64d49d481e22
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
    FOREACH role IN ARRAY ARRAY['storefront_app', 'storefront_reporting', 'storefront_support'] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = role) THEN
            EXECUTE pg_catalog.format('CREATE ROLE %I', role);
        END IF;
    END LOOP;
END
$roles$;

DROP SCHEMA IF EXISTS public;

CREATE SCHEMA audit;
COMMENT ON SCHEMA audit IS 'Who changed what, written by triggers alone.';

CREATE SCHEMA catalog;
COMMENT ON SCHEMA catalog IS 'What the shop sells: products, their variants, categories and prices.';

CREATE SCHEMA common;
COMMENT ON SCHEMA common IS 'Types, reference data and trigger functions that every other schema uses.';

CREATE SCHEMA customers;
COMMENT ON SCHEMA customers IS 'Who buys: accounts, addresses and what they consented to. Personal data.';

CREATE SCHEMA inventory;
COMMENT ON SCHEMA inventory IS 'What lies in which warehouse, and how it got there.';

CREATE SCHEMA marketing;
COMMENT ON SCHEMA marketing IS 'Campaigns, coupons and product reviews.';

CREATE SCHEMA sales;
COMMENT ON SCHEMA sales IS 'From the cart to the parcel: carts, orders, payments and shipments.';

CREATE TYPE catalog.product_status AS ENUM (
    'draft',
    'active',
    'retired'
);
COMMENT ON TYPE catalog.product_status IS 'The life of a product; only active ones are for sale.';

CREATE TYPE common.postal_address AS (
    recipient text,
    line1 text,
    line2 text,
    postal_code text,
    city text,
    country_code character(2)
);
COMMENT ON TYPE common.postal_address IS 'An address as it was at one moment; orders keep a copy, not a reference.';

CREATE DOMAIN common.amount AS numeric(12,2)
    CONSTRAINT amount_not_negative_check CHECK ((VALUE >= (0)::numeric));
COMMENT ON DOMAIN common.amount IS 'An amount of money in the currency of the row; never negative.';

CREATE DOMAIN common.country_code AS character(2)
    CONSTRAINT country_code_format_check CHECK ((VALUE ~ '^[A-Z]{2}$'::text));
COMMENT ON DOMAIN common.country_code IS 'A country by its ISO 3166-1 alpha-2 code.';

CREATE DOMAIN common.currency_code AS character(3)
    CONSTRAINT currency_code_format_check CHECK ((VALUE ~ '^[A-Z]{3}$'::text));
COMMENT ON DOMAIN common.currency_code IS 'A currency by its ISO 4217 code.';

CREATE DOMAIN common.email_address AS text
    CONSTRAINT email_address_format_check CHECK ((VALUE ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text))
    CONSTRAINT email_address_length_check CHECK ((char_length(VALUE) <= 254));
COMMENT ON DOMAIN common.email_address IS 'An e-mail address as the customer wrote it; compare it by lower().';

CREATE DOMAIN common.slug AS text
    CONSTRAINT slug_format_check CHECK ((VALUE ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
COMMENT ON DOMAIN common.slug IS 'The readable part of a URL: lower case, digits and single hyphens.';

CREATE TYPE customers.account_status AS ENUM (
    'unverified',
    'active',
    'locked',
    'closed'
);
COMMENT ON TYPE customers.account_status IS 'Closed accounts keep their orders but no personal data.';

CREATE TYPE customers.address_kind AS ENUM (
    'billing',
    'shipping'
);
COMMENT ON TYPE customers.address_kind IS 'What an address is for.';

CREATE TYPE inventory.movement_reason AS ENUM (
    'receipt',
    'sale',
    'return',
    'transfer',
    'correction'
);
COMMENT ON TYPE inventory.movement_reason IS 'Why stock changed.';

CREATE TYPE marketing.discount_kind AS ENUM (
    'percent',
    'amount',
    'free_shipping'
);
COMMENT ON TYPE marketing.discount_kind IS 'What a coupon takes off.';

CREATE TYPE sales.order_status AS ENUM (
    'placed',
    'paid',
    'packed',
    'shipped',
    'delivered',
    'returned',
    'cancelled'
);
COMMENT ON TYPE sales.order_status IS 'The way of an order; sales.check_order_status() knows the allowed steps.';

CREATE TYPE sales.payment_method AS ENUM (
    'card',
    'sepa_debit',
    'paypal',
    'invoice'
);
COMMENT ON TYPE sales.payment_method IS 'How an order is paid.';

CREATE TYPE sales.payment_status AS ENUM (
    'authorized',
    'captured',
    'failed',
    'refunded'
);
COMMENT ON TYPE sales.payment_status IS 'What the payment provider last said.';

CREATE OR REPLACE FUNCTION audit.record_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
BEGIN
    INSERT INTO audit.changes (table_name, operation, old_row, new_row)
    VALUES (
        TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME,
        TG_OP,
        CASE WHEN TG_OP <> 'INSERT' THEN pg_catalog.to_jsonb(OLD) END,
        CASE WHEN TG_OP <> 'DELETE' THEN pg_catalog.to_jsonb(NEW) END);
    RETURN NULL;
END;
$function$;
COMMENT ON FUNCTION audit.record_change() IS 'Trigger function: writes the change down with the rights of its owner, so that nobody else needs any.';

CREATE OR REPLACE FUNCTION catalog.current_price(variant bigint, currency common.currency_code, at_time timestamp with time zone DEFAULT now())
 RETURNS numeric
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    SELECT p.amount
    FROM catalog.prices p
    WHERE p.variant_id = variant AND p.currency_code = currency AND p.valid_from <= at_time
    ORDER BY p.valid_from DESC
    LIMIT 1
$function$;
COMMENT ON FUNCTION catalog.current_price(bigint, common.currency_code, timestamp with time zone) IS 'The price of a variant at a moment; null where it has none.';

CREATE OR REPLACE FUNCTION catalog.search_products(query text, max_results integer DEFAULT 20)
 RETURNS TABLE(product_id bigint, name text, rank real)
 LANGUAGE sql
 STABLE ROWS 20
AS $function$
    SELECT p.product_id, p.name::text, ts_rank(p.search_vector, q.tsquery)
    FROM catalog.products p, websearch_to_tsquery('english', query) AS q (tsquery)
    WHERE p.status = 'active' AND p.search_vector @@ q.tsquery
    ORDER BY 3 DESC, 1
    LIMIT max_results
$function$;
COMMENT ON FUNCTION catalog.search_products(text, integer) IS 'Full-text search over what is for sale, best first.';

CREATE OR REPLACE FUNCTION common.touch_updated_at()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
    NEW.updated_at := pg_catalog.now();
    RETURN NEW;
END;
$function$;
COMMENT ON FUNCTION common.touch_updated_at() IS 'Trigger function: sets updated_at to the time of the transaction.';

CREATE OR REPLACE FUNCTION customers.current_account_id()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    SELECT nullif(current_setting('storefront.account_id', true), '')::bigint
$function$;
COMMENT ON FUNCTION customers.current_account_id() IS 'The account the request is for; null outside of one.';

CREATE OR REPLACE FUNCTION inventory.apply_movement()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
    UPDATE inventory.stock_levels
    SET on_hand = on_hand + NEW.quantity
    WHERE warehouse_id = NEW.warehouse_id AND variant_id = NEW.variant_id;
    RETURN NULL;
END;
$function$;
COMMENT ON FUNCTION inventory.apply_movement() IS 'Trigger function: carries a movement over into the stock level.';

CREATE OR REPLACE PROCEDURE inventory.add_next_partition()
 LANGUAGE plpgsql
AS $procedure$
DECLARE
    next_year integer := to_char(now() + interval '1 year', 'YYYY');
BEGIN
    EXECUTE format(
        'CREATE TABLE IF NOT EXISTS inventory.stock_movements_%s PARTITION OF inventory.stock_movements FOR VALUES FROM (%L) TO (%L)',
        next_year, next_year || '-01-01 00:00:00+00', (next_year + 1) || '-01-01 00:00:00+00');
END;
$procedure$;
COMMENT ON PROCEDURE inventory.add_next_partition() IS 'Makes next year''s partition of the movements; run it each December.';

CREATE OR REPLACE FUNCTION sales.check_order_status()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
    IF (OLD.status, NEW.status) NOT IN (
        ('placed', 'paid'), ('placed', 'cancelled'), ('paid', 'packed'), ('paid', 'cancelled'),
        ('packed', 'shipped'), ('shipped', 'delivered'), ('delivered', 'returned'))
    THEN
        RAISE EXCEPTION 'order % cannot go from % to %', NEW.order_number, OLD.status, NEW.status
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END;
$function$;
COMMENT ON FUNCTION sales.check_order_status() IS 'Trigger function: lets an order take the allowed steps only.';

CREATE OR REPLACE FUNCTION sales.require_order_line()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
BEGIN
    IF NOT EXISTS (SELECT FROM sales.order_lines l WHERE l.order_id = NEW.order_id) THEN
        RAISE EXCEPTION 'order % has no line', NEW.order_number USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END;
$function$;
COMMENT ON FUNCTION sales.require_order_line() IS 'Trigger function: an order has a line by the end of its transaction.';

CREATE OR REPLACE PROCEDURE sales.expire_carts()
 LANGUAGE sql
AS $procedure$
    DELETE FROM sales.carts WHERE updated_at < now() - interval '30 days'
$procedure$;
COMMENT ON PROCEDURE sales.expire_carts() IS 'Deletes carts nobody touched for 30 days; run it each night.';

CREATE SEQUENCE inventory.stock_movement_id_seq AS bigint
    START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 CACHE 20 NO CYCLE;
COMMENT ON SEQUENCE inventory.stock_movement_id_seq IS 'Numbers the movements of all partitions.';

CREATE SEQUENCE sales.order_number_seq AS integer
    START WITH 10000 INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 NO CYCLE;
COMMENT ON SEQUENCE sales.order_number_seq IS 'The number in order_number. Gaps are fine.';

CREATE TABLE audit.changes (
    change_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    changed_by text DEFAULT SESSION_USER NOT NULL,
    table_name text NOT NULL,
    operation text NOT NULL,
    old_row jsonb,
    new_row jsonb,
    CONSTRAINT changes_operation_check CHECK ((operation = ANY (ARRAY['INSERT'::text, 'UPDATE'::text, 'DELETE'::text]))),
    CONSTRAINT changes_rows_check CHECK ((num_nonnulls(old_row, new_row) > 0))
);
COMMENT ON TABLE audit.changes IS 'One row per changed row of the tables that are watched. Append-only.';
COMMENT ON COLUMN audit.changes.change_id IS 'Surrogate key.';
COMMENT ON COLUMN audit.changes.changed_at IS 'Time of the transaction.';
COMMENT ON COLUMN audit.changes.changed_by IS 'The role that logged in.';
COMMENT ON COLUMN audit.changes.table_name IS 'Schema and table.';
COMMENT ON COLUMN audit.changes.operation IS 'INSERT, UPDATE or DELETE.';
COMMENT ON COLUMN audit.changes.old_row IS 'The row before; null for an insert.';
COMMENT ON COLUMN audit.changes.new_row IS 'The row after; null for a delete.';

ALTER TABLE ONLY audit.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (change_id);

CREATE INDEX changes_table_name_changed_at_idx ON audit.changes USING btree (table_name, changed_at DESC);

CREATE TABLE catalog.brands (
    brand_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    slug common.slug NOT NULL,
    name text NOT NULL,
    website text,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);
COMMENT ON TABLE catalog.brands IS 'The makers of the products.';
COMMENT ON COLUMN catalog.brands.brand_id IS 'Surrogate key.';
COMMENT ON COLUMN catalog.brands.slug IS 'Names the brand in URLs.';
COMMENT ON COLUMN catalog.brands.name IS 'The name as the maker writes it.';
COMMENT ON COLUMN catalog.brands.website IS 'The maker''s own site.';
COMMENT ON COLUMN catalog.brands.created_at IS 'When the row was made.';

ALTER TABLE ONLY catalog.brands
    ADD CONSTRAINT brands_pkey PRIMARY KEY (brand_id);

ALTER TABLE ONLY catalog.brands
    ADD CONSTRAINT brands_name_key UNIQUE (name);

ALTER TABLE ONLY catalog.brands
    ADD CONSTRAINT brands_slug_key UNIQUE (slug);

CREATE TABLE catalog.categories (
    category_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    parent_id bigint,
    slug common.slug NOT NULL,
    name text NOT NULL,
    "position" integer DEFAULT 0 NOT NULL,
    CONSTRAINT categories_not_own_parent_check CHECK ((parent_id <> category_id))
);
COMMENT ON TABLE catalog.categories IS 'The tree by which customers browse.';
COMMENT ON COLUMN catalog.categories.category_id IS 'Surrogate key.';
COMMENT ON COLUMN catalog.categories.parent_id IS 'The category above; null for a top-level one.';
COMMENT ON COLUMN catalog.categories.slug IS 'Names the category in URLs.';
COMMENT ON COLUMN catalog.categories.name IS 'What the menu shows.';
COMMENT ON COLUMN catalog.categories."position" IS 'The order among its siblings.';

ALTER TABLE ONLY catalog.categories
    ADD CONSTRAINT categories_pkey PRIMARY KEY (category_id);

CREATE INDEX categories_parent_id_position_idx ON catalog.categories USING btree (parent_id, "position");

ALTER TABLE ONLY catalog.categories
    ADD CONSTRAINT categories_slug_key UNIQUE (slug);

CREATE TABLE catalog.prices (
    variant_id bigint NOT NULL,
    currency_code common.currency_code NOT NULL,
    valid_from timestamp with time zone DEFAULT now() NOT NULL,
    amount common.amount NOT NULL,
    list_amount common.amount,
    CONSTRAINT prices_list_amount_check CHECK (((list_amount)::numeric >= (amount)::numeric))
);
COMMENT ON TABLE catalog.prices IS 'The history of prices, net of VAT; the latest that has begun is the one that counts.';
COMMENT ON COLUMN catalog.prices.variant_id IS 'What is priced.';
COMMENT ON COLUMN catalog.prices.currency_code IS 'The currency of both amounts.';
COMMENT ON COLUMN catalog.prices.valid_from IS 'When the price begins; may lie in the future.';
COMMENT ON COLUMN catalog.prices.amount IS 'What the customer pays for one.';
COMMENT ON COLUMN catalog.prices.list_amount IS 'The price that is shown struck through.';

ALTER TABLE ONLY catalog.prices
    ADD CONSTRAINT prices_pkey PRIMARY KEY (variant_id, currency_code, valid_from);

CREATE INDEX prices_latest_idx ON catalog.prices USING btree (variant_id, currency_code, valid_from DESC) INCLUDE (amount, list_amount);
COMMENT ON INDEX catalog.prices_latest_idx IS 'Answers "what does it cost now" from the index alone.';

CREATE TABLE catalog.product_categories (
    product_id bigint NOT NULL,
    category_id bigint NOT NULL,
    is_primary boolean DEFAULT false NOT NULL
);
COMMENT ON TABLE catalog.product_categories IS 'Which product stands in which categories.';
COMMENT ON COLUMN catalog.product_categories.product_id IS 'The product.';
COMMENT ON COLUMN catalog.product_categories.category_id IS 'One of its categories.';
COMMENT ON COLUMN catalog.product_categories.is_primary IS 'The category of the breadcrumb; at most one per product.';

ALTER TABLE ONLY catalog.product_categories
    ADD CONSTRAINT product_categories_pkey PRIMARY KEY (product_id, category_id);

CREATE INDEX product_categories_category_id_idx ON catalog.product_categories USING btree (category_id);

CREATE UNIQUE INDEX product_categories_one_primary_idx ON catalog.product_categories USING btree (product_id) WHERE is_primary;

CREATE TABLE catalog.product_variants (
    variant_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    product_id bigint NOT NULL,
    sku character varying(40) NOT NULL,
    gtin character varying(14),
    options jsonb DEFAULT '{}'::jsonb NOT NULL,
    weight_g integer NOT NULL,
    length_mm integer NOT NULL,
    width_mm integer NOT NULL,
    height_mm integer NOT NULL,
    volume_mm3 bigint GENERATED ALWAYS AS ((((length_mm)::bigint * width_mm) * height_mm)) STORED,
    is_active boolean DEFAULT true NOT NULL,
    CONSTRAINT product_variants_gtin_check CHECK (((gtin)::text ~ '^[0-9]{8}([0-9]{4,6})?$'::text)),
    CONSTRAINT product_variants_options_check CHECK ((jsonb_typeof(options) = 'object'::text)),
    CONSTRAINT product_variants_size_check CHECK (((weight_g > 0) AND (length_mm > 0) AND (width_mm > 0) AND (height_mm > 0)))
);
COMMENT ON TABLE catalog.product_variants IS 'One row per thing that can be put into a cart: a product in one size and colour.';
COMMENT ON COLUMN catalog.product_variants.variant_id IS 'Surrogate key.';
COMMENT ON COLUMN catalog.product_variants.product_id IS 'The product it is a variant of.';
COMMENT ON COLUMN catalog.product_variants.sku IS 'The stock-keeping unit on the shelf label.';
COMMENT ON COLUMN catalog.product_variants.gtin IS 'The number under the barcode: GTIN-8, -12, -13 or -14.';
COMMENT ON COLUMN catalog.product_variants.options IS 'What sets it apart from its siblings: {"size": "M", "colour": "red"}.';
COMMENT ON COLUMN catalog.product_variants.weight_g IS 'Packed weight in grams.';
COMMENT ON COLUMN catalog.product_variants.length_mm IS 'Packed length in millimetres.';
COMMENT ON COLUMN catalog.product_variants.width_mm IS 'Packed width in millimetres.';
COMMENT ON COLUMN catalog.product_variants.height_mm IS 'Packed height in millimetres.';
COMMENT ON COLUMN catalog.product_variants.volume_mm3 IS 'For choosing the parcel.';
COMMENT ON COLUMN catalog.product_variants.is_active IS 'Whether it may be ordered while its product is active.';

ALTER TABLE ONLY catalog.product_variants
    ADD CONSTRAINT product_variants_pkey PRIMARY KEY (variant_id);

CREATE UNIQUE INDEX product_variants_gtin_idx ON catalog.product_variants USING btree (gtin) WHERE (gtin IS NOT NULL);

ALTER TABLE ONLY catalog.product_variants
    ADD CONSTRAINT product_variants_product_id_options_key UNIQUE (product_id, options);

ALTER TABLE ONLY catalog.product_variants
    ADD CONSTRAINT product_variants_sku_key UNIQUE (sku);

CREATE TABLE catalog.products (
    product_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    brand_id bigint NOT NULL,
    slug common.slug NOT NULL,
    name character varying(200) NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    status catalog.product_status DEFAULT 'draft'::catalog.product_status NOT NULL,
    launched_on date,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    search_vector tsvector GENERATED ALWAYS AS ((setweight(to_tsvector('english'::regconfig, (name)::text), 'A'::"char") || setweight(to_tsvector('english'::regconfig, description), 'B'::"char"))) STORED,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT products_active_is_launched_check CHECK (((status <> 'active'::catalog.product_status) OR (launched_on IS NOT NULL))),
    CONSTRAINT products_name_not_blank_check CHECK ((btrim((name)::text) <> ''::text))
);
COMMENT ON TABLE catalog.products IS 'One row per product as customers see it; what they buy is a variant of it.';
COMMENT ON COLUMN catalog.products.product_id IS 'Surrogate key.';
COMMENT ON COLUMN catalog.products.brand_id IS 'Who makes it.';
COMMENT ON COLUMN catalog.products.slug IS 'Names the product in URLs.';
COMMENT ON COLUMN catalog.products.name IS 'The title of the product page.';
COMMENT ON COLUMN catalog.products.description IS 'Markdown.';
COMMENT ON COLUMN catalog.products.status IS 'Only active products are for sale.';
COMMENT ON COLUMN catalog.products.launched_on IS 'The first day on sale.';
COMMENT ON COLUMN catalog.products.tags IS 'Free labels for filters.';
COMMENT ON COLUMN catalog.products.search_vector IS 'What the full-text search looks at: the name counts more than the description.';
COMMENT ON COLUMN catalog.products.created_at IS 'When the row was made.';
COMMENT ON COLUMN catalog.products.updated_at IS 'Kept by a trigger.';
COMMENT ON CONSTRAINT products_active_is_launched_check ON catalog.products IS 'What is for sale has a first day on sale.';

ALTER TABLE ONLY catalog.products
    ADD CONSTRAINT products_pkey PRIMARY KEY (product_id);

CREATE INDEX products_active_launched_on_idx ON catalog.products USING btree (launched_on DESC) WHERE (status = 'active'::catalog.product_status);
COMMENT ON INDEX catalog.products_active_launched_on_idx IS 'Serves the page "New in the shop".';

CREATE INDEX products_brand_id_idx ON catalog.products USING btree (brand_id);

CREATE INDEX products_search_vector_idx ON catalog.products USING gin (search_vector);

CREATE INDEX products_tags_idx ON catalog.products USING gin (tags);

ALTER TABLE ONLY catalog.products
    ADD CONSTRAINT products_slug_key UNIQUE (slug);

CREATE TABLE common.countries (
    country_code common.country_code NOT NULL,
    name text NOT NULL,
    vat_rate numeric(4,2) DEFAULT 0 NOT NULL,
    ships_to boolean DEFAULT false NOT NULL,
    CONSTRAINT countries_vat_rate_check CHECK (((vat_rate >= (0)::numeric) AND (vat_rate <= (50)::numeric)))
);
COMMENT ON TABLE common.countries IS 'The countries the shop knows, and whether it ships there.';
COMMENT ON COLUMN common.countries.country_code IS 'ISO 3166-1 alpha-2.';
COMMENT ON COLUMN common.countries.name IS 'The English short name.';
COMMENT ON COLUMN common.countries.vat_rate IS 'The standard rate in percent.';
COMMENT ON COLUMN common.countries.ships_to IS 'Whether the checkout offers the country.';

ALTER TABLE ONLY common.countries
    ADD CONSTRAINT countries_pkey PRIMARY KEY (country_code);

ALTER TABLE ONLY common.countries
    ADD CONSTRAINT countries_name_key UNIQUE (name);

CREATE TABLE customers.accounts (
    account_id bigint GENERATED ALWAYS AS IDENTITY (START WITH 100001) NOT NULL,
    email common.email_address NOT NULL,
    display_name text NOT NULL,
    status customers.account_status DEFAULT 'unverified'::customers.account_status NOT NULL,
    locale text COLLATE pg_catalog."C" DEFAULT 'en'::text NOT NULL,
    referred_by bigint,
    last_seen_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT accounts_locale_check CHECK ((locale ~ '^[a-z]{2}(-[A-Z]{2})?$'::text)),
    CONSTRAINT accounts_not_own_referrer_check CHECK ((referred_by <> account_id))
);
ALTER TABLE customers.accounts ENABLE ROW LEVEL SECURITY;
COMMENT ON TABLE customers.accounts IS 'One row per customer. Guests have a cart only, and open an account to order.';
COMMENT ON COLUMN customers.accounts.account_id IS 'Surrogate key; also the customer number on letters.';
COMMENT ON COLUMN customers.accounts.email IS 'The login; unique whatever its case.';
COMMENT ON COLUMN customers.accounts.display_name IS 'How letters address the customer.';
COMMENT ON COLUMN customers.accounts.status IS 'Only active accounts may order.';
COMMENT ON COLUMN customers.accounts.locale IS 'Language, optionally with a region: en, de-AT.';
COMMENT ON COLUMN customers.accounts.referred_by IS 'The customer who invited this one.';
COMMENT ON COLUMN customers.accounts.last_seen_at IS 'Last login.';
COMMENT ON COLUMN customers.accounts.created_at IS 'When the account was opened.';
COMMENT ON COLUMN customers.accounts.updated_at IS 'Kept by a trigger.';

ALTER TABLE ONLY customers.accounts
    ADD CONSTRAINT accounts_pkey PRIMARY KEY (account_id);

CREATE UNIQUE INDEX accounts_email_idx ON customers.accounts USING btree (lower((email)::text));
COMMENT ON INDEX customers.accounts_email_idx IS 'One account per address, whatever its case.';

CREATE INDEX accounts_referred_by_idx ON customers.accounts USING btree (referred_by) WHERE (referred_by IS NOT NULL);

CREATE TABLE customers.addresses (
    address_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    account_id bigint NOT NULL,
    kind customers.address_kind NOT NULL,
    is_default boolean DEFAULT false NOT NULL,
    recipient text NOT NULL,
    line1 text NOT NULL,
    line2 text,
    postal_code character varying(12) NOT NULL,
    city text NOT NULL,
    country_code common.country_code NOT NULL
);
ALTER TABLE customers.addresses ENABLE ROW LEVEL SECURITY;
COMMENT ON TABLE customers.addresses IS 'The address book of each account.';
COMMENT ON COLUMN customers.addresses.address_id IS 'Surrogate key.';
COMMENT ON COLUMN customers.addresses.account_id IS 'Whose address book.';
COMMENT ON COLUMN customers.addresses.kind IS 'For the bill or for the parcel.';
COMMENT ON COLUMN customers.addresses.is_default IS 'Preselected at the checkout; at most one per account and kind.';
COMMENT ON COLUMN customers.addresses.recipient IS 'First line on the label.';
COMMENT ON COLUMN customers.addresses.line1 IS 'Street and number.';
COMMENT ON COLUMN customers.addresses.line2 IS 'Floor, flat, care of.';
COMMENT ON COLUMN customers.addresses.postal_code IS 'As the country writes it.';
COMMENT ON COLUMN customers.addresses.city IS 'Town.';
COMMENT ON COLUMN customers.addresses.country_code IS 'Country.';

ALTER TABLE ONLY customers.addresses
    ADD CONSTRAINT addresses_pkey PRIMARY KEY (address_id);

CREATE INDEX addresses_country_code_idx ON customers.addresses USING btree (country_code);

CREATE UNIQUE INDEX addresses_one_default_idx ON customers.addresses USING btree (account_id, kind) WHERE is_default;

ALTER TABLE ONLY customers.addresses
    ADD CONSTRAINT addresses_account_id_address_id_key UNIQUE (account_id, address_id);
COMMENT ON CONSTRAINT addresses_account_id_address_id_key ON customers.addresses IS 'Lets a cart refer to an address of its own account only.';

CREATE TABLE customers.consents (
    account_id bigint NOT NULL,
    purpose text NOT NULL,
    given_at timestamp with time zone DEFAULT now() NOT NULL,
    withdrawn_at timestamp with time zone,
    evidence jsonb DEFAULT '{}'::jsonb NOT NULL,
    CONSTRAINT consents_order_check CHECK ((withdrawn_at > given_at)),
    CONSTRAINT consents_purpose_check CHECK ((purpose = ANY (ARRAY['newsletter'::text, 'profiling'::text, 'third_party'::text])))
);
COMMENT ON TABLE customers.consents IS 'What each customer agreed to, and until when. Rows are never updated but to withdraw.';
COMMENT ON COLUMN customers.consents.account_id IS 'Who agreed.';
COMMENT ON COLUMN customers.consents.purpose IS 'newsletter, profiling or third_party.';
COMMENT ON COLUMN customers.consents.given_at IS 'When consent was given.';
COMMENT ON COLUMN customers.consents.withdrawn_at IS 'When it was withdrawn; null while it stands.';
COMMENT ON COLUMN customers.consents.evidence IS 'Form, version of the text and IP address, for the authority.';

ALTER TABLE ONLY customers.consents
    ADD CONSTRAINT consents_pkey PRIMARY KEY (account_id, purpose, given_at);

CREATE TABLE inventory.stock_levels (
    warehouse_id smallint NOT NULL,
    variant_id bigint NOT NULL,
    on_hand integer DEFAULT 0 NOT NULL,
    reserved integer DEFAULT 0 NOT NULL,
    available integer GENERATED ALWAYS AS ((on_hand - reserved)) STORED,
    reorder_point integer,
    CONSTRAINT stock_levels_reserved_check CHECK (((reserved >= 0) AND (reserved <= on_hand)))
)
WITH (fillfactor=80);
COMMENT ON TABLE inventory.stock_levels IS 'How many of each variant lie in each warehouse. Kept by the movements.';
COMMENT ON COLUMN inventory.stock_levels.warehouse_id IS 'Where.';
COMMENT ON COLUMN inventory.stock_levels.variant_id IS 'What.';
COMMENT ON COLUMN inventory.stock_levels.on_hand IS 'Pieces on the shelf.';
COMMENT ON COLUMN inventory.stock_levels.reserved IS 'Pieces promised to orders that have not left yet.';
COMMENT ON COLUMN inventory.stock_levels.available IS 'Pieces that can still be sold.';
COMMENT ON COLUMN inventory.stock_levels.reorder_point IS 'Below this the buyer is told; null where nobody watches.';

ALTER TABLE ONLY inventory.stock_levels
    ADD CONSTRAINT stock_levels_pkey PRIMARY KEY (warehouse_id, variant_id);

CREATE INDEX stock_levels_variant_id_idx ON inventory.stock_levels USING btree (variant_id) INCLUDE (available);

CREATE TABLE inventory.stock_movements (
    movement_id bigint DEFAULT nextval('inventory.stock_movement_id_seq'::regclass) NOT NULL,
    moved_at timestamp with time zone DEFAULT now() NOT NULL,
    warehouse_id smallint NOT NULL,
    variant_id bigint NOT NULL,
    quantity integer NOT NULL,
    reason inventory.movement_reason NOT NULL,
    reference text,
    CONSTRAINT stock_movements_quantity_check CHECK ((quantity <> 0))
)
PARTITION BY RANGE (moved_at);
COMMENT ON TABLE inventory.stock_movements IS 'Every change of stock, for ever: one partition a year.';
COMMENT ON COLUMN inventory.stock_movements.movement_id IS 'Number of the movement.';
COMMENT ON COLUMN inventory.stock_movements.moved_at IS 'When; also the partition key.';
COMMENT ON COLUMN inventory.stock_movements.warehouse_id IS 'Where.';
COMMENT ON COLUMN inventory.stock_movements.variant_id IS 'What.';
COMMENT ON COLUMN inventory.stock_movements.quantity IS 'Pieces: positive came in, negative went out.';
COMMENT ON COLUMN inventory.stock_movements.reason IS 'Why.';
COMMENT ON COLUMN inventory.stock_movements.reference IS 'The order, delivery note or count sheet behind it.';

ALTER SEQUENCE inventory.stock_movement_id_seq OWNED BY inventory.stock_movements.movement_id;

CREATE TABLE inventory.stock_movements_2025 (
    movement_id bigint DEFAULT nextval('inventory.stock_movement_id_seq'::regclass) NOT NULL,
    moved_at timestamp with time zone DEFAULT now() NOT NULL,
    warehouse_id smallint NOT NULL,
    variant_id bigint NOT NULL,
    quantity integer NOT NULL,
    reason inventory.movement_reason NOT NULL,
    reference text,
    CONSTRAINT stock_movements_quantity_check CHECK ((quantity <> 0))
);
COMMENT ON TABLE inventory.stock_movements_2025 IS 'The movements of 2025.';

ALTER TABLE ONLY inventory.stock_movements ATTACH PARTITION inventory.stock_movements_2025 FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');

ALTER TABLE ONLY inventory.stock_movements_2025
    ADD CONSTRAINT stock_movements_2025_pkey PRIMARY KEY (movement_id, moved_at);

CREATE INDEX stock_movements_2025_moved_at_idx ON inventory.stock_movements_2025 USING brin (moved_at) WITH (pages_per_range='64');

CREATE INDEX stock_movements_2025_variant_id_warehouse_id_moved_at_idx ON inventory.stock_movements_2025 USING btree (variant_id, warehouse_id, moved_at DESC);

CREATE TABLE inventory.stock_movements_2026 (
    movement_id bigint DEFAULT nextval('inventory.stock_movement_id_seq'::regclass) NOT NULL,
    moved_at timestamp with time zone DEFAULT now() NOT NULL,
    warehouse_id smallint NOT NULL,
    variant_id bigint NOT NULL,
    quantity integer NOT NULL,
    reason inventory.movement_reason NOT NULL,
    reference text,
    CONSTRAINT stock_movements_quantity_check CHECK ((quantity <> 0))
);
COMMENT ON TABLE inventory.stock_movements_2026 IS 'The movements of 2026.';

ALTER TABLE ONLY inventory.stock_movements ATTACH PARTITION inventory.stock_movements_2026 FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');

ALTER TABLE ONLY inventory.stock_movements_2026
    ADD CONSTRAINT stock_movements_2026_pkey PRIMARY KEY (movement_id, moved_at);

CREATE INDEX stock_movements_2026_moved_at_idx ON inventory.stock_movements_2026 USING brin (moved_at) WITH (pages_per_range='64');

CREATE INDEX stock_movements_2026_variant_id_warehouse_id_moved_at_idx ON inventory.stock_movements_2026 USING btree (variant_id, warehouse_id, moved_at DESC);

CREATE TABLE inventory.stock_movements_other (
    movement_id bigint DEFAULT nextval('inventory.stock_movement_id_seq'::regclass) NOT NULL,
    moved_at timestamp with time zone DEFAULT now() NOT NULL,
    warehouse_id smallint NOT NULL,
    variant_id bigint NOT NULL,
    quantity integer NOT NULL,
    reason inventory.movement_reason NOT NULL,
    reference text,
    CONSTRAINT stock_movements_quantity_check CHECK ((quantity <> 0))
);
COMMENT ON TABLE inventory.stock_movements_other IS 'Catches what has no partition yet; should stay empty.';

ALTER TABLE ONLY inventory.stock_movements ATTACH PARTITION inventory.stock_movements_other DEFAULT;

ALTER TABLE ONLY inventory.stock_movements
    ADD CONSTRAINT stock_movements_pkey PRIMARY KEY (movement_id, moved_at);

CREATE INDEX stock_movements_moved_at_idx ON ONLY inventory.stock_movements USING brin (moved_at) WITH (pages_per_range='64');

CREATE INDEX stock_movements_stock_level_idx ON ONLY inventory.stock_movements USING btree (variant_id, warehouse_id, moved_at DESC);

ALTER INDEX inventory.stock_movements_pkey ATTACH PARTITION inventory.stock_movements_2025_pkey;

ALTER INDEX inventory.stock_movements_moved_at_idx ATTACH PARTITION inventory.stock_movements_2025_moved_at_idx;

ALTER INDEX inventory.stock_movements_stock_level_idx ATTACH PARTITION inventory.stock_movements_2025_variant_id_warehouse_id_moved_at_idx;

ALTER INDEX inventory.stock_movements_pkey ATTACH PARTITION inventory.stock_movements_2026_pkey;

ALTER INDEX inventory.stock_movements_moved_at_idx ATTACH PARTITION inventory.stock_movements_2026_moved_at_idx;

ALTER INDEX inventory.stock_movements_stock_level_idx ATTACH PARTITION inventory.stock_movements_2026_variant_id_warehouse_id_moved_at_idx;

ALTER TABLE ONLY inventory.stock_movements_other
    ADD CONSTRAINT stock_movements_other_pkey PRIMARY KEY (movement_id, moved_at);

ALTER INDEX inventory.stock_movements_pkey ATTACH PARTITION inventory.stock_movements_other_pkey;

CREATE INDEX stock_movements_other_moved_at_idx ON inventory.stock_movements_other USING brin (moved_at) WITH (pages_per_range='64');

ALTER INDEX inventory.stock_movements_moved_at_idx ATTACH PARTITION inventory.stock_movements_other_moved_at_idx;

CREATE INDEX stock_movements_other_variant_id_warehouse_id_moved_at_idx ON inventory.stock_movements_other USING btree (variant_id, warehouse_id, moved_at DESC);

ALTER INDEX inventory.stock_movements_stock_level_idx ATTACH PARTITION inventory.stock_movements_other_variant_id_warehouse_id_moved_at_idx;

CREATE TABLE inventory.warehouses (
    warehouse_id smallint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
    code character varying(8) NOT NULL,
    name text NOT NULL,
    address common.postal_address NOT NULL,
    country_code common.country_code NOT NULL,
    opened_on date DEFAULT CURRENT_DATE NOT NULL,
    closed_on date,
    CONSTRAINT warehouses_closed_on_check CHECK ((closed_on >= opened_on))
);
COMMENT ON TABLE inventory.warehouses IS 'The places from which parcels leave.';
COMMENT ON COLUMN inventory.warehouses.warehouse_id IS 'Surrogate key.';
COMMENT ON COLUMN inventory.warehouses.code IS 'Short code on labels: VIE1.';
COMMENT ON COLUMN inventory.warehouses.name IS 'What people call it.';
COMMENT ON COLUMN inventory.warehouses.address IS 'The sender on the parcel.';
COMMENT ON COLUMN inventory.warehouses.country_code IS 'Decides customs and VAT.';
COMMENT ON COLUMN inventory.warehouses.opened_on IS 'First day.';
COMMENT ON COLUMN inventory.warehouses.closed_on IS 'Last day; null while it is open.';

ALTER TABLE ONLY inventory.warehouses
    ADD CONSTRAINT warehouses_pkey PRIMARY KEY (warehouse_id);

ALTER TABLE ONLY inventory.warehouses
    ADD CONSTRAINT warehouses_code_key UNIQUE (code);

CREATE TABLE marketing.campaigns (
    campaign_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    name text NOT NULL,
    runs_during tstzrange NOT NULL,
    is_site_wide boolean DEFAULT false NOT NULL,
    budget common.amount,
    CONSTRAINT campaigns_runs_during_check CHECK ((NOT isempty(runs_during)))
);
COMMENT ON TABLE marketing.campaigns IS 'What coupons and banners belong to.';
COMMENT ON COLUMN marketing.campaigns.campaign_id IS 'Surrogate key.';
COMMENT ON COLUMN marketing.campaigns.name IS 'What the team calls it.';
COMMENT ON COLUMN marketing.campaigns.runs_during IS 'From when to when; without an upper bound until further notice.';
COMMENT ON COLUMN marketing.campaigns.is_site_wide IS 'Has the banner on every page.';
COMMENT ON COLUMN marketing.campaigns.budget IS 'In euros; null where nobody set one.';

ALTER TABLE ONLY marketing.campaigns
    ADD CONSTRAINT campaigns_pkey PRIMARY KEY (campaign_id);

ALTER TABLE ONLY marketing.campaigns
    ADD CONSTRAINT campaigns_one_site_wide_excl EXCLUDE USING gist (runs_during WITH &&) WHERE (is_site_wide);
COMMENT ON CONSTRAINT campaigns_one_site_wide_excl ON marketing.campaigns IS 'There is one banner: site-wide campaigns must not overlap.';

ALTER TABLE ONLY marketing.campaigns
    ADD CONSTRAINT campaigns_name_key UNIQUE (name);

CREATE TABLE marketing.coupon_redemptions (
    coupon_id bigint NOT NULL,
    order_id bigint NOT NULL,
    amount common.amount NOT NULL,
    redeemed_at timestamp with time zone DEFAULT now() NOT NULL
);
COMMENT ON TABLE marketing.coupon_redemptions IS 'Which order used which coupon.';
COMMENT ON COLUMN marketing.coupon_redemptions.coupon_id IS 'The coupon.';
COMMENT ON COLUMN marketing.coupon_redemptions.order_id IS 'The order.';
COMMENT ON COLUMN marketing.coupon_redemptions.amount IS 'What it took off, in the currency of the order.';
COMMENT ON COLUMN marketing.coupon_redemptions.redeemed_at IS 'When.';

ALTER TABLE ONLY marketing.coupon_redemptions
    ADD CONSTRAINT coupon_redemptions_pkey PRIMARY KEY (coupon_id, order_id);

CREATE INDEX coupon_redemptions_order_id_idx ON marketing.coupon_redemptions USING btree (order_id);

CREATE TABLE marketing.coupons (
    coupon_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    campaign_id bigint NOT NULL,
    code character varying(20) NOT NULL,
    kind marketing.discount_kind NOT NULL,
    percent_off numeric(4,1),
    amount_off common.amount,
    max_redemptions integer,
    CONSTRAINT coupons_code_check CHECK ((((code)::text = upper((code)::text)) AND ((code)::text <> ''::text))),
    CONSTRAINT coupons_discount_check CHECK (
CASE kind
    WHEN 'percent'::marketing.discount_kind THEN ((percent_off > (0)::numeric) AND (percent_off <= (100)::numeric) AND (amount_off IS NULL))
    WHEN 'amount'::marketing.discount_kind THEN (((amount_off)::numeric > (0)::numeric) AND (percent_off IS NULL))
    ELSE ((amount_off IS NULL) AND (percent_off IS NULL))
END)
);
COMMENT ON TABLE marketing.coupons IS 'Codes that customers type in at the checkout.';
COMMENT ON COLUMN marketing.coupons.coupon_id IS 'Surrogate key.';
COMMENT ON COLUMN marketing.coupons.campaign_id IS 'Its campaign says how long it is valid.';
COMMENT ON COLUMN marketing.coupons.code IS 'Upper case; unique within a campaign.';
COMMENT ON COLUMN marketing.coupons.kind IS 'What it takes off.';
COMMENT ON COLUMN marketing.coupons.percent_off IS 'Set exactly for kind percent.';
COMMENT ON COLUMN marketing.coupons.amount_off IS 'Set exactly for kind amount.';
COMMENT ON COLUMN marketing.coupons.max_redemptions IS 'Null for any number.';
COMMENT ON CONSTRAINT coupons_discount_check ON marketing.coupons IS 'The kind decides which discount column is set.';

ALTER TABLE ONLY marketing.coupons
    ADD CONSTRAINT coupons_pkey PRIMARY KEY (coupon_id);

CREATE UNIQUE INDEX coupons_campaign_id_code_idx ON marketing.coupons USING btree (campaign_id, code COLLATE "C");

CREATE TABLE marketing.reviews (
    product_id bigint NOT NULL,
    account_id bigint NOT NULL,
    rating smallint NOT NULL,
    title character varying(120),
    body text,
    is_published boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT reviews_rating_check CHECK (((rating >= 1) AND (rating <= 5)))
);
COMMENT ON TABLE marketing.reviews IS 'What customers say: one review per customer and product.';
COMMENT ON COLUMN marketing.reviews.product_id IS 'About what.';
COMMENT ON COLUMN marketing.reviews.account_id IS 'By whom.';
COMMENT ON COLUMN marketing.reviews.rating IS 'One to five stars.';
COMMENT ON COLUMN marketing.reviews.title IS 'Headline.';
COMMENT ON COLUMN marketing.reviews.body IS 'Plain text.';
COMMENT ON COLUMN marketing.reviews.is_published IS 'Whether a moderator let it through.';
COMMENT ON COLUMN marketing.reviews.created_at IS 'When it was written.';

ALTER TABLE ONLY marketing.reviews
    ADD CONSTRAINT reviews_pkey PRIMARY KEY (product_id, account_id);

CREATE INDEX reviews_account_id_idx ON marketing.reviews USING btree (account_id);

CREATE TABLE sales.cart_lines (
    cart_id uuid NOT NULL,
    variant_id bigint NOT NULL,
    quantity integer DEFAULT 1 NOT NULL,
    CONSTRAINT cart_lines_quantity_check CHECK (((quantity >= 1) AND (quantity <= 99)))
);
COMMENT ON TABLE sales.cart_lines IS 'The content of a cart. Prices are looked up, not stored.';
COMMENT ON COLUMN sales.cart_lines.cart_id IS 'The cart.';
COMMENT ON COLUMN sales.cart_lines.variant_id IS 'What.';
COMMENT ON COLUMN sales.cart_lines.quantity IS 'How many.';

ALTER TABLE ONLY sales.cart_lines
    ADD CONSTRAINT cart_lines_pkey PRIMARY KEY (cart_id, variant_id);

CREATE INDEX cart_lines_variant_id_idx ON sales.cart_lines USING btree (variant_id);

CREATE TABLE sales.carts (
    cart_id uuid DEFAULT gen_random_uuid() NOT NULL,
    account_id bigint,
    currency_code common.currency_code NOT NULL,
    shipping_address_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);
COMMENT ON TABLE sales.carts IS 'What somebody means to buy. Becomes an order or expires.';
COMMENT ON COLUMN sales.carts.cart_id IS 'Random: it stands in a cookie.';
COMMENT ON COLUMN sales.carts.account_id IS 'Whose cart; null for a guest.';
COMMENT ON COLUMN sales.carts.currency_code IS 'The currency in which prices are shown.';
COMMENT ON COLUMN sales.carts.shipping_address_id IS 'Chosen at the checkout; an address of the same account.';
COMMENT ON COLUMN sales.carts.created_at IS 'When the first thing was put in.';
COMMENT ON COLUMN sales.carts.updated_at IS 'Kept by a trigger; idle carts expire.';

ALTER TABLE ONLY sales.carts
    ADD CONSTRAINT carts_pkey PRIMARY KEY (cart_id);

CREATE INDEX carts_account_id_shipping_address_id_idx ON sales.carts USING btree (account_id, shipping_address_id);

CREATE INDEX carts_guest_updated_at_idx ON sales.carts USING btree (updated_at) WHERE (account_id IS NULL);

CREATE TABLE sales.order_lines (
    order_id bigint NOT NULL,
    line_number smallint NOT NULL,
    variant_id bigint NOT NULL,
    description text NOT NULL,
    quantity integer NOT NULL,
    unit_amount common.amount NOT NULL,
    vat_rate numeric(4,2) NOT NULL,
    line_amount numeric(14,2) GENERATED ALWAYS AS (((quantity)::numeric * (unit_amount)::numeric)) STORED,
    CONSTRAINT order_lines_line_number_check CHECK ((line_number > 0)),
    CONSTRAINT order_lines_quantity_check CHECK ((quantity > 0)),
    CONSTRAINT order_lines_vat_rate_check CHECK (((vat_rate >= (0)::numeric) AND (vat_rate <= (50)::numeric)))
);
COMMENT ON TABLE sales.order_lines IS 'What was ordered, at the price of that moment.';
COMMENT ON COLUMN sales.order_lines.order_id IS 'The order.';
COMMENT ON COLUMN sales.order_lines.line_number IS 'From 1, in the order of the bill.';
COMMENT ON COLUMN sales.order_lines.variant_id IS 'What.';
COMMENT ON COLUMN sales.order_lines.description IS 'The product''s name at that moment.';
COMMENT ON COLUMN sales.order_lines.quantity IS 'How many.';
COMMENT ON COLUMN sales.order_lines.unit_amount IS 'The price of one, net.';
COMMENT ON COLUMN sales.order_lines.vat_rate IS 'In percent.';
COMMENT ON COLUMN sales.order_lines.line_amount IS 'The price of all, net.';

ALTER TABLE ONLY sales.order_lines
    ADD CONSTRAINT order_lines_pkey PRIMARY KEY (order_id, line_number);

CREATE INDEX order_lines_variant_id_idx ON sales.order_lines USING btree (variant_id);

CREATE TABLE sales.orders (
    order_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    order_number text DEFAULT ('SF-'::text || lpad((nextval('sales.order_number_seq'::regclass))::text, 8, '0'::text)) NOT NULL,
    account_id bigint,
    email common.email_address NOT NULL,
    status sales.order_status DEFAULT 'placed'::sales.order_status NOT NULL,
    currency_code common.currency_code NOT NULL,
    billing_address common.postal_address NOT NULL,
    shipping_address common.postal_address NOT NULL,
    shipping_amount common.amount DEFAULT 0 NOT NULL,
    placed_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    cancelled_at timestamp with time zone,
    gift_message text,
    is_gift boolean GENERATED ALWAYS AS ((gift_message IS NOT NULL)) STORED,
    CONSTRAINT orders_cancelled_at_check CHECK (((status = 'cancelled'::sales.order_status) = (cancelled_at IS NOT NULL))),
    CONSTRAINT orders_gift_message_check CHECK ((char_length(gift_message) <= 500))
);
ALTER TABLE sales.orders ENABLE ROW LEVEL SECURITY;
COMMENT ON TABLE sales.orders IS 'One row per order. Addresses and prices are copies: they must not change with the customer''s.';
COMMENT ON COLUMN sales.orders.order_id IS 'Surrogate key.';
COMMENT ON COLUMN sales.orders.order_number IS 'What the customer quotes on the phone: SF-00010000.';
COMMENT ON COLUMN sales.orders.account_id IS 'Who ordered; null once the account was deleted.';
COMMENT ON COLUMN sales.orders.email IS 'Where confirmations go.';
COMMENT ON COLUMN sales.orders.status IS 'How far it is.';
COMMENT ON COLUMN sales.orders.currency_code IS 'The currency of all its amounts.';
COMMENT ON COLUMN sales.orders.billing_address IS 'The address on the bill, as it was.';
COMMENT ON COLUMN sales.orders.shipping_address IS 'The address on the parcel, as it was.';
COMMENT ON COLUMN sales.orders.shipping_amount IS 'What shipping costs the customer.';
COMMENT ON COLUMN sales.orders.placed_at IS 'When the customer pressed the button.';
COMMENT ON COLUMN sales.orders.updated_at IS 'Kept by a trigger.';
COMMENT ON COLUMN sales.orders.cancelled_at IS 'Set exactly when the status is cancelled.';
COMMENT ON COLUMN sales.orders.gift_message IS 'Printed on a card in the parcel; no bill is put in.';
COMMENT ON COLUMN sales.orders.is_gift IS 'Whether the parcel is packed as a gift.';

ALTER TABLE ONLY sales.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (order_id);

CREATE INDEX orders_account_id_placed_at_idx ON sales.orders USING btree (account_id, placed_at DESC);

CREATE INDEX orders_email_idx ON sales.orders USING btree (lower((email)::text));

CREATE INDEX orders_open_placed_at_idx ON sales.orders USING btree (placed_at) WHERE (status = ANY (ARRAY['placed'::sales.order_status, 'paid'::sales.order_status, 'packed'::sales.order_status]));
COMMENT ON INDEX sales.orders_open_placed_at_idx IS 'The work list of the warehouse: few rows, oldest first.';

ALTER TABLE ONLY sales.orders
    ADD CONSTRAINT orders_order_number_key UNIQUE (order_number);

CREATE TABLE sales.payments (
    payment_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    order_id bigint NOT NULL,
    method sales.payment_method NOT NULL,
    status sales.payment_status DEFAULT 'authorized'::sales.payment_status NOT NULL,
    amount common.amount NOT NULL,
    provider_reference text NOT NULL,
    provider_payload jsonb,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    settled_at timestamp with time zone
);
COMMENT ON TABLE sales.payments IS 'Attempts to pay an order; at most one of them is captured.';
COMMENT ON COLUMN sales.payments.payment_id IS 'Surrogate key.';
COMMENT ON COLUMN sales.payments.order_id IS 'What is paid.';
COMMENT ON COLUMN sales.payments.method IS 'How.';
COMMENT ON COLUMN sales.payments.status IS 'What the provider last said.';
COMMENT ON COLUMN sales.payments.amount IS 'In the currency of the order.';
COMMENT ON COLUMN sales.payments.provider_reference IS 'The provider''s own number.';
COMMENT ON COLUMN sales.payments.provider_payload IS 'The last message of the provider; holds no card data.';
COMMENT ON COLUMN sales.payments.created_at IS 'When it was tried.';
COMMENT ON COLUMN sales.payments.settled_at IS 'When the money arrived.';

ALTER TABLE ONLY sales.payments
    ADD CONSTRAINT payments_pkey PRIMARY KEY (payment_id);

CREATE UNIQUE INDEX payments_one_captured_idx ON sales.payments USING btree (order_id) WHERE (status = 'captured'::sales.payment_status);

CREATE INDEX payments_order_id_idx ON sales.payments USING btree (order_id);

ALTER TABLE ONLY sales.payments
    ADD CONSTRAINT payments_method_provider_reference_key UNIQUE (method, provider_reference);

CREATE TABLE sales.returns (
    order_id bigint NOT NULL,
    line_number smallint NOT NULL,
    received_at timestamp with time zone DEFAULT now() NOT NULL,
    quantity integer NOT NULL,
    reason text NOT NULL,
    restocked boolean DEFAULT true NOT NULL,
    CONSTRAINT returns_quantity_check CHECK ((quantity > 0))
);
COMMENT ON TABLE sales.returns IS 'What came back, by line of the order.';
COMMENT ON COLUMN sales.returns.order_id IS 'The order.';
COMMENT ON COLUMN sales.returns.line_number IS 'The line of the order.';
COMMENT ON COLUMN sales.returns.received_at IS 'When the parcel was opened.';
COMMENT ON COLUMN sales.returns.quantity IS 'How many came back.';
COMMENT ON COLUMN sales.returns.reason IS 'In the customer''s words.';
COMMENT ON COLUMN sales.returns.restocked IS 'Whether it can be sold again.';

ALTER TABLE ONLY sales.returns
    ADD CONSTRAINT returns_pkey PRIMARY KEY (order_id, line_number, received_at);

CREATE TABLE sales.shipment_lines (
    shipment_id bigint NOT NULL,
    order_id bigint NOT NULL,
    line_number smallint NOT NULL,
    quantity integer NOT NULL,
    CONSTRAINT shipment_lines_quantity_check CHECK ((quantity > 0))
);
COMMENT ON TABLE sales.shipment_lines IS 'Which line of the order is in which parcel. Both keys hold the order: a parcel cannot carry another order''s line.';
COMMENT ON COLUMN sales.shipment_lines.shipment_id IS 'The parcel.';
COMMENT ON COLUMN sales.shipment_lines.order_id IS 'The order of both.';
COMMENT ON COLUMN sales.shipment_lines.line_number IS 'The line of the order.';
COMMENT ON COLUMN sales.shipment_lines.quantity IS 'How many of them are in this parcel.';

ALTER TABLE ONLY sales.shipment_lines
    ADD CONSTRAINT shipment_lines_pkey PRIMARY KEY (shipment_id, line_number);

CREATE INDEX shipment_lines_order_id_line_number_idx ON sales.shipment_lines USING btree (order_id, line_number);

CREATE TABLE sales.shipments (
    shipment_id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    order_id bigint NOT NULL,
    warehouse_id smallint NOT NULL,
    carrier text NOT NULL,
    tracking_number text,
    shipped_at timestamp with time zone,
    delivered_at timestamp with time zone,
    CONSTRAINT shipments_delivered_at_check CHECK ((delivered_at >= shipped_at))
);
COMMENT ON TABLE sales.shipments IS 'One row per parcel; an order may need several.';
COMMENT ON COLUMN sales.shipments.shipment_id IS 'Surrogate key.';
COMMENT ON COLUMN sales.shipments.order_id IS 'Whose order.';
COMMENT ON COLUMN sales.shipments.warehouse_id IS 'From where.';
COMMENT ON COLUMN sales.shipments.carrier IS 'Who carries it.';
COMMENT ON COLUMN sales.shipments.tracking_number IS 'The carrier''s number.';
COMMENT ON COLUMN sales.shipments.shipped_at IS 'When it left.';
COMMENT ON COLUMN sales.shipments.delivered_at IS 'When it arrived.';

ALTER TABLE ONLY sales.shipments
    ADD CONSTRAINT shipments_pkey PRIMARY KEY (shipment_id);

CREATE INDEX shipments_order_id_idx ON sales.shipments USING btree (order_id);

CREATE INDEX shipments_warehouse_id_idx ON sales.shipments USING btree (warehouse_id);

ALTER TABLE ONLY sales.shipments
    ADD CONSTRAINT shipments_carrier_tracking_number_key UNIQUE (carrier, tracking_number);

ALTER TABLE ONLY sales.shipments
    ADD CONSTRAINT shipments_shipment_id_order_id_key UNIQUE (shipment_id, order_id);

CREATE STATISTICS customers.addresses_place (dependencies) ON postal_code, city, country_code FROM customers.addresses;
COMMENT ON STATISTICS customers.addresses_place IS 'A postal code all but settles the town: the planner should know.';

ALTER TABLE ONLY catalog.categories
    ADD CONSTRAINT categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES catalog.categories(category_id) ON DELETE RESTRICT;

ALTER TABLE ONLY catalog.prices
    ADD CONSTRAINT prices_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.product_variants(variant_id) ON DELETE CASCADE;

ALTER TABLE ONLY catalog.product_categories
    ADD CONSTRAINT product_categories_category_id_fkey FOREIGN KEY (category_id) REFERENCES catalog.categories(category_id) ON DELETE RESTRICT;

ALTER TABLE ONLY catalog.product_categories
    ADD CONSTRAINT product_categories_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.products(product_id) ON DELETE CASCADE;

ALTER TABLE ONLY catalog.product_variants
    ADD CONSTRAINT product_variants_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.products(product_id) ON DELETE CASCADE;

ALTER TABLE ONLY catalog.products
    ADD CONSTRAINT products_brand_id_fkey FOREIGN KEY (brand_id) REFERENCES catalog.brands(brand_id) ON DELETE RESTRICT;

ALTER TABLE ONLY customers.accounts
    ADD CONSTRAINT accounts_referred_by_fkey FOREIGN KEY (referred_by) REFERENCES customers.accounts(account_id) ON DELETE SET NULL;

ALTER TABLE ONLY customers.addresses
    ADD CONSTRAINT addresses_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.accounts(account_id) ON DELETE CASCADE;

ALTER TABLE ONLY customers.addresses
    ADD CONSTRAINT addresses_country_code_fkey FOREIGN KEY (country_code) REFERENCES common.countries(country_code) ON UPDATE CASCADE;

ALTER TABLE ONLY customers.consents
    ADD CONSTRAINT consents_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.accounts(account_id) ON DELETE CASCADE;

ALTER TABLE ONLY inventory.stock_levels
    ADD CONSTRAINT stock_levels_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.product_variants(variant_id) ON DELETE RESTRICT;

ALTER TABLE ONLY inventory.stock_levels
    ADD CONSTRAINT stock_levels_warehouse_id_fkey FOREIGN KEY (warehouse_id) REFERENCES inventory.warehouses(warehouse_id) ON DELETE RESTRICT;

ALTER TABLE inventory.stock_movements
    ADD CONSTRAINT stock_movements_warehouse_id_variant_id_fkey FOREIGN KEY (warehouse_id, variant_id) REFERENCES inventory.stock_levels(warehouse_id, variant_id) ON DELETE RESTRICT;

ALTER TABLE ONLY inventory.warehouses
    ADD CONSTRAINT warehouses_country_code_fkey FOREIGN KEY (country_code) REFERENCES common.countries(country_code) ON UPDATE CASCADE;

ALTER TABLE ONLY marketing.coupon_redemptions
    ADD CONSTRAINT coupon_redemptions_coupon_id_fkey FOREIGN KEY (coupon_id) REFERENCES marketing.coupons(coupon_id) ON DELETE RESTRICT;

ALTER TABLE ONLY marketing.coupon_redemptions
    ADD CONSTRAINT coupon_redemptions_order_id_fkey FOREIGN KEY (order_id) REFERENCES sales.orders(order_id) ON DELETE CASCADE;

ALTER TABLE ONLY marketing.coupons
    ADD CONSTRAINT coupons_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES marketing.campaigns(campaign_id) ON DELETE CASCADE;

ALTER TABLE ONLY marketing.reviews
    ADD CONSTRAINT reviews_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.accounts(account_id) ON DELETE CASCADE;

ALTER TABLE ONLY marketing.reviews
    ADD CONSTRAINT reviews_product_id_fkey FOREIGN KEY (product_id) REFERENCES catalog.products(product_id) ON DELETE CASCADE;

ALTER TABLE ONLY sales.cart_lines
    ADD CONSTRAINT cart_lines_cart_id_fkey FOREIGN KEY (cart_id) REFERENCES sales.carts(cart_id) ON DELETE CASCADE;

ALTER TABLE ONLY sales.cart_lines
    ADD CONSTRAINT cart_lines_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.product_variants(variant_id) ON DELETE CASCADE;

ALTER TABLE ONLY sales.carts
    ADD CONSTRAINT carts_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.accounts(account_id) ON DELETE CASCADE;

ALTER TABLE ONLY sales.carts
    ADD CONSTRAINT carts_account_id_shipping_address_id_fkey FOREIGN KEY (account_id, shipping_address_id) REFERENCES customers.addresses(account_id, address_id);

ALTER TABLE ONLY sales.order_lines
    ADD CONSTRAINT order_lines_order_id_fkey FOREIGN KEY (order_id) REFERENCES sales.orders(order_id) ON DELETE CASCADE;

ALTER TABLE ONLY sales.order_lines
    ADD CONSTRAINT order_lines_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES catalog.product_variants(variant_id) ON DELETE RESTRICT;

ALTER TABLE ONLY sales.orders
    ADD CONSTRAINT orders_account_id_fkey FOREIGN KEY (account_id) REFERENCES customers.accounts(account_id) ON DELETE SET NULL;

ALTER TABLE ONLY sales.payments
    ADD CONSTRAINT payments_order_id_fkey FOREIGN KEY (order_id) REFERENCES sales.orders(order_id) ON DELETE RESTRICT;

ALTER TABLE ONLY sales.returns
    ADD CONSTRAINT returns_order_id_line_number_fkey FOREIGN KEY (order_id, line_number) REFERENCES sales.order_lines(order_id, line_number) ON DELETE RESTRICT;

ALTER TABLE ONLY sales.shipment_lines
    ADD CONSTRAINT shipment_lines_order_id_line_number_fkey FOREIGN KEY (order_id, line_number) REFERENCES sales.order_lines(order_id, line_number) ON DELETE RESTRICT;

ALTER TABLE ONLY sales.shipment_lines
    ADD CONSTRAINT shipment_lines_shipment_id_order_id_fkey FOREIGN KEY (shipment_id, order_id) REFERENCES sales.shipments(shipment_id, order_id) ON DELETE CASCADE;

ALTER TABLE ONLY sales.shipments
    ADD CONSTRAINT shipments_order_id_fkey FOREIGN KEY (order_id) REFERENCES sales.orders(order_id) ON DELETE RESTRICT;

ALTER TABLE ONLY sales.shipments
    ADD CONSTRAINT shipments_warehouse_id_fkey FOREIGN KEY (warehouse_id) REFERENCES inventory.warehouses(warehouse_id) ON DELETE RESTRICT;

CREATE VIEW catalog.product_listing AS
 SELECT p.product_id,
    p.slug,
    p.name,
    b.name AS brand_name,
    count(v.variant_id) AS variant_count,
    min(catalog.current_price(v.variant_id, ('EUR'::bpchar)::common.currency_code)) AS lowest_price
   FROM ((catalog.products p
     JOIN catalog.brands b ON ((b.brand_id = p.brand_id)))
     JOIN catalog.product_variants v ON (((v.product_id = p.product_id) AND v.is_active)))
  WHERE (p.status = 'active'::catalog.product_status)
  GROUP BY p.product_id, p.slug, p.name, b.name;
COMMENT ON VIEW catalog.product_listing IS 'What the listing pages show: active products with their lowest price in euros.';
COMMENT ON COLUMN catalog.product_listing.lowest_price IS 'Null where no variant has a price in euros.';

CREATE VIEW inventory.available_stock AS
 SELECT v.variant_id,
    v.sku,
    COALESCE(sum(s.available), (0)::bigint) AS available,
    count(*) FILTER (WHERE (s.available < s.reorder_point)) AS warehouses_to_reorder
   FROM (catalog.product_variants v
     LEFT JOIN (inventory.stock_levels s
     JOIN inventory.warehouses w ON (((w.warehouse_id = s.warehouse_id) AND (w.closed_on IS NULL)))) ON ((s.variant_id = v.variant_id)))
  GROUP BY v.variant_id, v.sku;
COMMENT ON VIEW inventory.available_stock IS 'How many of each variant can be sold, over all open warehouses.';

CREATE VIEW marketing.product_ratings AS
 SELECT p.product_id,
    p.name,
    count(r.rating) AS review_count,
    round(avg(r.rating), 1) AS average_rating
   FROM (catalog.products p
     LEFT JOIN marketing.reviews r ON (((r.product_id = p.product_id) AND r.is_published)))
  GROUP BY p.product_id;
COMMENT ON VIEW marketing.product_ratings IS 'The stars on the product page.';

CREATE MATERIALIZED VIEW sales.daily_revenue AS
 SELECT date_trunc('day'::text, o.placed_at, 'UTC'::text) AS day,
    o.currency_code,
    count(DISTINCT o.order_id) AS order_count,
    sum(l.quantity) AS piece_count,
    sum(l.line_amount) AS net_amount
   FROM (sales.orders o
     JOIN sales.order_lines l ON ((l.order_id = o.order_id)))
  WHERE (o.status <> 'cancelled'::sales.order_status)
  GROUP BY (date_trunc('day'::text, o.placed_at, 'UTC'::text)), o.currency_code
WITH NO DATA;
COMMENT ON MATERIALIZED VIEW sales.daily_revenue IS 'Revenue by day and currency; refreshed each hour.';
COMMENT ON COLUMN sales.daily_revenue.day IS 'The day in UTC.';

CREATE UNIQUE INDEX daily_revenue_day_currency_code_idx ON sales.daily_revenue USING btree (day, currency_code);
COMMENT ON INDEX sales.daily_revenue_day_currency_code_idx IS 'Lets it be refreshed concurrently.';

CREATE VIEW sales.order_totals AS
 SELECT o.order_id,
    o.order_number,
    o.account_id,
    o.status,
    o.currency_code,
    o.placed_at,
    sum(l.line_amount) AS net_amount,
    sum(round(((l.line_amount * l.vat_rate) / (100)::numeric), 2)) AS vat_amount,
    (sum((l.line_amount + round(((l.line_amount * l.vat_rate) / (100)::numeric), 2))) + (o.shipping_amount)::numeric) AS total_amount
   FROM (sales.orders o
     JOIN sales.order_lines l ON ((l.order_id = o.order_id)))
  GROUP BY o.order_id;
COMMENT ON VIEW sales.order_totals IS 'What each order comes to. VAT is rounded by line, as on the bill.';
COMMENT ON COLUMN sales.order_totals.total_amount IS 'With VAT and shipping.';

CREATE VIEW sales.unpaid_orders WITH (security_barrier=true) AS
 SELECT t.order_id,
    t.order_number,
    t.account_id,
    t.placed_at,
    t.total_amount,
    a.display_name
   FROM (sales.order_totals t
     LEFT JOIN customers.accounts a ON ((a.account_id = t.account_id)))
  WHERE ((t.status = 'placed'::sales.order_status) AND (NOT (EXISTS ( SELECT 1
           FROM sales.payments p
          WHERE ((p.order_id = t.order_id) AND (p.status = ANY (ARRAY['authorized'::sales.payment_status, 'captured'::sales.payment_status])))))));
COMMENT ON VIEW sales.unpaid_orders IS 'Orders that wait for their money.';

CREATE TRIGGER prices_audit AFTER INSERT OR DELETE OR UPDATE ON catalog.prices FOR EACH ROW EXECUTE FUNCTION audit.record_change();
COMMENT ON TRIGGER prices_audit ON catalog.prices IS 'Changes of prices are kept.';

CREATE TRIGGER products_touch_updated_at BEFORE UPDATE ON catalog.products FOR EACH ROW EXECUTE FUNCTION common.touch_updated_at();
COMMENT ON TRIGGER products_touch_updated_at ON catalog.products IS 'Keeps updated_at.';

CREATE TRIGGER accounts_audit AFTER INSERT OR DELETE OR UPDATE ON customers.accounts FOR EACH ROW EXECUTE FUNCTION audit.record_change();
COMMENT ON TRIGGER accounts_audit ON customers.accounts IS 'Changes of accounts are kept.';

CREATE TRIGGER accounts_touch_updated_at BEFORE UPDATE ON customers.accounts FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION common.touch_updated_at();
COMMENT ON TRIGGER accounts_touch_updated_at ON customers.accounts IS 'Keeps updated_at; an update that changes nothing does not count.';

CREATE TRIGGER stock_movements_apply AFTER INSERT ON inventory.stock_movements FOR EACH ROW EXECUTE FUNCTION inventory.apply_movement();
COMMENT ON TRIGGER stock_movements_apply ON inventory.stock_movements IS 'Stock levels follow from the movements.';

CREATE TRIGGER carts_touch_updated_at BEFORE UPDATE ON sales.carts FOR EACH ROW EXECUTE FUNCTION common.touch_updated_at();
COMMENT ON TRIGGER carts_touch_updated_at ON sales.carts IS 'Keeps updated_at.';

CREATE TRIGGER orders_check_status BEFORE UPDATE OF status ON sales.orders FOR EACH ROW WHEN ((old.status IS DISTINCT FROM new.status)) EXECUTE FUNCTION sales.check_order_status();
COMMENT ON TRIGGER orders_check_status ON sales.orders IS 'An order goes forward, or is cancelled.';

CREATE CONSTRAINT TRIGGER orders_require_line AFTER INSERT ON sales.orders DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sales.require_order_line();
COMMENT ON TRIGGER orders_require_line ON sales.orders IS 'Checked at commit, when the lines are in.';

CREATE TRIGGER orders_touch_updated_at BEFORE UPDATE ON sales.orders FOR EACH ROW EXECUTE FUNCTION common.touch_updated_at();
COMMENT ON TRIGGER orders_touch_updated_at ON sales.orders IS 'Keeps updated_at.';

CREATE TRIGGER payments_audit AFTER INSERT OR DELETE OR UPDATE ON sales.payments FOR EACH ROW EXECUTE FUNCTION audit.record_change();
COMMENT ON TRIGGER payments_audit ON sales.payments IS 'Changes of payments are kept.';

CREATE POLICY accounts_own ON customers.accounts TO storefront_app USING ((account_id = customers.current_account_id()));
COMMENT ON POLICY accounts_own ON customers.accounts IS 'Customers see and change their own account.';

CREATE POLICY accounts_register ON customers.accounts FOR INSERT TO storefront_app WITH CHECK ((status = 'unverified'::customers.account_status));
COMMENT ON POLICY accounts_register ON customers.accounts IS 'Anybody may open an account, which begins unverified.';

CREATE POLICY accounts_support ON customers.accounts FOR SELECT TO storefront_support USING ((status <> 'closed'::customers.account_status));
COMMENT ON POLICY accounts_support ON customers.accounts IS 'Support sees who is still a customer.';

CREATE POLICY addresses_own ON customers.addresses TO storefront_app USING ((account_id = customers.current_account_id())) WITH CHECK ((account_id = customers.current_account_id()));
COMMENT ON POLICY addresses_own ON customers.addresses IS 'Customers keep their own address book.';

CREATE POLICY orders_no_late_cancel ON sales.orders AS RESTRICTIVE FOR UPDATE TO storefront_support USING ((status <> 'delivered'::sales.order_status));
COMMENT ON POLICY orders_no_late_cancel ON sales.orders IS 'What was delivered is closed; returns are another matter.';

CREATE POLICY orders_own ON sales.orders TO storefront_app USING ((account_id = customers.current_account_id()));
COMMENT ON POLICY orders_own ON sales.orders IS 'Customers see their own orders.';

CREATE POLICY orders_support ON sales.orders TO storefront_support USING (true);
COMMENT ON POLICY orders_support ON sales.orders IS 'Support works on all orders.';

REVOKE EXECUTE ON FUNCTION audit.record_change() FROM PUBLIC;

GRANT USAGE ON SCHEMA catalog TO storefront_app;

GRANT USAGE ON SCHEMA catalog TO storefront_reporting;

GRANT USAGE ON SCHEMA catalog TO storefront_support;

GRANT SELECT ON TABLE catalog.brands TO storefront_app;

GRANT SELECT ON TABLE catalog.brands TO storefront_support;

GRANT SELECT ON TABLE catalog.categories TO storefront_app;

GRANT SELECT ON TABLE catalog.categories TO storefront_support;

GRANT SELECT ON TABLE catalog.prices TO storefront_app;

GRANT SELECT ON TABLE catalog.prices TO storefront_reporting;

GRANT SELECT ON TABLE catalog.prices TO storefront_support;

GRANT SELECT ON TABLE catalog.product_categories TO storefront_app;

GRANT SELECT ON TABLE catalog.product_categories TO storefront_support;

GRANT SELECT ON TABLE catalog.product_variants TO storefront_app;

GRANT SELECT ON TABLE catalog.product_variants TO storefront_support;

GRANT SELECT ON TABLE catalog.products TO storefront_app;

GRANT SELECT ON TABLE catalog.products TO storefront_support;

GRANT SELECT ON TABLE catalog.product_listing TO storefront_app;

GRANT SELECT ON TABLE catalog.product_listing TO storefront_reporting;

GRANT SELECT ON TABLE catalog.product_listing TO storefront_support;

GRANT USAGE ON SCHEMA common TO storefront_app;

GRANT USAGE ON SCHEMA common TO storefront_support;

GRANT SELECT ON TABLE common.countries TO storefront_app;

GRANT SELECT ON TABLE common.countries TO storefront_support;

GRANT USAGE ON SCHEMA customers TO storefront_app;

GRANT USAGE ON SCHEMA customers TO storefront_support;

GRANT INSERT, SELECT, UPDATE ON TABLE customers.accounts TO storefront_app;

GRANT SELECT ON TABLE customers.accounts TO storefront_support;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE customers.addresses TO storefront_app;

GRANT SELECT ON TABLE customers.addresses TO storefront_support;

GRANT INSERT, SELECT ON TABLE customers.consents TO storefront_app;

GRANT UPDATE (withdrawn_at) ON TABLE customers.consents TO storefront_app;

REVOKE EXECUTE ON PROCEDURE inventory.add_next_partition() FROM PUBLIC;

GRANT USAGE ON SCHEMA inventory TO storefront_app;

GRANT USAGE ON SCHEMA inventory TO storefront_reporting;

GRANT USAGE ON SCHEMA inventory TO storefront_support;

GRANT SELECT ON TABLE inventory.available_stock TO storefront_app;

GRANT SELECT ON TABLE inventory.available_stock TO storefront_reporting;

GRANT SELECT ON TABLE inventory.available_stock TO storefront_support;

GRANT USAGE ON SCHEMA marketing TO storefront_app;

GRANT USAGE ON SCHEMA marketing TO storefront_reporting;

GRANT USAGE ON SCHEMA marketing TO storefront_support;

GRANT INSERT, SELECT ON TABLE marketing.reviews TO storefront_app;

GRANT SELECT ON TABLE marketing.product_ratings TO storefront_app;

GRANT SELECT ON TABLE marketing.product_ratings TO storefront_reporting;

GRANT SELECT ON TABLE marketing.product_ratings TO storefront_support;

GRANT SELECT ON TABLE sales.daily_revenue TO storefront_reporting;

REVOKE EXECUTE ON PROCEDURE sales.expire_carts() FROM PUBLIC;

GRANT USAGE ON SCHEMA sales TO storefront_app;

GRANT USAGE ON SCHEMA sales TO storefront_reporting;

GRANT USAGE ON SCHEMA sales TO storefront_support;

GRANT USAGE ON SEQUENCE sales.order_number_seq TO storefront_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE sales.cart_lines TO storefront_app;

GRANT DELETE, INSERT, SELECT, UPDATE ON TABLE sales.carts TO storefront_app;

GRANT INSERT, SELECT ON TABLE sales.order_lines TO storefront_app;

GRANT SELECT ON TABLE sales.order_lines TO storefront_support;

GRANT INSERT, SELECT ON TABLE sales.orders TO storefront_app;

GRANT SELECT ON TABLE sales.orders TO storefront_support;

GRANT UPDATE (cancelled_at) ON TABLE sales.orders TO storefront_support;

GRANT UPDATE (status) ON TABLE sales.orders TO storefront_support;

GRANT INSERT, SELECT ON TABLE sales.payments TO storefront_app;

GRANT UPDATE (provider_payload) ON TABLE sales.payments TO storefront_app;

GRANT UPDATE (settled_at) ON TABLE sales.payments TO storefront_app;

GRANT UPDATE (status) ON TABLE sales.payments TO storefront_app;

GRANT SELECT ON TABLE sales.payments TO storefront_support;

GRANT SELECT ON TABLE sales.returns TO storefront_support;

GRANT SELECT ON TABLE sales.shipment_lines TO storefront_support;

GRANT SELECT ON TABLE sales.shipments TO storefront_support;

GRANT SELECT ON TABLE sales.order_totals TO storefront_support;

GRANT SELECT ON TABLE sales.unpaid_orders TO storefront_support;

ALTER DEFAULT PRIVILEGES IN SCHEMA sales GRANT SELECT ON TABLES TO storefront_support;
