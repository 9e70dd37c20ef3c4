-- case: primary key dropped
-- old
CREATE TABLE t (a integer NOT NULL, b integer NOT NULL, CONSTRAINT pk PRIMARY KEY (a));
-- then
ALTER TABLE t DROP CONSTRAINT pk;
ALTER TABLE t ALTER a SET NOT NULL;
-- expect: SNAP2009 primary key pk on app.t

-- case: primary key over another column
-- old
CREATE TABLE t (a integer NOT NULL, b integer NOT NULL, CONSTRAINT pk PRIMARY KEY (a));
-- then
ALTER TABLE t DROP CONSTRAINT pk;
ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (b);
ALTER TABLE t ALTER a SET NOT NULL;
-- expect: SNAP2009 primary key pk on app.t

-- case: primary key renamed
-- old
CREATE TABLE t (a integer NOT NULL, b integer NOT NULL, CONSTRAINT pk PRIMARY KEY (a));
-- then
ALTER TABLE t RENAME CONSTRAINT pk TO other;
-- expect: SNAP2009 primary key pk on app.t

-- case: primary key added
-- old
CREATE TABLE t (a integer NOT NULL);
-- then
ALTER TABLE t ADD CONSTRAINT pk PRIMARY KEY (a);
-- expect: SNAP3003 primary key pk on app.t
-- near miss: SNAP2009

-- case: comment on a primary key
-- old
CREATE TABLE t (a integer NOT NULL, b integer NOT NULL, CONSTRAINT pk PRIMARY KEY (a));
-- then
COMMENT ON CONSTRAINT pk ON t IS 'x';
-- expect: SNAP4002 primary key pk on app.t
-- near miss: SNAP2009

-- case: unique constraint dropped
-- old
CREATE TABLE t (a integer, b integer, CONSTRAINT u UNIQUE (a));
-- then
ALTER TABLE t DROP CONSTRAINT u;
-- expect: SNAP2010 unique constraint u on app.t

-- case: unique constraint over other columns
-- old
CREATE TABLE t (a integer, b integer, CONSTRAINT u UNIQUE (a));
-- then
ALTER TABLE t DROP CONSTRAINT u;
ALTER TABLE t ADD CONSTRAINT u UNIQUE (a, b);
-- expect: SNAP2010 unique constraint u on app.t

-- case: unique constraint added
-- old
CREATE TABLE t (a integer);
-- then
ALTER TABLE t ADD CONSTRAINT u UNIQUE (a);
-- expect: SNAP3003 unique constraint u on app.t
-- near miss: SNAP2010

-- case: unique constraint becomes deferrable
-- old
CREATE TABLE t (a integer, b integer, CONSTRAINT u UNIQUE (a));
-- new
CREATE TABLE t (a integer, b integer, CONSTRAINT u UNIQUE (a) DEFERRABLE);
-- expect: SNAP2010 unique constraint u on app.t

-- case: nulls not distinct
-- since: 15
-- old
CREATE TABLE t (a integer, b integer, CONSTRAINT u UNIQUE (a));
-- new
CREATE TABLE t (a integer, b integer, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a));
-- expect: SNAP3003 unique constraint u on app.t
-- near miss: SNAP2010

-- case: unique index dropped
-- old
CREATE TABLE t (a integer, b integer);
CREATE UNIQUE INDEX i ON t (a);
-- then
DROP INDEX i;
-- expect: SNAP2010 index i on app.t
-- near miss: SNAP3005

-- case: unique index becomes partial
-- old
CREATE TABLE t (a integer, b integer);
CREATE UNIQUE INDEX i ON t (a);
-- then
DROP INDEX i;
CREATE UNIQUE INDEX i ON t (a) WHERE b > 0;
-- expect: SNAP2010 index i on app.t

-- case: unique index added
-- old
CREATE TABLE t (a integer, b integer);
-- then
CREATE UNIQUE INDEX i ON t (a);
-- expect: SNAP3003 index i on app.t
-- near miss: SNAP4002

-- case: index becomes unique
-- old
CREATE TABLE t (a integer, b integer);
CREATE INDEX i ON t (a);
-- then
DROP INDEX i;
CREATE UNIQUE INDEX i ON t (a);
-- expect: SNAP3003 index i on app.t
-- near miss: SNAP2010

-- case: index dropped
-- old
CREATE TABLE t (a integer, b integer);
CREATE INDEX i ON t (a);
-- then
DROP INDEX i;
-- expect: SNAP3005 index i on app.t
-- near miss: SNAP2010

-- case: index added
-- old
CREATE TABLE t (a integer, b integer);
-- then
CREATE INDEX i ON t (a);
-- expect: SNAP4002 index i on app.t
-- near miss: SNAP3003
-- near miss: SNAP3005

