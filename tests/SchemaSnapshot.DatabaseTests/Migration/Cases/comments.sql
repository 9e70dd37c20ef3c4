-- case: types become narrower in a table that is copied
-- old
CREATE TABLE t (id bigint PRIMARY KEY, a character varying(20) DEFAULT 'aaaaaaaaaaaaaaa', n numeric(10,4) DEFAULT 1.2345, d timestamp DEFAULT '2020-01-01 10:00', s text);
INSERT INTO t (id, s) VALUES (11, '7');
-- new
CREATE TABLE t (c integer, id integer PRIMARY KEY, a character varying(5) DEFAULT 'a', n numeric(5,1) DEFAULT 1, d date DEFAULT '2020-01-01', s integer);

-- case: types become narrower in place
-- old
CREATE TABLE t (id bigint PRIMARY KEY, a character varying(20) DEFAULT 'aaaaaaaaaaaaaaa', n numeric(10,4) DEFAULT 1.2345, d timestamp DEFAULT '2020-01-01 10:00', s text, b text);
INSERT INTO t (id, s, b) VALUES (11, '7', 'none');
-- new
CREATE TABLE t (id integer PRIMARY KEY, a character varying(5) DEFAULT 'a', n numeric(5,1) DEFAULT 1, d date DEFAULT '2020-01-01', s integer, b boolean);

-- case: columns without values become not null in a table that is copied
-- old
CREATE TABLE t (id integer PRIMARY KEY, a text, b text);
INSERT INTO t VALUES (11, 'x');
-- new
CREATE TABLE t (id integer PRIMARY KEY, b text NOT NULL, a text NOT NULL);

-- case: keys and checks that are new in a table that is copied
-- old
CREATE TABLE other (id integer PRIMARY KEY);
CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer);
INSERT INTO t VALUES (11, 1, 1), (12, 1, 2);
-- new
CREATE TABLE other (id integer PRIMARY KEY);
CREATE TABLE t (id integer PRIMARY KEY, b integer REFERENCES other, a integer UNIQUE, CHECK (b < 100));
CREATE UNIQUE INDEX i ON t (b);

-- case: a check that rows break in a table that is copied
-- old
CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer);
INSERT INTO t VALUES (11, 1, 1);
-- new
CREATE TABLE t (id integer PRIMARY KEY, b integer, a integer CHECK (a > 100));
