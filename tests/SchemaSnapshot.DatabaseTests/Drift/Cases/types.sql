-- case: smallint to integer
-- old
CREATE TABLE t (a smallint);
-- then
ALTER TABLE t ALTER a TYPE integer;
-- expect: SNAP3001 column app.t.a
-- near miss: SNAP2004

-- case: integer to bigint
-- old
CREATE TABLE t (a integer);
-- then
ALTER TABLE t ALTER a TYPE bigint;
-- expect: SNAP3001 column app.t.a
-- near miss: SNAP2004
-- near miss: SNAP2003

-- case: bigint to integer
-- old
CREATE TABLE t (a bigint);
-- then
ALTER TABLE t ALTER a TYPE integer;
-- expect: SNAP2004 column app.t.a
-- near miss: SNAP2003

-- case: integer to smallint
-- old
CREATE TABLE t (a integer);
-- then
ALTER TABLE t ALTER a TYPE smallint;
-- expect: SNAP2004 column app.t.a

-- case: smallint to numeric(5,0)
-- old
CREATE TABLE t (a smallint);
-- then
ALTER TABLE t ALTER a TYPE numeric(5,0);
-- expect: SNAP3001 column app.t.a

-- case: integer to numeric
-- old
CREATE TABLE t (a integer);
-- then
ALTER TABLE t ALTER a TYPE numeric;
-- expect: SNAP3001 column app.t.a

-- case: integer to numeric(8,0)
-- old
CREATE TABLE t (a integer);
-- then
ALTER TABLE t ALTER a TYPE numeric(8,0);
-- expect: SNAP2004 column app.t.a

-- case: bigint to numeric(19,0)
-- old
CREATE TABLE t (a bigint);
-- then
ALTER TABLE t ALTER a TYPE numeric(19,0);
-- expect: SNAP3001 column app.t.a

-- case: integer to numeric(12,2)
-- old
CREATE TABLE t (a integer);
-- then
ALTER TABLE t ALTER a TYPE numeric(12,2);
-- expect: SNAP3001 column app.t.a

-- case: numeric(9,0) to integer
-- old
CREATE TABLE t (a numeric(9,0));
-- then
ALTER TABLE t ALTER a TYPE integer;
-- expect: SNAP3001 column app.t.a

-- case: numeric(10,0) to integer
-- old
CREATE TABLE t (a numeric(10,0));
-- then
ALTER TABLE t ALTER a TYPE integer;
-- expect: SNAP2004 column app.t.a

-- case: numeric(9,2) to integer
-- old
CREATE TABLE t (a numeric(9,2));
-- then
ALTER TABLE t ALTER a TYPE integer;
-- expect: SNAP2004 column app.t.a

-- case: numeric to bigint
-- old
CREATE TABLE t (a numeric);
-- then
ALTER TABLE t ALTER a TYPE bigint;
-- expect: SNAP2004 column app.t.a

-- case: numeric(10,2) to numeric(12,2)
-- old
CREATE TABLE t (a numeric(10,2));
-- then
ALTER TABLE t ALTER a TYPE numeric(12,2);
-- expect: SNAP3001 column app.t.a

-- case: numeric(10,2) to numeric(12,4)
-- old
CREATE TABLE t (a numeric(10,2));
-- then
ALTER TABLE t ALTER a TYPE numeric(12,4);
-- expect: SNAP3001 column app.t.a

-- case: numeric(10,2) to numeric(10,4)
-- old
CREATE TABLE t (a numeric(10,2));
-- then
ALTER TABLE t ALTER a TYPE numeric(10,4);
-- expect: SNAP2004 column app.t.a

-- case: numeric(10,2) to numeric(10,1)
-- old
CREATE TABLE t (a numeric(10,2));
-- then
ALTER TABLE t ALTER a TYPE numeric(10,1);
-- expect: SNAP2004 column app.t.a

-- case: numeric(10,2) to numeric
-- old
CREATE TABLE t (a numeric(10,2));
-- then
ALTER TABLE t ALTER a TYPE numeric;
-- expect: SNAP3001 column app.t.a

