-- case: a policy's roles and conditions
-- old
CREATE TABLE t (id integer PRIMARY KEY, "a TO b" text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t FOR UPDATE USING (id > 1) WITH CHECK (id > 2);
CREATE POLICY "q TO x" ON t AS RESTRICTIVE TO drift_reader USING ("a TO b" <> ' WITH CHECK (');
CREATE POLICY only_check ON t FOR INSERT WITH CHECK (id IN (SELECT one.id FROM t AS one JOIN t AS other USING (id)));
COMMENT ON POLICY p ON t IS 'stays';
-- new
CREATE TABLE t (id integer PRIMARY KEY, "a TO b" text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t FOR UPDATE TO drift_reader USING (id > 5) WITH CHECK (id > 2 AND "a TO b" IS NULL);
CREATE POLICY "q TO x" ON t AS RESTRICTIVE USING ("a TO b" <> ' WITH CHECK (');
CREATE POLICY only_check ON t FOR INSERT WITH CHECK (id > 0);
COMMENT ON POLICY p ON t IS 'stays';

-- case: policies, rules and triggers with other names only
-- old
CREATE TABLE t (id integer);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE POLICY p ON t USING (id > 1);
CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE RULE e AS ON DELETE TO t DO INSTEAD NOTHING;
ALTER TABLE t DISABLE TRIGGER r;
-- new
CREATE TABLE t (id integer);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE POLICY "P 2" ON t USING (id > 1);
CREATE TRIGGER "R 2" BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE RULE "E 2" AS ON DELETE TO t DO INSTEAD NOTHING;
ALTER TABLE t DISABLE TRIGGER "R 2";

-- case: what a trigger does
-- since: 14
-- old
CREATE TABLE t (id integer, a text);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION h() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE TRIGGER s AFTER UPDATE ON t FOR EACH STATEMENT EXECUTE FUNCTION g();
COMMENT ON TRIGGER r ON t IS 'stays';
ALTER TABLE t DISABLE TRIGGER r;
-- new
CREATE TABLE t (id integer, a text);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION h() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER r AFTER INSERT OR UPDATE OF a ON t FOR EACH ROW WHEN (NEW.id > 0) EXECUTE FUNCTION h('x');
CREATE TRIGGER s AFTER UPDATE ON t FOR EACH STATEMENT EXECUTE FUNCTION h();
COMMENT ON TRIGGER r ON t IS 'stays';
ALTER TABLE t DISABLE TRIGGER r;
ALTER TABLE t ENABLE ALWAYS TRIGGER s;

-- case: when triggers, rules and event triggers are on, and what a rule does
-- clean
DROP EVENT TRIGGER IF EXISTS migration_event;
-- old
CREATE TABLE t (id integer, a text);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE CONSTRAINT TRIGGER k AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE RULE e AS ON DELETE TO t DO INSTEAD NOTHING;
CREATE RULE f AS ON UPDATE TO t DO ALSO NOTHING;
ALTER TABLE t DISABLE RULE f;
CREATE EVENT TRIGGER migration_event ON ddl_command_start EXECUTE FUNCTION ev();
-- new
CREATE TABLE t (id integer, a text);
CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE CONSTRAINT TRIGGER k AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION g();
CREATE RULE e AS ON DELETE TO t DO INSTEAD NOTHING;
CREATE RULE f AS ON INSERT TO t WHERE NEW.id > 5 DO INSTEAD NOTHING;
ALTER TABLE t DISABLE RULE f;
ALTER TABLE t DISABLE TRIGGER r;
ALTER TABLE t ENABLE REPLICA TRIGGER k;
ALTER TABLE t ENABLE ALWAYS RULE e;
CREATE EVENT TRIGGER migration_event ON ddl_command_start EXECUTE FUNCTION ev();
ALTER EVENT TRIGGER migration_event DISABLE;

-- case: what a publication publishes
-- clean
DROP PUBLICATION IF EXISTS migration_publication;
-- old
CREATE TABLE t (id integer PRIMARY KEY, a text);
CREATE TABLE u (id integer PRIMARY KEY);
CREATE PUBLICATION migration_publication FOR TABLE t, u WITH (publish_via_partition_root);
-- new
CREATE TABLE t (id integer PRIMARY KEY, a text);
CREATE TABLE u (id integer PRIMARY KEY);
CREATE PUBLICATION migration_publication FOR TABLE t WITH (publish = 'insert, update');

-- case: columns, rows and schemas of a publication
-- since: 15
-- clean
DROP PUBLICATION IF EXISTS migration_publication;
-- old
CREATE TABLE t (id integer PRIMARY KEY, a text);
CREATE TABLE u (id integer PRIMARY KEY);
CREATE PUBLICATION migration_publication FOR TABLE t (id, a) WHERE (a <> ' WITH (publish = '), u WITH (publish = 'insert');
-- new
CREATE TABLE t (id integer PRIMARY KEY, a text);
CREATE TABLE u (id integer PRIMARY KEY);
CREATE PUBLICATION migration_publication FOR TABLE t WHERE (id > 5), TABLES IN SCHEMA app WITH (publish = 'insert');

-- case: the options of a server, a wrapper, foreign tables and their columns
-- clean
DROP FOREIGN DATA WRAPPER IF EXISTS migration_wrapper, migration_second CASCADE;
-- old
CREATE FOREIGN DATA WRAPPER migration_wrapper OPTIONS (dbname 'w', port '1');
CREATE FOREIGN DATA WRAPPER migration_second VALIDATOR postgresql_fdw_validator;
CREATE SERVER migration_server VERSION '1 VERSION' FOREIGN DATA WRAPPER migration_wrapper OPTIONS (host 'a, b', dbname 'd');
CREATE SERVER migration_other FOREIGN DATA WRAPPER migration_wrapper OPTIONS (host E'back\\slash', dbname 'd');
CREATE USER MAPPING FOR CURRENT_USER SERVER migration_server OPTIONS (password 'kept');
CREATE FOREIGN TABLE f (id integer OPTIONS (host 'x'), a text) SERVER migration_server OPTIONS (host 'y', port '2');
-- new
CREATE FOREIGN DATA WRAPPER migration_wrapper OPTIONS (dbname 'v', host 'h');
CREATE FOREIGN DATA WRAPPER migration_second;
CREATE SERVER migration_server VERSION '2' FOREIGN DATA WRAPPER migration_wrapper OPTIONS (host 'c', port '7');
CREATE SERVER migration_other VERSION 'v' FOREIGN DATA WRAPPER migration_wrapper OPTIONS (dbname 'd', host E'\\other');
CREATE USER MAPPING FOR CURRENT_USER SERVER migration_server OPTIONS (password 'kept');
CREATE FOREIGN TABLE f (id integer, a text OPTIONS (host 'z')) SERVER migration_server OPTIONS (port '3', dbname 'q');

-- case: text search dictionaries and configurations
-- old
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple, stopwords = english, accept = false);
CREATE TEXT SEARCH CONFIGURATION c (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR asciiword, word WITH d, simple;
ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR int WITH simple;
CREATE TABLE t (id integer, a text);
CREATE INDEX i ON t USING gin (to_tsvector('app.c', a));
-- new
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple, accept = true);
CREATE TEXT SEARCH CONFIGURATION c (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR asciiword WITH simple;
ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word WITH d, simple;
ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR email WITH d;
CREATE TABLE t (id integer, a text);
CREATE INDEX i ON t USING gin (to_tsvector('app.c', a));

-- case: tables that reference each other become unlogged
-- old
CREATE TABLE z (id integer PRIMARY KEY);
CREATE TABLE a (id integer PRIMARY KEY REFERENCES z, own integer REFERENCES a);
CREATE TABLE m (id integer PRIMARY KEY REFERENCES a);
-- new
CREATE UNLOGGED TABLE z (id integer PRIMARY KEY);
CREATE UNLOGGED TABLE a (id integer PRIMARY KEY REFERENCES z, own integer REFERENCES a);
CREATE UNLOGGED TABLE m (id integer PRIMARY KEY REFERENCES a);

-- case: settings of tables, columns, indexes and statistics
-- old
CREATE TABLE t (id integer PRIMARY KEY, a text, b text);
CREATE UNIQUE INDEX i ON t (id);
CREATE STATISTICS s ON id, a FROM t;
-- new
CREATE TABLE t (id integer PRIMARY KEY, a text, b text) WITH (fillfactor = 50, autovacuum_enabled = false);
CREATE UNIQUE INDEX i ON t (id) WITH (fillfactor = 60);
CREATE STATISTICS s ON id, a FROM t;
ALTER TABLE t ALTER a SET STORAGE external, ALTER b SET STATISTICS 77, ALTER b SET (n_distinct = -0.5), REPLICA IDENTITY FULL, ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER STATISTICS s SET STATISTICS 55;
COMMENT ON TABLE t IS 'a comment';

-- case: another access method
-- since: 15
-- clean
DROP ACCESS METHOD IF EXISTS migration_heap CASCADE;
-- old
CREATE ACCESS METHOD migration_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE t (id integer PRIMARY KEY, a text) USING migration_heap;
CREATE MATERIALIZED VIEW m AS SELECT id FROM t;
-- new
CREATE ACCESS METHOD migration_heap TYPE TABLE HANDLER heap_tableam_handler;
CREATE TABLE t (id integer PRIMARY KEY, a text);
CREATE MATERIALIZED VIEW m USING migration_heap AS SELECT id FROM t;

-- case: schemas given to an extension
-- clean
DROP EXTENSION IF EXISTS citext CASCADE; DROP SCHEMA IF EXISTS made CASCADE; DROP SCHEMA IF EXISTS "made, too" CASCADE;
-- old
CREATE EXTENSION citext WITH SCHEMA app;
CREATE SCHEMA made;
CREATE SCHEMA "made, too";
CREATE TABLE made.t (id app.citext);
CREATE TABLE "made, too".t (id integer);
ALTER EXTENSION citext ADD SCHEMA "made, too";
-- new
CREATE EXTENSION citext WITH SCHEMA app;
CREATE SCHEMA made;
CREATE SCHEMA "made, too";
CREATE TABLE made.t (id app.citext);
CREATE TABLE "made, too".t (id integer);
ALTER EXTENSION citext ADD SCHEMA made;

-- case: the estimators of operators
-- old
CREATE FUNCTION same(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 % 7 = $2 % 7';
CREATE FUNCTION odd(integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 % 2 = 1';
CREATE OPERATOR === (FUNCTION = same, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = ===, RESTRICT = eqsel, HASHES, MERGES);
CREATE OPERATOR @@@ (FUNCTION = odd, RIGHTARG = integer, RESTRICT = eqsel);
CREATE TABLE t (id integer CHECK (id OPERATOR(app.===) id));
CREATE VIEW v AS SELECT id FROM t WHERE id OPERATOR(app.===) 2 AND OPERATOR(app.@@@) id;
-- new
CREATE FUNCTION same(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 % 7 = $2 % 7';
CREATE FUNCTION odd(integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 % 2 = 1';
CREATE OPERATOR === (FUNCTION = same, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = ===, RESTRICT = neqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR @@@ (FUNCTION = odd, RIGHTARG = integer);
CREATE TABLE t (id integer CHECK (id OPERATOR(app.===) id));
CREATE VIEW v AS SELECT id FROM t WHERE id OPERATOR(app.===) 2 AND OPERATOR(app.@@@) id;

-- case: operators become partners and can be hashed
-- since: 17
-- one way
-- old
CREATE FUNCTION is_of(integer, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
CREATE FUNCTION has(text, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $2::text = $1';
CREATE FUNCTION is_not_of(integer, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text <> $2';
CREATE OPERATOR <<< (FUNCTION = is_of, LEFTARG = integer, RIGHTARG = text);
CREATE OPERATOR >>> (FUNCTION = has, LEFTARG = text, RIGHTARG = integer);
CREATE OPERATOR !<< (FUNCTION = is_not_of, LEFTARG = integer, RIGHTARG = text);
CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer);
CREATE TABLE t (id integer CHECK (id OPERATOR(app.===) id), a text);
CREATE VIEW v AS SELECT id FROM t WHERE id OPERATOR(app.<<<) a;
-- new
CREATE FUNCTION is_of(integer, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
CREATE FUNCTION has(text, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $2::text = $1';
CREATE FUNCTION is_not_of(integer, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text <> $2';
CREATE OPERATOR <<< (FUNCTION = is_of, LEFTARG = integer, RIGHTARG = text, COMMUTATOR = >>>, NEGATOR = !<<);
CREATE OPERATOR >>> (FUNCTION = has, LEFTARG = text, RIGHTARG = integer, COMMUTATOR = <<<);
CREATE OPERATOR !<< (FUNCTION = is_not_of, LEFTARG = integer, RIGHTARG = text, NEGATOR = <<<);
CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = ===, HASHES, MERGES);
CREATE TABLE t (id integer CHECK (id OPERATOR(app.===) id), a text);
CREATE VIEW v AS SELECT id FROM t WHERE id OPERATOR(app.<<<) a;
