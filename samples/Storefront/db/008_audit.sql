CREATE TABLE audit.changes (
    change_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    changed_at   timestamptz NOT NULL DEFAULT now(),
    changed_by   text NOT NULL DEFAULT SESSION_USER,
    table_name   text NOT NULL,
    operation    text NOT NULL,
    old_row      jsonb,
    new_row      jsonb,
    CONSTRAINT changes_operation_check CHECK (operation IN ('INSERT', 'UPDATE', 'DELETE')),
    CONSTRAINT changes_rows_check CHECK (num_nonnulls(old_row, new_row) > 0)
);
COMMENT ON TABLE audit.changes IS 'One row per changed row of the tables that are watched. Append-only.';
COMMENT ON COLUMN audit.changes.change_id IS 'Surrogate key.';
COMMENT ON COLUMN audit.changes.changed_at IS 'Time of the transaction.';
COMMENT ON COLUMN audit.changes.changed_by IS 'The role that logged in.';
COMMENT ON COLUMN audit.changes.table_name IS 'Schema and table.';
COMMENT ON COLUMN audit.changes.operation IS 'INSERT, UPDATE or DELETE.';
COMMENT ON COLUMN audit.changes.old_row IS 'The row before; null for an insert.';
COMMENT ON COLUMN audit.changes.new_row IS 'The row after; null for a delete.';

CREATE INDEX changes_table_name_changed_at_idx ON audit.changes (table_name, changed_at DESC);

CREATE FUNCTION audit.record_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = ''
AS $$
BEGIN
    INSERT INTO audit.changes (table_name, operation, old_row, new_row)
    VALUES (
        TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME,
        TG_OP,
        CASE WHEN TG_OP <> 'INSERT' THEN pg_catalog.to_jsonb(OLD) END,
        CASE WHEN TG_OP <> 'DELETE' THEN pg_catalog.to_jsonb(NEW) END);
    RETURN NULL;
END;
$$;
COMMENT ON FUNCTION audit.record_change() IS 'Trigger function: writes the change down with the rights of its owner, so that nobody else needs any.';

CREATE TRIGGER accounts_audit
    AFTER INSERT OR DELETE OR UPDATE ON customers.accounts
    FOR EACH ROW EXECUTE FUNCTION audit.record_change();
COMMENT ON TRIGGER accounts_audit ON customers.accounts IS 'Changes of accounts are kept.';

CREATE TRIGGER prices_audit
    AFTER INSERT OR DELETE OR UPDATE ON catalog.prices
    FOR EACH ROW EXECUTE FUNCTION audit.record_change();
COMMENT ON TRIGGER prices_audit ON catalog.prices IS 'Changes of prices are kept.';

CREATE TRIGGER payments_audit
    AFTER INSERT OR DELETE OR UPDATE ON sales.payments
    FOR EACH ROW EXECUTE FUNCTION audit.record_change();
COMMENT ON TRIGGER payments_audit ON sales.payments IS 'Changes of payments are kept.';