-- case: numeric to numeric(10,2)
-- old
CREATE TABLE t (a numeric);
-- then
ALTER TABLE t ALTER a TYPE numeric(10,2);
-- expect: SNAP2004 column app.t.a

-- case: real to double precision
-- old
CREATE TABLE t (a real);
-- then
ALTER TABLE t ALTER a TYPE double precision;
-- expect: SNAP3001 column app.t.a

-- case: double precision to real
-- old
CREATE TABLE t (a double precision);
-- then
ALTER TABLE t ALTER a TYPE real;
-- expect: SNAP2004 column app.t.a

-- case: integer to double precision
-- old
CREATE TABLE t (a integer);
-- then
ALTER TABLE t ALTER a TYPE double precision;
-- expect: SNAP2003 column app.t.a
-- near miss: SNAP3001
-- near miss: SNAP2004

-- case: double precision to numeric
-- old
CREATE TABLE t (a double precision);
-- then
ALTER TABLE t ALTER a TYPE numeric;
-- expect: SNAP2003 column app.t.a

-- case: varchar(200) to varchar(50)
-- old
CREATE TABLE t (a varchar(200));
-- then
ALTER TABLE t ALTER a TYPE varchar(50);
-- expect: SNAP2004 column app.t.a
-- near miss: SNAP3001

-- case: varchar(50) to varchar(200)
-- old
CREATE TABLE t (a varchar(50));
-- then
ALTER TABLE t ALTER a TYPE varchar(200);
-- expect: SNAP3001 column app.t.a

-- case: varchar(50) to text
-- old
CREATE TABLE t (a varchar(50));
-- then
ALTER TABLE t ALTER a TYPE text;
-- expect: SNAP3001 column app.t.a

-- case: text to varchar(50)
-- old
CREATE TABLE t (a text);
-- then
ALTER TABLE t ALTER a TYPE varchar(50);
-- expect: SNAP2004 column app.t.a

-- case: varchar to text
-- old
CREATE TABLE t (a varchar);
-- then
ALTER TABLE t ALTER a TYPE text;
-- expect: SNAP3001 column app.t.a

-- case: text to varchar
-- old
CREATE TABLE t (a text);
-- then
ALTER TABLE t ALTER a TYPE varchar;
-- expect: SNAP3001 column app.t.a

-- case: char(10) to varchar(10)
-- old
CREATE TABLE t (a char(10));
-- then
ALTER TABLE t ALTER a TYPE varchar(10);
-- expect: SNAP3001 column app.t.a

-- case: char(10) to varchar(5)
-- old
CREATE TABLE t (a char(10));
-- then
ALTER TABLE t ALTER a TYPE varchar(5);
-- expect: SNAP2004 column app.t.a

-- case: varchar(10) to char(10)
-- old
CREATE TABLE t (a varchar(10));
-- then
ALTER TABLE t ALTER a TYPE char(10);
-- expect: SNAP3001 column app.t.a

-- case: char(5) to text
-- old
CREATE TABLE t (a char(5));
-- then
ALTER TABLE t ALTER a TYPE text;
-- expect: SNAP3001 column app.t.a

-- case: char(3) to char(5)
-- old
CREATE TABLE t (a char(3));
-- then
ALTER TABLE t ALTER a TYPE char(5);
-- expect: SNAP3001 column app.t.a

-- case: text to char(3)
-- old
CREATE TABLE t (a text);
-- then
ALTER TABLE t ALTER a TYPE char(3);
-- expect: SNAP2004 column app.t.a

-- case: text to integer
-- old
CREATE TABLE t (a text);
-- then
ALTER TABLE t ALTER a TYPE integer USING a::integer;
-- expect: SNAP2003 column app.t.a
-- near miss: SNAP2004

-- case: integer to text
-- old
CREATE TABLE t (a integer);
-- then
ALTER TABLE t ALTER a TYPE text;
-- expect: SNAP2003 column app.t.a
-- near miss: SNAP3001

-- case: text to uuid
-- old
CREATE TABLE t (a text);
-- then
ALTER TABLE t ALTER a TYPE uuid USING a::uuid;
-- expect: SNAP2003 column app.t.a

