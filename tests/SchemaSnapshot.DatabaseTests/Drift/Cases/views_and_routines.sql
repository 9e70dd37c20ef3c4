-- case: view dropped
-- old
CREATE TABLE t (a integer, b varchar(20));
CREATE VIEW v AS SELECT a, b FROM t;
-- then
DROP VIEW v;
-- expect: SNAP2001 view app.v

-- case: view added
-- old
CREATE TABLE t (a integer, b varchar(20));

-- then
CREATE VIEW v AS SELECT a FROM t;
-- expect: SNAP4002 view app.v

-- case: view column dropped
-- old
CREATE TABLE t (a integer, b varchar(20));
CREATE VIEW v AS SELECT a, b FROM t;
-- then
DROP VIEW v;
CREATE VIEW v AS SELECT a FROM t;
-- expect: SNAP2012 column app.v.b
-- expect: SNAP3010 view app.v
-- near miss: SNAP2001

-- case: view column retyped
-- old
CREATE TABLE t (a integer, b varchar(20));
CREATE VIEW v AS SELECT a, b FROM t;
-- then
DROP VIEW v;
CREATE VIEW v AS SELECT a::bigint AS a, b FROM t;
-- expect: SNAP2012 column app.v.a
-- expect: SNAP3010 view app.v
-- near miss: SNAP3001

-- case: view column added
-- old
CREATE TABLE t (a integer, b varchar(20));
CREATE VIEW v AS SELECT a, b FROM t;
-- then
CREATE OR REPLACE VIEW v AS SELECT a, b, 1 AS c FROM t;
-- expect: SNAP4002 column app.v.c
-- expect: SNAP3010 view app.v
-- near miss: SNAP2012

-- case: view with another condition
-- old
CREATE TABLE t (a integer, b varchar(20));
CREATE VIEW v AS SELECT a, b FROM t;
-- then
CREATE OR REPLACE VIEW v AS SELECT a, b FROM t WHERE a > 0;
-- expect: SNAP3010 view app.v
-- near miss: SNAP2012

-- case: view becomes a security barrier
-- old
CREATE TABLE t (a integer, b varchar(20));
CREATE VIEW v AS SELECT a, b FROM t;
-- then
ALTER VIEW v SET (security_barrier);
-- expect: SNAP3010 view app.v
-- near miss: SNAP4002

-- case: column of the table behind a view dropped
-- old
CREATE TABLE t (a integer, b integer);
CREATE VIEW v AS SELECT a FROM t;
-- then
ALTER TABLE t DROP b;
-- expect: SNAP2001 column app.t.b
-- near miss: SNAP2012

-- case: materialized view column dropped
-- old
CREATE TABLE t (a integer, b varchar(20));
CREATE MATERIALIZED VIEW v AS SELECT a, b FROM t;
-- then
DROP MATERIALIZED VIEW v;
CREATE MATERIALIZED VIEW v AS SELECT a FROM t;
-- expect: SNAP2012 column app.v.b
-- expect: SNAP3010 materialized view app.v

-- case: materialized view dropped
-- old
CREATE MATERIALIZED VIEW v AS SELECT 1 AS a;
-- then
DROP MATERIALIZED VIEW v;
-- expect: SNAP2001 materialized view app.v

-- case: a view that another server writes otherwise
-- versions: 15.4 16.1
-- old
CREATE TABLE t (a integer, b varchar(20));
CREATE VIEW v AS SELECT a, b FROM t;
-- then
CREATE OR REPLACE VIEW v AS SELECT t.a, (b) AS b FROM t WHERE true;
-- expect: SNAP4003 view app.v
-- near miss: SNAP3010

-- case: a default that another server writes otherwise
-- versions: 13.4 14.0
-- old
CREATE TABLE t (a timestamp DEFAULT now());
-- then
ALTER TABLE t ALTER a SET DEFAULT CURRENT_TIMESTAMP;
-- expect: SNAP4003 column app.t.a
-- near miss: SNAP3006

-- case: another minor version explains nothing
-- versions: 15.3 15.4
-- old
CREATE TABLE t (a integer, b varchar(20));
CREATE VIEW v AS SELECT a, b FROM t;
-- then
CREATE OR REPLACE VIEW v AS SELECT a, b FROM t WHERE true;
-- expect: SNAP3010 view app.v
-- near miss: SNAP4003

-- case: another server does not explain another column
-- versions: 15.4 16.1
-- old
CREATE TABLE t (a integer, b varchar(20));
CREATE VIEW v AS SELECT a, b FROM t;
-- then
DROP VIEW v;
CREATE VIEW v AS SELECT a FROM t WHERE a > 1;
-- expect: SNAP2012 column app.v.b
-- expect: SNAP3010 view app.v
-- near miss: SNAP4003