-- case: index over other columns
-- old
CREATE TABLE t (a integer, b integer);
CREATE INDEX i ON t (a);
-- then
DROP INDEX i;
CREATE INDEX i ON t (b);
-- expect: SNAP3005 index i on app.t

-- case: index with another order
-- old
CREATE TABLE t (a integer, b integer);
CREATE INDEX i ON t (a);
-- then
DROP INDEX i;
CREATE INDEX i ON t (a DESC);
-- expect: SNAP3005 index i on app.t

-- case: index with another method
-- old
CREATE TABLE t (a integer, b integer);
CREATE INDEX i ON t (a);
-- then
DROP INDEX i;
CREATE INDEX i ON t USING hash (a);
-- expect: SNAP3005 index i on app.t

-- case: index with another fill factor
-- old
CREATE TABLE t (a integer, b integer);
CREATE INDEX i ON t (a);
-- then
ALTER INDEX i SET (fillfactor = 50);
-- expect: SNAP4002 index i on app.t
-- near miss: SNAP3005

-- case: check added
-- old
CREATE TABLE t (a integer);
-- then
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0);
-- expect: SNAP3003 check constraint c on app.t

-- case: check changed
-- old
CREATE TABLE t (a integer, CONSTRAINT c CHECK (a > 0));
-- then
ALTER TABLE t DROP CONSTRAINT c;
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 1);
-- expect: SNAP3003 check constraint c on app.t

-- case: check dropped
-- old
CREATE TABLE t (a integer, CONSTRAINT c CHECK (a > 0));
-- then
ALTER TABLE t DROP CONSTRAINT c;
-- expect: SNAP3015 check constraint c on app.t
-- near miss: SNAP3003

-- case: check validated
-- old
CREATE TABLE t (a integer);
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
-- then
ALTER TABLE t VALIDATE CONSTRAINT c;
-- expect: SNAP4002 check constraint c on app.t
-- near miss: SNAP3003

-- case: check changed and validated
-- old
CREATE TABLE t (a integer);
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
-- then
ALTER TABLE t DROP CONSTRAINT c;
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 1);
-- expect: SNAP3003 check constraint c on app.t
-- expect: SNAP4002 check constraint c on app.t

-- case: exclusion added
-- old
CREATE TABLE t (a int4range);
-- then
ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING gist (a WITH &&);
-- expect: SNAP3003 exclusion constraint x on app.t

-- case: exclusion dropped
-- old
CREATE TABLE t (a int4range, CONSTRAINT x EXCLUDE USING gist (a WITH &&));
-- then
ALTER TABLE t DROP CONSTRAINT x;
-- expect: SNAP3015 exclusion constraint x on app.t
-- near miss: SNAP3003

-- case: foreign key added
-- old
CREATE TABLE r (id integer PRIMARY KEY);
CREATE TABLE t (a integer);

-- then
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES r;
-- expect: SNAP3003 foreign key f on app.t
-- near miss: SNAP3004

-- case: foreign key dropped
-- old
CREATE TABLE r (id integer PRIMARY KEY);
CREATE TABLE t (a integer);
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES r;
-- then
ALTER TABLE t DROP CONSTRAINT f;
-- expect: SNAP3004 foreign key f on app.t
-- near miss: SNAP3003

-- case: foreign key with other on delete
-- old
CREATE TABLE r (id integer PRIMARY KEY);
CREATE TABLE t (a integer);
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES r;
-- new
CREATE TABLE r (id integer PRIMARY KEY);
CREATE TABLE t (a integer);
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES r ON DELETE CASCADE;
-- expect: SNAP3004 foreign key f on app.t

-- case: foreign key with other on update
-- old
CREATE TABLE r (id integer PRIMARY KEY);
CREATE TABLE t (a integer);
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES r;
-- new
CREATE TABLE r (id integer PRIMARY KEY);
CREATE TABLE t (a integer);
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES r ON UPDATE SET NULL;
-- expect: SNAP3004 foreign key f on app.t

-- case: foreign key with other deferrability
-- old
CREATE TABLE r (id integer PRIMARY KEY);
CREATE TABLE t (a integer);
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES r;
-- new
CREATE TABLE r (id integer PRIMARY KEY);
CREATE TABLE t (a integer);
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES r DEFERRABLE;
-- expect: SNAP3004 foreign key f on app.t

-- case: foreign key to another table
-- old
CREATE TABLE s (id integer PRIMARY KEY);
CREATE TABLE r (id integer PRIMARY KEY);
CREATE TABLE t (a integer);
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES r;
-- then
ALTER TABLE t DROP CONSTRAINT f;
ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES s;
-- expect: SNAP3003 foreign key f on app.t
-- near miss: SNAP3004
