-- SchemaSnapshot migration
SET check_function_bodies = false;
SET search_path = '';

BEGIN;

DROP VIEW app.happy;

-- locks app.people (ACCESS EXCLUSIVE)
DROP INDEX app.people_mood_idx;

-- locks app.people (ACCESS EXCLUSIVE)
ALTER TABLE ONLY app.people ALTER COLUMN mood DROP DEFAULT;

ALTER TYPE app.mood RENAME TO mood_old;

CREATE TYPE app.mood AS ENUM (
    'ok',
    'happy'
);

-- fails where app.people has values of mood that are no app.mood
-- rewrites the table app.people
-- locks app.people (ACCESS EXCLUSIVE)
ALTER TABLE app.people ALTER COLUMN mood TYPE app.mood USING mood::text::app.mood;

-- locks app.people (ACCESS EXCLUSIVE)
ALTER TABLE ONLY app.people ALTER COLUMN mood SET DEFAULT 'ok'::app.mood;

-- locks app.people against writing (SHARE) while it is built
CREATE INDEX people_mood_idx ON app.people USING btree (mood) WHERE (mood <> 'ok'::app.mood);

CREATE VIEW app.happy AS
 SELECT id,
    name
   FROM app.people
  WHERE (mood = 'happy'::app.mood);

DROP TYPE app.mood_old;

COMMIT;
