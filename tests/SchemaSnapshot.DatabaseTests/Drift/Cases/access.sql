-- case: row-level security on
-- old
CREATE TABLE t (a integer, b integer);
-- then
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- expect: SNAP2014 table app.t
-- near miss: SNAP3014

-- case: row-level security off
-- old
CREATE TABLE t (a integer, b integer);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- then
ALTER TABLE t DISABLE ROW LEVEL SECURITY;
-- expect: SNAP3014 table app.t
-- near miss: SNAP2014

-- case: row-level security forced
-- old
CREATE TABLE t (a integer, b integer);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- then
ALTER TABLE t FORCE ROW LEVEL SECURITY;
-- expect: SNAP2014 table app.t

-- case: policy added
-- old
CREATE TABLE t (a integer, b integer);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- then
CREATE POLICY p ON t USING (a > 0);
-- expect: SNAP2014 policy p on app.t

-- case: policy changed
-- old
CREATE TABLE t (a integer, b integer);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (a > 0);
-- then
ALTER POLICY p ON t USING (a > 1);
-- expect: SNAP2014 policy p on app.t

-- case: comment on a policy
-- old
CREATE TABLE t (a integer, b integer);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (a > 0);
-- then
COMMENT ON POLICY p ON t IS 'x';
-- expect: SNAP4002 policy p on app.t
-- near miss: SNAP2014

-- case: restrictive policy dropped
-- old
CREATE TABLE t (a integer, b integer);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t AS RESTRICTIVE USING (a > 0);
-- then
DROP POLICY p ON t;
-- expect: SNAP3014 policy p on app.t
-- near miss: SNAP2014

-- case: permissive policy dropped
-- old
CREATE TABLE t (a integer, b integer);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (a > 0);
-- then
DROP POLICY p ON t;
-- expect: SNAP2014 policy p on app.t
-- near miss: SNAP3014

-- case: policy that is not in force dropped
-- old
CREATE TABLE t (a integer, b integer);
CREATE POLICY p ON t USING (a > 0);
-- then
DROP POLICY p ON t;
-- expect: SNAP3014 policy p on app.t

-- case: privilege revoked
-- old
CREATE TABLE t (a integer, b integer);
GRANT SELECT ON t TO drift_reader;
-- then
REVOKE SELECT ON t FROM drift_reader;
-- expect: SNAP2014 privilege drift_reader on app.t

-- case: one of two privileges revoked
-- old
CREATE TABLE t (a integer, b integer);
GRANT SELECT, INSERT ON t TO drift_reader;
-- then
REVOKE INSERT ON t FROM drift_reader;
-- expect: SNAP2014 privilege drift_reader on app.t

-- case: privilege granted
-- old
CREATE TABLE t (a integer, b integer);
-- then
GRANT SELECT ON t TO drift_reader;
-- expect: SNAP4002 privilege drift_reader on app.t
-- near miss: SNAP2014

-- case: second privilege granted
-- old
CREATE TABLE t (a integer, b integer);
GRANT SELECT ON t TO drift_reader;
-- then
GRANT INSERT ON t TO drift_reader;
-- expect: SNAP4002 privilege drift_reader on app.t
-- near miss: SNAP2014

-- case: schema privilege revoked
-- old
GRANT USAGE ON SCHEMA app TO drift_reader;
-- then
REVOKE USAGE ON SCHEMA app FROM drift_reader;
-- expect: SNAP2014 privilege schema to drift_reader in schema app
