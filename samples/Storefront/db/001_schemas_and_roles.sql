-- Each area of the shop has a schema of its own. Nothing lives in public,
-- and without it nothing can land there by accident.
DROP SCHEMA IF EXISTS public;

CREATE SCHEMA common;
COMMENT ON SCHEMA common IS 'Types, reference data and trigger functions that every other schema uses.';

CREATE SCHEMA catalog;
COMMENT ON SCHEMA catalog IS 'What the shop sells: products, their variants, categories and prices.';

CREATE SCHEMA customers;
COMMENT ON SCHEMA customers IS 'Who buys: accounts, addresses and what they consented to. Personal data.';

CREATE SCHEMA inventory;
COMMENT ON SCHEMA inventory IS 'What lies in which warehouse, and how it got there.';

CREATE SCHEMA sales;
COMMENT ON SCHEMA sales IS 'From the cart to the parcel: carts, orders, payments and shipments.';

CREATE SCHEMA marketing;
COMMENT ON SCHEMA marketing IS 'Campaigns, coupons and product reviews.';

CREATE SCHEMA audit;
COMMENT ON SCHEMA audit IS 'Who changed what, written by triggers alone.';

-- Roles belong to the whole server, which another database may share.
DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['storefront_app', 'storefront_support', 'storefront_reporting'] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
        END IF;
    END LOOP;
END
$$;
