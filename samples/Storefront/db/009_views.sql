CREATE VIEW catalog.product_listing AS
SELECT p.product_id,
       p.slug,
       p.name,
       b.name AS brand_name,
       count(v.variant_id) AS variant_count,
       min(catalog.current_price(v.variant_id, 'EUR')) AS lowest_price
FROM catalog.products p
JOIN catalog.brands b ON b.brand_id = p.brand_id
JOIN catalog.product_variants v ON v.product_id = p.product_id AND v.is_active
WHERE p.status = 'active'
GROUP BY p.product_id, p.slug, p.name, b.name;
COMMENT ON VIEW catalog.product_listing IS 'What the listing pages show: active products with their lowest price in euros.';
COMMENT ON COLUMN catalog.product_listing.lowest_price IS 'Null where no variant has a price in euros.';

CREATE VIEW inventory.available_stock AS
SELECT v.variant_id,
       v.sku,
       COALESCE(sum(s.available), 0) AS available,
       count(*) FILTER (WHERE s.available < s.reorder_point) AS warehouses_to_reorder
FROM catalog.product_variants v
LEFT JOIN (inventory.stock_levels s
           JOIN inventory.warehouses w ON w.warehouse_id = s.warehouse_id AND w.closed_on IS NULL)
       ON s.variant_id = v.variant_id
GROUP BY v.variant_id, v.sku;
COMMENT ON VIEW inventory.available_stock IS 'How many of each variant can be sold, over all open warehouses.';

CREATE VIEW sales.order_totals AS
SELECT o.order_id,
       o.order_number,
       o.account_id,
       o.status,
       o.currency_code,
       o.placed_at,
       sum(l.line_amount) AS net_amount,
       sum(round(l.line_amount * l.vat_rate / 100, 2)) AS vat_amount,
       sum(l.line_amount + round(l.line_amount * l.vat_rate / 100, 2)) + o.shipping_amount AS total_amount
FROM sales.orders o
JOIN sales.order_lines l ON l.order_id = o.order_id
GROUP BY o.order_id;
COMMENT ON VIEW sales.order_totals IS 'What each order comes to. VAT is rounded by line, as on the bill.';
COMMENT ON COLUMN sales.order_totals.total_amount IS 'With VAT and shipping.';

CREATE VIEW sales.unpaid_orders WITH (security_barrier = true) AS
SELECT t.order_id,
       t.order_number,
       t.account_id,
       t.placed_at,
       t.total_amount,
       a.display_name
FROM sales.order_totals t
LEFT JOIN customers.accounts a ON a.account_id = t.account_id
WHERE t.status = 'placed'
  AND NOT EXISTS (
      SELECT 1
      FROM sales.payments p
      WHERE p.order_id = t.order_id AND p.status IN ('authorized', 'captured'));
COMMENT ON VIEW sales.unpaid_orders IS 'Orders that wait for their money.';

CREATE MATERIALIZED VIEW sales.daily_revenue AS
SELECT date_trunc('day', o.placed_at, 'UTC') AS day,
       o.currency_code,
       count(DISTINCT o.order_id) AS order_count,
       sum(l.quantity) AS piece_count,
       sum(l.line_amount) AS net_amount
FROM sales.orders o
JOIN sales.order_lines l ON l.order_id = o.order_id
WHERE o.status <> 'cancelled'
GROUP BY date_trunc('day', o.placed_at, 'UTC'), o.currency_code;
COMMENT ON MATERIALIZED VIEW sales.daily_revenue IS 'Revenue by day and currency; refreshed each hour.';
COMMENT ON COLUMN sales.daily_revenue.day IS 'The day in UTC.';

CREATE UNIQUE INDEX daily_revenue_day_currency_code_idx ON sales.daily_revenue (day, currency_code);
COMMENT ON INDEX sales.daily_revenue_day_currency_code_idx IS 'Lets it be refreshed concurrently.';

CREATE VIEW marketing.product_ratings AS
SELECT p.product_id,
       p.name,
       count(r.rating) AS review_count,
       round(avg(r.rating), 1) AS average_rating
FROM catalog.products p
LEFT JOIN marketing.reviews r ON r.product_id = p.product_id AND r.is_published
GROUP BY p.product_id;
COMMENT ON VIEW marketing.product_ratings IS 'The stars on the product page.';
