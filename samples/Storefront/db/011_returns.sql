-- Customers may send things back: a step after delivery, and who sent back what.
ALTER TYPE sales.order_status ADD VALUE 'returned' AFTER 'delivered';

CREATE TABLE sales.returns (
    order_id      bigint NOT NULL,
    line_number   smallint NOT NULL,
    received_at   timestamptz NOT NULL DEFAULT now(),
    quantity      integer NOT NULL,
    reason        text NOT NULL,
    restocked     boolean NOT NULL DEFAULT true,
    PRIMARY KEY (order_id, line_number, received_at),
    FOREIGN KEY (order_id, line_number) REFERENCES sales.order_lines ON DELETE RESTRICT,
    CONSTRAINT returns_quantity_check CHECK (quantity > 0)
);
COMMENT ON TABLE sales.returns IS 'What came back, by line of the order.';
COMMENT ON COLUMN sales.returns.order_id IS 'The order.';
COMMENT ON COLUMN sales.returns.line_number IS 'The line of the order.';
COMMENT ON COLUMN sales.returns.received_at IS 'When the parcel was opened.';
COMMENT ON COLUMN sales.returns.quantity IS 'How many came back.';
COMMENT ON COLUMN sales.returns.reason IS 'In the customer''s words.';
COMMENT ON COLUMN sales.returns.restocked IS 'Whether it can be sold again.';

CREATE OR REPLACE FUNCTION sales.check_order_status() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = ''
AS $$
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
$$;
