ALTER TABLE sales.orders
    ADD COLUMN gift_message text,
    ADD COLUMN is_gift boolean GENERATED ALWAYS AS (gift_message IS NOT NULL) STORED,
    ADD CONSTRAINT orders_gift_message_check CHECK (char_length(gift_message) <= 500) NOT VALID;
ALTER TABLE sales.orders VALIDATE CONSTRAINT orders_gift_message_check;

COMMENT ON COLUMN sales.orders.gift_message IS 'Printed on a card in the parcel; no bill is put in.';
COMMENT ON COLUMN sales.orders.is_gift IS 'Whether the parcel is packed as a gift.';
