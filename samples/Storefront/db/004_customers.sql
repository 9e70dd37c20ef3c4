CREATE TYPE customers.account_status AS ENUM ('unverified', 'active', 'locked', 'closed');
COMMENT ON TYPE customers.account_status IS 'Closed accounts keep their orders but no personal data.';

CREATE TYPE customers.address_kind AS ENUM ('billing', 'shipping');
COMMENT ON TYPE customers.address_kind IS 'What an address is for.';

CREATE TABLE customers.accounts (
    account_id       bigint GENERATED ALWAYS AS IDENTITY (START WITH 100001) PRIMARY KEY,
    email            common.email_address NOT NULL,
    display_name     text NOT NULL,
    status           customers.account_status NOT NULL DEFAULT 'unverified',
    locale           text NOT NULL DEFAULT 'en' COLLATE "C",
    referred_by      bigint REFERENCES customers.accounts ON DELETE SET NULL,
    last_seen_at     timestamptz,
    created_at       timestamptz NOT NULL DEFAULT now(),
    updated_at       timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT accounts_locale_check CHECK (locale ~ '^[a-z]{2}(-[A-Z]{2})?$'),
    CONSTRAINT accounts_not_own_referrer_check CHECK (referred_by <> account_id)
);
COMMENT ON TABLE customers.accounts IS 'One row per customer. Guests have a cart only, and open an account to order.';
COMMENT ON COLUMN customers.accounts.account_id IS 'Surrogate key; also the customer number on letters.';
COMMENT ON COLUMN customers.accounts.email IS 'The login; unique whatever its case.';
COMMENT ON COLUMN customers.accounts.display_name IS 'How letters address the customer.';
COMMENT ON COLUMN customers.accounts.status IS 'Only active accounts may order.';
COMMENT ON COLUMN customers.accounts.locale IS 'Language, optionally with a region: en, de-AT.';
COMMENT ON COLUMN customers.accounts.referred_by IS 'The customer who invited this one.';
COMMENT ON COLUMN customers.accounts.last_seen_at IS 'Last login.';
COMMENT ON COLUMN customers.accounts.created_at IS 'When the account was opened.';
COMMENT ON COLUMN customers.accounts.updated_at IS 'Kept by a trigger.';

CREATE UNIQUE INDEX accounts_email_idx ON customers.accounts (lower(email));
COMMENT ON INDEX customers.accounts_email_idx IS 'One account per address, whatever its case.';
CREATE INDEX accounts_referred_by_idx ON customers.accounts (referred_by) WHERE referred_by IS NOT NULL;

CREATE TRIGGER accounts_touch_updated_at
    BEFORE UPDATE ON customers.accounts
    FOR EACH ROW
    WHEN (OLD.* IS DISTINCT FROM NEW.*)
    EXECUTE FUNCTION common.touch_updated_at();
COMMENT ON TRIGGER accounts_touch_updated_at ON customers.accounts IS 'Keeps updated_at; an update that changes nothing does not count.';

CREATE TABLE customers.addresses (
    address_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account_id    bigint NOT NULL REFERENCES customers.accounts ON DELETE CASCADE,
    kind          customers.address_kind NOT NULL,
    is_default    boolean NOT NULL DEFAULT false,
    recipient     text NOT NULL,
    line1         text NOT NULL,
    line2         text,
    postal_code   character varying(12) NOT NULL,
    city          text NOT NULL,
    country_code  common.country_code NOT NULL REFERENCES common.countries ON UPDATE CASCADE,
    UNIQUE (account_id, address_id)
);
COMMENT ON TABLE customers.addresses IS 'The address book of each account.';
COMMENT ON COLUMN customers.addresses.address_id IS 'Surrogate key.';
COMMENT ON COLUMN customers.addresses.account_id IS 'Whose address book.';
COMMENT ON COLUMN customers.addresses.kind IS 'For the bill or for the parcel.';
COMMENT ON COLUMN customers.addresses.is_default IS 'Preselected at the checkout; at most one per account and kind.';
COMMENT ON COLUMN customers.addresses.recipient IS 'First line on the label.';
COMMENT ON COLUMN customers.addresses.line1 IS 'Street and number.';
COMMENT ON COLUMN customers.addresses.line2 IS 'Floor, flat, care of.';
COMMENT ON COLUMN customers.addresses.postal_code IS 'As the country writes it.';
COMMENT ON COLUMN customers.addresses.city IS 'Town.';
COMMENT ON COLUMN customers.addresses.country_code IS 'Country.';
COMMENT ON CONSTRAINT addresses_account_id_address_id_key ON customers.addresses IS 'Lets a cart refer to an address of its own account only.';

CREATE UNIQUE INDEX addresses_one_default_idx ON customers.addresses (account_id, kind) WHERE is_default;
CREATE INDEX addresses_country_code_idx ON customers.addresses (country_code);

CREATE STATISTICS customers.addresses_place (dependencies) ON country_code, postal_code, city FROM customers.addresses;
COMMENT ON STATISTICS customers.addresses_place IS 'A postal code all but settles the town: the planner should know.';

CREATE TABLE customers.consents (
    account_id   bigint NOT NULL REFERENCES customers.accounts ON DELETE CASCADE,
    purpose      text NOT NULL,
    given_at     timestamptz NOT NULL DEFAULT now(),
    withdrawn_at timestamptz,
    evidence     jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (account_id, purpose, given_at),
    CONSTRAINT consents_purpose_check CHECK (purpose IN ('newsletter', 'profiling', 'third_party')),
    CONSTRAINT consents_order_check CHECK (withdrawn_at > given_at)
);
COMMENT ON TABLE customers.consents IS 'What each customer agreed to, and until when. Rows are never updated but to withdraw.';
COMMENT ON COLUMN customers.consents.account_id IS 'Who agreed.';
COMMENT ON COLUMN customers.consents.purpose IS 'newsletter, profiling or third_party.';
COMMENT ON COLUMN customers.consents.given_at IS 'When consent was given.';
COMMENT ON COLUMN customers.consents.withdrawn_at IS 'When it was withdrawn; null while it stands.';
COMMENT ON COLUMN customers.consents.evidence IS 'Form, version of the text and IP address, for the authority.';