-- case: boolean to integer
-- old
CREATE TABLE t (a boolean);
-- then
ALTER TABLE t ALTER a TYPE integer USING a::integer;
-- expect: SNAP2003 column app.t.a

-- case: bit(3) to bit(5)
-- old
CREATE TABLE t (a bit(3));
-- then
ALTER TABLE t ALTER a TYPE bit(5) USING a::bit(5);
-- expect: SNAP2004 column app.t.a

-- case: bit(3) to bit varying(5)
-- old
CREATE TABLE t (a bit(3));
-- then
ALTER TABLE t ALTER a TYPE bit varying(5);
-- expect: SNAP3001 column app.t.a

-- case: bit varying(5) to bit varying(3)
-- old
CREATE TABLE t (a bit varying(5));
-- then
ALTER TABLE t ALTER a TYPE bit varying(3) USING a::bit varying(3);
-- expect: SNAP2004 column app.t.a

-- case: bit varying(3) to bit varying
-- old
CREATE TABLE t (a bit varying(3));
-- then
ALTER TABLE t ALTER a TYPE bit varying;
-- expect: SNAP3001 column app.t.a

-- case: bit varying(5) to bit(5)
-- old
CREATE TABLE t (a bit varying(5));
-- then
ALTER TABLE t ALTER a TYPE bit(5) USING a::bit(5);
-- expect: SNAP2004 column app.t.a

-- case: timestamp to timestamptz
-- old
CREATE TABLE t (a timestamp);
-- then
ALTER TABLE t ALTER a TYPE timestamptz;
-- expect: SNAP2003 column app.t.a
-- near miss: SNAP3001

-- case: timestamptz to timestamp
-- old
CREATE TABLE t (a timestamptz);
-- then
ALTER TABLE t ALTER a TYPE timestamp;
-- expect: SNAP2003 column app.t.a

-- case: timestamp(3) to timestamp
-- old
CREATE TABLE t (a timestamp(3));
-- then
ALTER TABLE t ALTER a TYPE timestamp;
-- expect: SNAP3001 column app.t.a

-- case: timestamp to timestamp(3)
-- old
CREATE TABLE t (a timestamp);
-- then
ALTER TABLE t ALTER a TYPE timestamp(3);
-- expect: SNAP2004 column app.t.a

-- case: timestamptz(0) to timestamptz(6)
-- old
CREATE TABLE t (a timestamptz(0));
-- then
ALTER TABLE t ALTER a TYPE timestamptz(6);
-- expect: SNAP3001 column app.t.a

-- case: timestamptz to timestamptz(0)
-- old
CREATE TABLE t (a timestamptz);
-- then
ALTER TABLE t ALTER a TYPE timestamptz(0);
-- expect: SNAP2004 column app.t.a

-- case: date to timestamp
-- old
CREATE TABLE t (a date);
-- then
ALTER TABLE t ALTER a TYPE timestamp;
-- expect: SNAP3001 column app.t.a

-- case: timestamp to date
-- old
CREATE TABLE t (a timestamp);
-- then
ALTER TABLE t ALTER a TYPE date;
-- expect: SNAP2004 column app.t.a

-- case: date to timestamptz
-- old
CREATE TABLE t (a date);
-- then
ALTER TABLE t ALTER a TYPE timestamptz;
-- expect: SNAP2003 column app.t.a

-- case: time(0) to time(3)
-- old
CREATE TABLE t (a time(0));
-- then
ALTER TABLE t ALTER a TYPE time(3);
-- expect: SNAP3001 column app.t.a

-- case: time to time(0)
-- old
CREATE TABLE t (a time);
-- then
ALTER TABLE t ALTER a TYPE time(0);
-- expect: SNAP2004 column app.t.a

-- case: time to timetz
-- old
CREATE TABLE t (a time);
-- then
ALTER TABLE t ALTER a TYPE timetz;
-- expect: SNAP2003 column app.t.a

-- case: timetz(3) to timetz
-- old
CREATE TABLE t (a timetz(3));
-- then
ALTER TABLE t ALTER a TYPE timetz;
-- expect: SNAP3001 column app.t.a

