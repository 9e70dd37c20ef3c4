-- case: a label goes
-- old
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE people (id integer PRIMARY KEY, name text, mood mood DEFAULT 'ok');
CREATE INDEX people_mood_idx ON people (mood) WHERE mood <> 'ok';
CREATE VIEW happy AS SELECT id, name FROM people WHERE mood = 'happy';
CREATE VIEW names AS SELECT id, name FROM people;
-- new
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE people (id integer PRIMARY KEY, name text, mood mood DEFAULT 'ok');
CREATE INDEX people_mood_idx ON people (mood) WHERE mood <> 'ok';
CREATE VIEW happy AS SELECT id, name FROM people WHERE mood = 'happy';
CREATE VIEW names AS SELECT id, name FROM people;
