CREATE DOMAIN common.email_address AS text
    CONSTRAINT email_address_format_check CHECK (VALUE ~ '^[^@[:space:]]+@[^@[:space:]]+$')
    CONSTRAINT email_address_length_check CHECK (char_length(VALUE) <= 254);
COMMENT ON DOMAIN common.email_address IS 'An e-mail address as the customer wrote it; compare it by lower().';

CREATE DOMAIN common.slug AS text
    CONSTRAINT slug_format_check CHECK (VALUE ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
COMMENT ON DOMAIN common.slug IS 'The readable part of a URL: lower case, digits and single hyphens.';

CREATE DOMAIN common.country_code AS character(2)
    CONSTRAINT country_code_format_check CHECK (VALUE ~ '^[A-Z]{2}$');
COMMENT ON DOMAIN common.country_code IS 'A country by its ISO 3166-1 alpha-2 code.';

CREATE DOMAIN common.currency_code AS character(3)
    CONSTRAINT currency_code_format_check CHECK (VALUE ~ '^[A-Z]{3}$');
COMMENT ON DOMAIN common.currency_code IS 'A currency by its ISO 4217 code.';

CREATE DOMAIN common.amount AS numeric(12, 2)
    CONSTRAINT amount_not_negative_check CHECK (VALUE >= 0);
COMMENT ON DOMAIN common.amount IS 'An amount of money in the currency of the row; never negative.';

CREATE TYPE common.postal_address AS (
    recipient     text,
    line1         text,
    line2         text,
    postal_code   text,
    city          text,
    country_code  character(2)
);
COMMENT ON TYPE common.postal_address IS 'An address as it was at one moment; orders keep a copy, not a reference.';

CREATE TABLE common.countries (
    country_code   common.country_code PRIMARY KEY,
    name           text NOT NULL UNIQUE,
    vat_rate       numeric(4, 2) NOT NULL DEFAULT 0,
    ships_to       boolean NOT NULL DEFAULT false,
    CONSTRAINT countries_vat_rate_check CHECK (vat_rate BETWEEN 0 AND 50)
);
COMMENT ON TABLE common.countries IS 'The countries the shop knows, and whether it ships there.';
COMMENT ON COLUMN common.countries.country_code IS 'ISO 3166-1 alpha-2.';
COMMENT ON COLUMN common.countries.name IS 'The English short name.';
COMMENT ON COLUMN common.countries.vat_rate IS 'The standard rate in percent.';
COMMENT ON COLUMN common.countries.ships_to IS 'Whether the checkout offers the country.';

CREATE FUNCTION common.touch_updated_at() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = ''
AS $$
BEGIN
    NEW.updated_at := pg_catalog.now();
    RETURN NEW;
END;
$$;
COMMENT ON FUNCTION common.touch_updated_at() IS 'Trigger function: sets updated_at to the time of the transaction.';