-- case: time to interval
-- old
CREATE TABLE t (a time);
-- then
ALTER TABLE t ALTER a TYPE interval;
-- expect: SNAP2003 column app.t.a

-- case: interval(0) to interval(3)
-- old
CREATE TABLE t (a interval(0));
-- then
ALTER TABLE t ALTER a TYPE interval(3);
-- expect: SNAP3001 column app.t.a

-- case: interval to interval(0)
-- old
CREATE TABLE t (a interval);
-- then
ALTER TABLE t ALTER a TYPE interval(0);
-- expect: SNAP2004 column app.t.a

-- case: interval to interval year to month
-- old
CREATE TABLE t (a interval);
-- then
ALTER TABLE t ALTER a TYPE interval year to month;
-- expect: SNAP2004 column app.t.a

-- case: interval year to month to interval
-- old
CREATE TABLE t (a interval year to month);
-- then
ALTER TABLE t ALTER a TYPE interval;
-- expect: SNAP3001 column app.t.a

-- case: interval day to second(3) to interval day to second(0)
-- old
CREATE TABLE t (a interval day to second(3));
-- then
ALTER TABLE t ALTER a TYPE interval day to second(0);
-- expect: SNAP2004 column app.t.a

-- case: interval year to interval month
-- old
CREATE TABLE t (a interval year);
-- then
ALTER TABLE t ALTER a TYPE interval month;
-- expect: SNAP3001 column app.t.a

-- case: interval hour to interval day to hour
-- old
CREATE TABLE t (a interval hour);
-- then
ALTER TABLE t ALTER a TYPE interval day to hour;
-- expect: SNAP3001 column app.t.a

-- case: integer[] to bigint[]
-- old
CREATE TABLE t (a integer[]);
-- then
ALTER TABLE t ALTER a TYPE bigint[];
-- expect: SNAP3001 column app.t.a

-- case: bigint[] to integer[]
-- old
CREATE TABLE t (a bigint[]);
-- then
ALTER TABLE t ALTER a TYPE integer[];
-- expect: SNAP2004 column app.t.a

-- case: varchar(10)[] to text[]
-- old
CREATE TABLE t (a varchar(10)[]);
-- then
ALTER TABLE t ALTER a TYPE text[];
-- expect: SNAP3001 column app.t.a

-- case: integer to integer[]
-- old
CREATE TABLE t (a integer);
-- then
ALTER TABLE t ALTER a TYPE integer[] USING ARRAY[a];
-- expect: SNAP2003 column app.t.a
-- near miss: SNAP3001

-- case: integer[] to text[]
-- old
CREATE TABLE t (a integer[]);
-- then
ALTER TABLE t ALTER a TYPE text[];
-- expect: SNAP2003 column app.t.a

-- case: numeric(10,2)[] to numeric(8,2)[]
-- old
CREATE TABLE t (a numeric(10,2)[]);
-- then
ALTER TABLE t ALTER a TYPE numeric(8,2)[];
-- expect: SNAP2004 column app.t.a

-- case: json to jsonb
-- old
CREATE TABLE t (a json);
-- then
ALTER TABLE t ALTER a TYPE jsonb;
-- expect: SNAP2003 column app.t.a

-- case: inet to cidr
-- old
CREATE TABLE t (a inet);
-- then
ALTER TABLE t ALTER a TYPE cidr;
-- expect: SNAP2003 column app.t.a

-- case: "char" to text
-- old
CREATE TABLE t (a "char");
-- then
ALTER TABLE t ALTER a TYPE text;
-- expect: SNAP2003 column app.t.a

-- case: dimensions mean nothing
-- old
CREATE TABLE t (a integer[]);
-- new
CREATE TABLE t (a integer[][]);
-- expect: nothing
-- near miss: SNAP3001
-- near miss: SNAP2004
-- near miss: SNAP2003

-- case: varchar(10) to code
-- old
CREATE DOMAIN code AS varchar(10);
CREATE TABLE t (a varchar(10));
-- then
ALTER TABLE t ALTER a TYPE code;
-- expect: SNAP3001 column app.t.a

