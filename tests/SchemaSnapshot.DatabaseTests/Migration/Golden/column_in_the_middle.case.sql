-- case: a column in the middle
-- old
CREATE TABLE customers (id integer PRIMARY KEY);
CREATE TABLE orders (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id integer REFERENCES customers, note text);
CREATE TABLE lines (order_id integer REFERENCES orders, amount integer);
CREATE INDEX orders_note_idx ON orders (note);
-- new
CREATE TABLE customers (id integer PRIMARY KEY);
CREATE TABLE orders (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id integer REFERENCES customers, placed_at date, note text);
CREATE TABLE lines (order_id integer REFERENCES orders, amount integer);
CREATE INDEX orders_note_idx ON orders (note);
