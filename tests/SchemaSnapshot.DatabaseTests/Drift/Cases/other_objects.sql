-- case: enum dropped
-- old
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- then
DROP TYPE mood;
-- expect: SNAP2001 enum app.mood

-- case: enum label added
-- old
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- then
ALTER TYPE mood ADD VALUE 'happy';
-- expect: SNAP3007 enum app.mood
-- near miss: SNAP2011

-- case: enum label renamed
-- old
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- then
ALTER TYPE mood RENAME VALUE 'sad' TO 'blue';
-- expect: SNAP2011 enum app.mood
-- near miss: SNAP3007

-- case: enum label removed
-- old
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- new
CREATE TYPE mood AS ENUM ('ok');
-- expect: SNAP2011 enum app.mood
-- near miss: SNAP3007

-- case: enum labels in another order
-- old
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- new
CREATE TYPE mood AS ENUM ('ok', 'sad');
-- expect: SNAP3016 enum app.mood
-- near miss: SNAP2011
-- near miss: SNAP3007

-- case: enum added
-- old
SELECT 1;
-- then
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- expect: SNAP4002 enum app.mood
-- near miss: SNAP3007

-- case: comment on an enum
-- old
CREATE TYPE mood AS ENUM ('sad', 'ok');
-- then
COMMENT ON TYPE mood IS 'x';
-- expect: SNAP4002 enum app.mood

-- case: enum renamed, declared
-- rename: app.mood app.humour
-- old
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (a mood DEFAULT 'ok');
-- then
ALTER TYPE mood RENAME TO humour;
-- expect: SNAP2002 enum app.mood
-- near miss: SNAP2003

-- case: domain dropped
-- old
CREATE DOMAIN d AS integer CONSTRAINT c CHECK (value > 0);
-- then
DROP DOMAIN d;
-- expect: SNAP2001 domain app.d

-- case: domain constraint added
-- old
CREATE DOMAIN d AS integer;
-- then
ALTER DOMAIN d ADD CONSTRAINT c CHECK (value > 0);
-- expect: SNAP3008 domain constraint c on app.d

-- case: domain constraint changed
-- old
CREATE DOMAIN d AS integer CONSTRAINT c CHECK (value > 0);
-- then
ALTER DOMAIN d DROP CONSTRAINT c;
ALTER DOMAIN d ADD CONSTRAINT c CHECK (value > 1);
-- expect: SNAP3008 domain constraint c on app.d

-- case: domain constraint dropped
-- old
CREATE DOMAIN d AS integer CONSTRAINT c CHECK (value > 0);
-- then
ALTER DOMAIN d DROP CONSTRAINT c;
-- expect: SNAP3015 domain constraint c on app.d
-- near miss: SNAP3008

-- case: domain becomes not null
-- old
CREATE DOMAIN d AS integer CONSTRAINT c CHECK (value > 0);
-- then
ALTER DOMAIN d SET NOT NULL;
-- expect: SNAP3008 domain app.d
-- near miss: SNAP2005

-- case: default of a domain
-- old
CREATE DOMAIN d AS integer CONSTRAINT c CHECK (value > 0);
-- then
ALTER DOMAIN d SET DEFAULT 5;
-- expect: SNAP3006 domain app.d
-- near miss: SNAP3008

-- case: composite type dropped
-- old
CREATE TYPE pair AS (a integer, b text);
-- then
DROP TYPE pair;
-- expect: SNAP2001 composite type app.pair

-- case: attribute dropped
-- old
CREATE TYPE pair AS (a integer, b text);
-- then
ALTER TYPE pair DROP ATTRIBUTE b;
-- expect: SNAP2001 column app.pair.b

-- case: attribute added
-- old
CREATE TYPE pair AS (a integer, b text);
-- then
ALTER TYPE pair ADD ATTRIBUTE c integer;
-- expect: SNAP4002 column app.pair.c
-- near miss: SNAP2007

-- case: range type dropped
-- old
CREATE TYPE span AS RANGE (subtype = float8);
-- then
DROP TYPE span;
-- expect: SNAP2001 range type app.span

-- case: sequence dropped
-- old
CREATE SEQUENCE s;
-- then
DROP SEQUENCE s;
-- expect: SNAP3012 sequence app.s
-- near miss: SNAP3015

-- case: sequence added
-- old
SELECT 1;
-- then
CREATE SEQUENCE s;
-- expect: SNAP4002 sequence app.s
-- near miss: SNAP3012

-- case: sequence with another increment
-- old
CREATE SEQUENCE s;
-- then
ALTER SEQUENCE s INCREMENT 10;
-- expect: SNAP3012 sequence app.s

-- case: sequence of another type
-- old
CREATE SEQUENCE s;
-- then
ALTER SEQUENCE s AS integer;
-- expect: SNAP3012 sequence app.s
-- expect: SNAP3012 sequence app.s
-- near miss: SNAP2004

-- case: comment on a sequence
-- old
CREATE SEQUENCE s;
-- then
COMMENT ON SEQUENCE s IS 'x';
-- expect: SNAP4002 sequence app.s
-- near miss: SNAP3012

-- case: statistics dropped
-- old
CREATE TABLE t (a integer, b integer);
CREATE STATISTICS st ON a, b FROM t;
-- then
DROP STATISTICS st;
-- expect: SNAP3015 statistics app.st
-- near miss: SNAP3016

-- case: statistics added
-- old
CREATE TABLE t (a integer, b integer);
-- then
CREATE STATISTICS st ON a, b FROM t;
-- expect: SNAP4002 statistics app.st
-- near miss: SNAP3015

-- case: statistics changed
-- old
CREATE TABLE t (a integer, b integer);
CREATE STATISTICS st (ndistinct) ON a, b FROM t;
-- new
CREATE TABLE t (a integer, b integer);
CREATE STATISTICS st (dependencies) ON a, b FROM t;
-- expect: SNAP3016 statistics app.st
-- near miss: SNAP3015

-- case: operator dropped
-- old
CREATE OPERATOR === (leftarg = integer, rightarg = integer, function = int4eq);
-- then
DROP OPERATOR === (integer, integer);
-- expect: SNAP3015 operator app.===(integer, integer)

-- case: publication dropped
-- old
CREATE PUBLICATION drift_pub;
-- then
DROP PUBLICATION drift_pub;
-- clean
DROP PUBLICATION IF EXISTS drift_pub;
-- expect: SNAP3015 publication drift_pub

-- case: extension dropped
-- old
CREATE EXTENSION citext WITH SCHEMA app;
-- then
DROP EXTENSION citext;
-- expect: SNAP3011 extension citext

-- case: extension updated
-- old
CREATE EXTENSION citext WITH SCHEMA app VERSION '1.4';
-- then
ALTER EXTENSION citext UPDATE TO '1.5';
-- expect: SNAP3011 extension citext

-- case: extension added
-- old
SELECT 1;
-- then
CREATE EXTENSION citext WITH SCHEMA app;
-- expect: SNAP4002 extension citext
-- near miss: SNAP3011