-- case: varchar(10) to code with a check
-- old
CREATE DOMAIN code AS varchar(10) CHECK (value <> '');
CREATE TABLE t (a varchar(10));
-- then
ALTER TABLE t ALTER a TYPE code;
-- expect: SNAP2004 column app.t.a

-- case: code to varchar(10) with a check
-- old
CREATE DOMAIN code AS varchar(10) CHECK (value <> '');
CREATE TABLE t (a code);
-- then
ALTER TABLE t ALTER a TYPE varchar(10);
-- expect: SNAP3001 column app.t.a

-- case: code to varchar(5)
-- old
CREATE DOMAIN code AS varchar(10);
CREATE TABLE t (a code);
-- then
ALTER TABLE t ALTER a TYPE varchar(5);
-- expect: SNAP2004 column app.t.a

-- case: code to text with a check
-- old
CREATE DOMAIN code AS varchar(10) CHECK (value <> '');
CREATE TABLE t (a code);
-- then
ALTER TABLE t ALTER a TYPE text;
-- expect: SNAP3001 column app.t.a

-- case: code to integer
-- old
CREATE DOMAIN code AS varchar(10);
CREATE TABLE t (a code);
-- then
ALTER TABLE t ALTER a TYPE integer USING a::integer;
-- expect: SNAP2003 column app.t.a

-- case: code[] to text[]
-- old
CREATE DOMAIN code AS varchar(10);
CREATE TABLE t (a code[]);
-- then
ALTER TABLE t ALTER a TYPE text[];
-- expect: SNAP3001 column app.t.a

-- case: text[] to code[]
-- old
CREATE DOMAIN code AS varchar(10);
CREATE TABLE t (a text[]);
-- then
ALTER TABLE t ALTER a TYPE code[];
-- expect: SNAP2004 column app.t.a

-- case: text to mood
-- old
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE t (a text);
-- then
ALTER TABLE t ALTER a TYPE mood USING a::mood;
-- expect: SNAP2003 column app.t.a

-- case: mood to text
-- old
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE t (a mood);
-- then
ALTER TABLE t ALTER a TYPE text;
-- expect: SNAP2003 column app.t.a

-- case: "Big Mood" to mood
-- old
CREATE TYPE mood AS ENUM ('ok');
CREATE TYPE "Big Mood" AS ENUM ('ok');
CREATE TABLE t (a "Big Mood");
-- then
ALTER TABLE t ALTER a TYPE mood USING a::text::mood;
-- expect: SNAP2003 column app.t.a

-- case: "Odd(1) Code" to varchar(5)
-- old
CREATE DOMAIN "Odd(1) Code" AS varchar(10);
CREATE TABLE t (a "Odd(1) Code");
-- then
ALTER TABLE t ALTER a TYPE varchar(5);
-- expect: SNAP2004 column app.t.a

-- case: a domain over a domain
-- old
CREATE DOMAIN inner_code AS varchar(10) NOT NULL;
CREATE DOMAIN code AS inner_code;
CREATE TABLE t (a varchar(10));
-- then
ALTER TABLE t ALTER a TYPE code;
-- expect: SNAP2004 column app.t.a

-- case: the base of a domain widened
-- old
CREATE DOMAIN code AS varchar(10);
-- new
CREATE DOMAIN code AS varchar(20);
-- expect: SNAP3001 domain app.code

-- case: the base of a domain narrowed
-- old
CREATE DOMAIN code AS varchar(10);
-- new
CREATE DOMAIN code AS varchar(5);
-- expect: SNAP2004 domain app.code

-- case: the base of a domain replaced
-- old
CREATE DOMAIN code AS integer;
-- new
CREATE DOMAIN code AS text;
-- expect: SNAP2003 domain app.code

-- case: attribute of a composite type narrowed
-- old
CREATE TYPE pair AS (a integer, b text);
-- then
ALTER TYPE pair ALTER ATTRIBUTE b TYPE varchar(3);
-- expect: SNAP2004 column app.pair.b

-- case: range over another type
-- old
CREATE TYPE span AS RANGE (subtype = float8);
-- new
CREATE TYPE span AS RANGE (subtype = text);
-- expect: SNAP2003 range type app.span
