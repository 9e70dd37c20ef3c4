-- case: a release of a shop
-- rename: app.orders.note app.orders.remark
-- old
CREATE TYPE status AS ENUM ('open', 'paid');
CREATE TABLE customers (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email varchar(200) NOT NULL, fax text);
CREATE TABLE orders (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id integer NOT NULL, status status NOT NULL DEFAULT 'open', note text, total numeric(10,2));
CREATE VIEW open_orders AS SELECT o.id, o.total, c.email FROM orders AS o JOIN customers AS c ON c.id = o.customer_id WHERE o.status = 'open';
CREATE FUNCTION total_of(customer integer) RETURNS numeric LANGUAGE sql STABLE AS 'SELECT sum(total) FROM app.orders WHERE customer_id = customer';
-- new
CREATE TYPE status AS ENUM ('open', 'paid', 'shipped');
CREATE TABLE customers (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email varchar(320) NOT NULL, created_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE orders (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers, status status NOT NULL DEFAULT 'open', remark text, total numeric(12,2) NOT NULL, CONSTRAINT positive CHECK (total > 0));
CREATE INDEX orders_customer_idx ON orders (customer_id);
CREATE VIEW open_orders AS SELECT o.id, o.total, c.email FROM orders AS o JOIN customers AS c ON c.id = o.customer_id WHERE o.status <> 'paid';
CREATE FUNCTION total_of(customer integer) RETURNS numeric LANGUAGE sql STABLE AS 'SELECT coalesce(sum(total), 0) FROM app.orders WHERE customer_id = customer';
COMMENT ON TABLE orders IS 'One row per order.';
