-- SchemaSnapshot migration
-- 1 statement loses data and is commented out; with SchemaSnapshotAllowDataLoss=true it stays in.
SET check_function_bodies = false;
SET search_path = '';

BEGIN;

-- loses data: the rows of app.events_2024
-- locks app.events_2024 and app.events (ACCESS EXCLUSIVE)
-- DROP TABLE app.events_2024;

-- locks app.events (ACCESS EXCLUSIVE)
ALTER TABLE app.events ADD COLUMN source text;

-- locks app.events_2025 against writing (SHARE) while it is built
CREATE INDEX events_2025_source_idx ON app.events_2025 USING btree (source);

CREATE TABLE app.events_2026 (
    id bigint NOT NULL,
    at date NOT NULL,
    source text
);

ALTER TABLE ONLY app.events_2026
    ADD CONSTRAINT events_2026_pkey PRIMARY KEY (id, at);

CREATE INDEX events_2026_source_idx ON app.events_2026 USING btree (source);

ALTER TABLE ONLY app.events ATTACH PARTITION app.events_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');

-- locks app.events against writing (SHARE) while it is built
CREATE INDEX events_source_idx ON ONLY app.events USING btree (source);

ALTER INDEX app.events_source_idx ATTACH PARTITION app.events_2025_source_idx;

ALTER INDEX app.events_pkey ATTACH PARTITION app.events_2026_pkey;

ALTER INDEX app.events_source_idx ATTACH PARTITION app.events_2026_source_idx;

COMMIT;