-- case: function dropped
-- old
CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x';
-- then
DROP FUNCTION f;
-- expect: SNAP2001 function app.f(integer)

-- case: function added
-- old
SELECT 1;
-- then
CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x';
-- expect: SNAP4002 function app.f(integer)
-- near miss: SNAP2013

-- case: overload added
-- old
CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x';
-- then
CREATE FUNCTION f(x text) RETURNS integer LANGUAGE sql AS 'SELECT 1';
-- expect: SNAP4002 function app.f(text)
-- near miss: SNAP2001
-- near miss: SNAP2013

-- case: argument types changed
-- old
CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x';
-- then
DROP FUNCTION f;
CREATE FUNCTION f(x bigint) RETURNS integer LANGUAGE sql AS 'SELECT 1';
-- expect: SNAP2001 function app.f(integer)
-- expect: SNAP4002 function app.f(bigint)

-- case: return type changed
-- old
CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x';
-- then
DROP FUNCTION f;
CREATE FUNCTION f(x integer) RETURNS bigint LANGUAGE sql AS 'SELECT x';
-- expect: SNAP2013 function app.f(integer)
-- near miss: SNAP3010

-- case: argument renamed
-- old
CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
-- then
DROP FUNCTION f;
CREATE FUNCTION f(y integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
-- expect: SNAP2013 function app.f(integer)
-- near miss: SNAP3010

-- case: body changed
-- old
CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x';
-- then
CREATE OR REPLACE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x + 1';
-- expect: SNAP3010 function app.f(integer)
-- near miss: SNAP2013

-- case: volatility changed
-- old
CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x';
-- then
ALTER FUNCTION f IMMUTABLE;
-- expect: SNAP3010 function app.f(integer)
-- near miss: SNAP2013

-- case: security definer
-- old
CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x';
-- then
ALTER FUNCTION f SECURITY DEFINER;
-- expect: SNAP3010 function app.f(integer)

-- case: cost changed
-- old
CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x';
-- then
ALTER FUNCTION f COST 7;
-- expect: SNAP3010 function app.f(integer)

-- case: language and body changed
-- old
CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x';
-- then
CREATE OR REPLACE FUNCTION f(x integer) RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN x; END';
-- expect: SNAP3010 function app.f(integer)
-- expect: SNAP3010 function app.f(integer)

-- case: comment on a function
-- old
CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x';
-- then
COMMENT ON FUNCTION f IS 'x';
-- expect: SNAP4002 function app.f(integer)
-- near miss: SNAP3010

-- case: function renamed, declared
-- rename: app.f(integer) app.g(integer)
-- old
CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x';
-- then
ALTER FUNCTION f RENAME TO g;
-- expect: SNAP2002 function app.f(integer)

-- case: procedure dropped
-- old
CREATE PROCEDURE p() LANGUAGE sql AS 'SELECT 1';
-- then
DROP PROCEDURE p;
-- expect: SNAP2001 procedure app.p()

-- case: aggregate dropped
-- old
CREATE AGGREGATE total(integer) (sfunc = int4pl, stype = integer);
-- then
DROP AGGREGATE total(integer);
-- expect: SNAP2001 aggregate app.total(integer)

-- case: trigger added
-- old
CREATE TABLE t (a integer);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';

-- then
CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
-- expect: SNAP3009 trigger r on app.t
-- near miss: SNAP4002

-- case: trigger dropped
-- old
CREATE TABLE t (a integer);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
-- then
DROP TRIGGER r ON t;
-- expect: SNAP3009 trigger r on app.t

-- case: trigger changed
-- old
CREATE TABLE t (a integer);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
-- then
DROP TRIGGER r ON t;
CREATE TRIGGER r BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION g();
-- expect: SNAP3009 trigger r on app.t

-- case: trigger disabled
-- old
CREATE TABLE t (a integer);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
-- then
ALTER TABLE t DISABLE TRIGGER r;
-- expect: SNAP3009 trigger r on app.t

-- case: comment on a trigger
-- old
CREATE TABLE t (a integer);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
-- then
COMMENT ON TRIGGER r ON t IS 'x';
-- expect: SNAP4002 trigger r on app.t
-- near miss: SNAP3009

-- case: rule added
-- old
CREATE TABLE t (a integer);
-- then
CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;
-- expect: SNAP3009 rule r on app.t

-- case: event trigger added
-- old
CREATE FUNCTION g() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
-- then
CREATE EVENT TRIGGER drift_watch ON ddl_command_start EXECUTE FUNCTION g();
-- clean
DROP EVENT TRIGGER IF EXISTS drift_watch;
-- expect: SNAP3009 event trigger drift_watch
