CREATE TYPE sales.order_status AS ENUM ('placed', 'paid', 'packed', 'shipped', 'delivered', 'cancelled');
COMMENT ON TYPE sales.order_status IS 'The way of an order; sales.check_order_status() knows the allowed steps.';

CREATE TYPE sales.payment_method AS ENUM ('card', 'sepa_debit', 'paypal', 'invoice');
COMMENT ON TYPE sales.payment_method IS 'How an order is paid.';

CREATE TYPE sales.payment_status AS ENUM ('authorized', 'captured', 'failed', 'refunded');
COMMENT ON TYPE sales.payment_status IS 'What the payment provider last said.';

CREATE SEQUENCE sales.order_number_seq AS integer START WITH 10000;
COMMENT ON SEQUENCE sales.order_number_seq IS 'The number in order_number. Gaps are fine.';

CREATE TABLE sales.carts (
    cart_id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    account_id           bigint REFERENCES customers.accounts ON DELETE CASCADE,
    currency_code        common.currency_code NOT NULL,
    shipping_address_id  bigint,
    created_at           timestamptz NOT NULL DEFAULT now(),
    updated_at           timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (account_id, shipping_address_id) REFERENCES customers.addresses (account_id, address_id)
);
COMMENT ON TABLE sales.carts IS 'What somebody means to buy. Becomes an order or expires.';
COMMENT ON COLUMN sales.carts.cart_id IS 'Random: it stands in a cookie.';
COMMENT ON COLUMN sales.carts.account_id IS 'Whose cart; null for a guest.';
COMMENT ON COLUMN sales.carts.currency_code IS 'The currency in which prices are shown.';
COMMENT ON COLUMN sales.carts.shipping_address_id IS 'Chosen at the checkout; an address of the same account.';
COMMENT ON COLUMN sales.carts.created_at IS 'When the first thing was put in.';
COMMENT ON COLUMN sales.carts.updated_at IS 'Kept by a trigger; idle carts expire.';

CREATE INDEX carts_account_id_shipping_address_id_idx ON sales.carts (account_id, shipping_address_id);
CREATE INDEX carts_guest_updated_at_idx ON sales.carts (updated_at) WHERE account_id IS NULL;

CREATE TRIGGER carts_touch_updated_at
    BEFORE UPDATE ON sales.carts
    FOR EACH ROW EXECUTE FUNCTION common.touch_updated_at();
COMMENT ON TRIGGER carts_touch_updated_at ON sales.carts IS 'Keeps updated_at.';

CREATE TABLE sales.cart_lines (
    cart_id     uuid NOT NULL REFERENCES sales.carts ON DELETE CASCADE,
    variant_id  bigint NOT NULL REFERENCES catalog.product_variants ON DELETE CASCADE,
    quantity    integer NOT NULL DEFAULT 1,
    PRIMARY KEY (cart_id, variant_id),
    CONSTRAINT cart_lines_quantity_check CHECK (quantity BETWEEN 1 AND 99)
);
COMMENT ON TABLE sales.cart_lines IS 'The content of a cart. Prices are looked up, not stored.';
COMMENT ON COLUMN sales.cart_lines.cart_id IS 'The cart.';
COMMENT ON COLUMN sales.cart_lines.variant_id IS 'What.';
COMMENT ON COLUMN sales.cart_lines.quantity IS 'How many.';

CREATE INDEX cart_lines_variant_id_idx ON sales.cart_lines (variant_id);

CREATE TABLE sales.orders (
    order_id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_number      text NOT NULL UNIQUE DEFAULT 'SF-' || lpad(nextval('sales.order_number_seq')::text, 8, '0'),
    account_id        bigint REFERENCES customers.accounts ON DELETE SET NULL,
    email             common.email_address NOT NULL,
    status            sales.order_status NOT NULL DEFAULT 'placed',
    currency_code     common.currency_code NOT NULL,
    billing_address   common.postal_address NOT NULL,
    shipping_address  common.postal_address NOT NULL,
    shipping_amount   common.amount NOT NULL DEFAULT 0,
    placed_at         timestamptz NOT NULL DEFAULT now(),
    updated_at        timestamptz NOT NULL DEFAULT now(),
    cancelled_at      timestamptz,
    CONSTRAINT orders_cancelled_at_check CHECK ((status = 'cancelled') = (cancelled_at IS NOT NULL))
);
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

CREATE INDEX orders_account_id_placed_at_idx ON sales.orders (account_id, placed_at DESC);
CREATE INDEX orders_email_idx ON sales.orders (lower(email));
CREATE INDEX orders_open_placed_at_idx ON sales.orders (placed_at) WHERE status IN ('placed', 'paid', 'packed');
COMMENT ON INDEX sales.orders_open_placed_at_idx IS 'The work list of the warehouse: few rows, oldest first.';

