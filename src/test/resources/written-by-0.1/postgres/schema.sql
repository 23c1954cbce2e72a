CREATE TABLE muster_schema (version integer PRIMARY KEY);
CREATE TABLE muster_head (workspace text PRIMARY KEY, workspace_id text NOT NULL, base_url text NOT NULL, lineage text NOT NULL, serial bigint NOT NULL, digest text NOT NULL, tally text NOT NULL, UNIQUE (workspace_id, base_url));
CREATE TABLE muster_history (workspace text NOT NULL, serial bigint NOT NULL, slot text NOT NULL, previous text NOT NULL, digest text NOT NULL, line text NOT NULL, PRIMARY KEY (workspace, serial));
CREATE TABLE muster_current (workspace text NOT NULL, slot text NOT NULL, serial bigint NOT NULL, digest text NOT NULL, PRIMARY KEY (workspace, slot));
CREATE TABLE muster_holder (workspace text PRIMARY KEY, owner text NOT NULL);
CREATE FUNCTION muster_append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''muster_history is append-only: it is the memory of what was sent''; END';
CREATE TRIGGER muster_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON muster_history FOR EACH STATEMENT EXECUTE FUNCTION muster_append_only();
