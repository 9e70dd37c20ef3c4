-- The application sets storefront.account_id for each request; a row that is
-- not that account's own cannot be seen, whatever the query forgot.
CREATE FUNCTION customers.current_account_id() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT nullif(current_setting('storefront.account_id', true), '')::bigint
$$;
COMMENT ON FUNCTION customers.current_account_id() IS 'The account the request is for; null outside of one.';

ALTER TABLE customers.accounts ENABLE ROW LEVEL SECURITY;
CREATE POLICY accounts_own ON customers.accounts TO storefront_app
    USING (account_id = customers.current_account_id());
CREATE POLICY accounts_register ON customers.accounts FOR INSERT TO storefront_app
    WITH CHECK (status = 'unverified');
CREATE POLICY accounts_support ON customers.accounts FOR SELECT TO storefront_support
    USING (status <> 'closed');
COMMENT ON POLICY accounts_own ON customers.accounts IS 'Customers see and change their own account.';
COMMENT ON POLICY accounts_register ON customers.accounts IS 'Anybody may open an account, which begins unverified.';
COMMENT ON POLICY accounts_support ON customers.accounts IS 'Support sees who is still a customer.';

ALTER TABLE customers.addresses ENABLE ROW LEVEL SECURITY;
CREATE POLICY addresses_own ON customers.addresses TO storefront_app
    USING (account_id = customers.current_account_id())
    WITH CHECK (account_id = customers.current_account_id());
COMMENT ON POLICY addresses_own ON customers.addresses IS 'Customers keep their own address book.';

ALTER TABLE sales.orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY orders_own ON sales.orders TO storefront_app
    USING (account_id = customers.current_account_id());
CREATE POLICY orders_support ON sales.orders TO storefront_support
    USING (true);
CREATE POLICY orders_no_late_cancel ON sales.orders AS RESTRICTIVE FOR UPDATE TO storefront_support
    USING (status <> 'delivered');
COMMENT ON POLICY orders_own ON sales.orders IS 'Customers see their own orders.';
COMMENT ON POLICY orders_support ON sales.orders IS 'Support works on all orders.';
COMMENT ON POLICY orders_no_late_cancel ON sales.orders IS 'What was delivered is closed; returns are another matter.';

GRANT USAGE ON SCHEMA common, catalog, customers, inventory, sales, marketing TO storefront_app, storefront_support;
GRANT USAGE ON SCHEMA catalog, inventory, sales, marketing TO storefront_reporting;

GRANT SELECT ON common.countries, catalog.brands, catalog.categories, catalog.products, catalog.product_categories,
    catalog.product_variants, catalog.prices, catalog.product_listing, inventory.available_stock, marketing.product_ratings
    TO storefront_app, storefront_support;
GRANT SELECT, INSERT, UPDATE ON customers.accounts TO storefront_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON customers.addresses, sales.carts, sales.cart_lines TO storefront_app;
GRANT SELECT, INSERT ON customers.consents, sales.orders, sales.order_lines, sales.payments, marketing.reviews TO storefront_app;
GRANT UPDATE (withdrawn_at) ON customers.consents TO storefront_app;
GRANT UPDATE (status, provider_payload, settled_at) ON sales.payments TO storefront_app;
GRANT USAGE ON SEQUENCE sales.order_number_seq TO storefront_app;

GRANT SELECT ON customers.accounts, customers.addresses, sales.orders, sales.order_lines, sales.payments, sales.shipments,
    sales.shipment_lines, sales.order_totals, sales.unpaid_orders TO storefront_support;
GRANT UPDATE (status, cancelled_at) ON sales.orders TO storefront_support;

GRANT SELECT ON catalog.prices, catalog.product_listing, inventory.available_stock, sales.daily_revenue, marketing.product_ratings TO storefront_reporting;

REVOKE EXECUTE ON PROCEDURE sales.expire_carts(), inventory.add_next_partition() FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION audit.record_change() FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA sales GRANT SELECT ON TABLES TO storefront_support;