CREATE TABLE sales.order_lines (
    order_id      bigint NOT NULL REFERENCES sales.orders ON DELETE CASCADE,
    line_number   smallint NOT NULL,
    variant_id    bigint NOT NULL REFERENCES catalog.product_variants ON DELETE RESTRICT,
    description   text NOT NULL,
    quantity      integer NOT NULL,
    unit_amount   common.amount NOT NULL,
    vat_rate      numeric(4, 2) NOT NULL,
    line_amount   numeric(14, 2) GENERATED ALWAYS AS (quantity * unit_amount) STORED,
    PRIMARY KEY (order_id, line_number),
    CONSTRAINT order_lines_line_number_check CHECK (line_number > 0),
    CONSTRAINT order_lines_quantity_check CHECK (quantity > 0),
    CONSTRAINT order_lines_vat_rate_check CHECK (vat_rate BETWEEN 0 AND 50)
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

CREATE INDEX order_lines_variant_id_idx ON sales.order_lines (variant_id);

CREATE TABLE sales.payments (
    payment_id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id            bigint NOT NULL REFERENCES sales.orders ON DELETE RESTRICT,
    method              sales.payment_method NOT NULL,
    status              sales.payment_status NOT NULL DEFAULT 'authorized',
    amount              common.amount NOT NULL,
    provider_reference  text NOT NULL,
    provider_payload    jsonb,
    created_at          timestamptz NOT NULL DEFAULT now(),
    settled_at          timestamptz,
    UNIQUE (method, provider_reference)
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

CREATE INDEX payments_order_id_idx ON sales.payments (order_id);
CREATE UNIQUE INDEX payments_one_captured_idx ON sales.payments (order_id) WHERE status = 'captured';

CREATE TABLE sales.shipments (
    shipment_id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id         bigint NOT NULL REFERENCES sales.orders ON DELETE RESTRICT,
    warehouse_id     smallint NOT NULL REFERENCES inventory.warehouses ON DELETE RESTRICT,
    carrier          text NOT NULL,
    tracking_number  text,
    shipped_at       timestamptz,
    delivered_at     timestamptz,
    UNIQUE (shipment_id, order_id),
    UNIQUE (carrier, tracking_number),
    CONSTRAINT shipments_delivered_at_check CHECK (delivered_at >= shipped_at)
);
COMMENT ON TABLE sales.shipments IS 'One row per parcel; an order may need several.';
COMMENT ON COLUMN sales.shipments.shipment_id IS 'Surrogate key.';
COMMENT ON COLUMN sales.shipments.order_id IS 'Whose order.';
COMMENT ON COLUMN sales.shipments.warehouse_id IS 'From where.';
COMMENT ON COLUMN sales.shipments.carrier IS 'Who carries it.';
COMMENT ON COLUMN sales.shipments.tracking_number IS 'The carrier''s number.';
COMMENT ON COLUMN sales.shipments.shipped_at IS 'When it left.';
COMMENT ON COLUMN sales.shipments.delivered_at IS 'When it arrived.';

CREATE INDEX shipments_order_id_idx ON sales.shipments (order_id);
CREATE INDEX shipments_warehouse_id_idx ON sales.shipments (warehouse_id);

CREATE TABLE sales.shipment_lines (
    shipment_id  bigint NOT NULL,
    order_id     bigint NOT NULL,
    line_number  smallint NOT NULL,
    quantity     integer NOT NULL,
    PRIMARY KEY (shipment_id, line_number),
    FOREIGN KEY (shipment_id, order_id) REFERENCES sales.shipments (shipment_id, order_id) ON DELETE CASCADE,
    FOREIGN KEY (order_id, line_number) REFERENCES sales.order_lines ON DELETE RESTRICT,
    CONSTRAINT shipment_lines_quantity_check CHECK (quantity > 0)
);
COMMENT ON TABLE sales.shipment_lines IS 'Which line of the order is in which parcel. Both keys hold the order: a parcel cannot carry another order''s line.';
COMMENT ON COLUMN sales.shipment_lines.shipment_id IS 'The parcel.';
COMMENT ON COLUMN sales.shipment_lines.order_id IS 'The order of both.';
COMMENT ON COLUMN sales.shipment_lines.line_number IS 'The line of the order.';
COMMENT ON COLUMN sales.shipment_lines.quantity IS 'How many of them are in this parcel.';

CREATE INDEX shipment_lines_order_id_line_number_idx ON sales.shipment_lines (order_id, line_number);

CREATE FUNCTION sales.check_order_status() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = ''
AS $$
BEGIN
    IF (OLD.status, NEW.status) NOT IN (
        ('placed', 'paid'), ('placed', 'cancelled'), ('paid', 'packed'), ('paid', 'cancelled'),
        ('packed', 'shipped'), ('shipped', 'delivered'))
    THEN
        RAISE EXCEPTION 'order % cannot go from % to %', NEW.order_number, OLD.status, NEW.status
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END;
$$;
COMMENT ON FUNCTION sales.check_order_status() IS 'Trigger function: lets an order take the allowed steps only.';

CREATE TRIGGER orders_check_status
    BEFORE UPDATE OF status ON sales.orders
    FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status)
    EXECUTE FUNCTION sales.check_order_status();
COMMENT ON TRIGGER orders_check_status ON sales.orders IS 'An order goes forward, or is cancelled.';

CREATE TRIGGER orders_touch_updated_at
    BEFORE UPDATE ON sales.orders
    FOR EACH ROW EXECUTE FUNCTION common.touch_updated_at();
COMMENT ON TRIGGER orders_touch_updated_at ON sales.orders IS 'Keeps updated_at.';

CREATE FUNCTION sales.require_order_line() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = ''
AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM sales.order_lines l WHERE l.order_id = NEW.order_id) THEN
        RAISE EXCEPTION 'order % has no line', NEW.order_number USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END;
$$;
COMMENT ON FUNCTION sales.require_order_line() IS 'Trigger function: an order has a line by the end of its transaction.';

CREATE CONSTRAINT TRIGGER orders_require_line
    AFTER INSERT ON sales.orders
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION sales.require_order_line();
COMMENT ON TRIGGER orders_require_line ON sales.orders IS 'Checked at commit, when the lines are in.';

CREATE PROCEDURE sales.expire_carts()
    LANGUAGE sql
AS $$
    DELETE FROM sales.carts WHERE updated_at < now() - interval '30 days'
$$;
COMMENT ON PROCEDURE sales.expire_carts() IS 'Deletes carts nobody touched for 30 days; run it each night.';
