CREATE TYPE marketing.discount_kind AS ENUM ('percent', 'amount', 'free_shipping');
COMMENT ON TYPE marketing.discount_kind IS 'What a coupon takes off.';

CREATE TABLE marketing.campaigns (
    campaign_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name          text NOT NULL UNIQUE,
    runs_during   tstzrange NOT NULL,
    is_site_wide  boolean NOT NULL DEFAULT false,
    budget        common.amount,
    CONSTRAINT campaigns_runs_during_check CHECK (NOT isempty(runs_during)),
    CONSTRAINT campaigns_one_site_wide_excl EXCLUDE USING gist (runs_during WITH &&) WHERE (is_site_wide)
);
COMMENT ON TABLE marketing.campaigns IS 'What coupons and banners belong to.';
COMMENT ON COLUMN marketing.campaigns.campaign_id IS 'Surrogate key.';
COMMENT ON COLUMN marketing.campaigns.name IS 'What the team calls it.';
COMMENT ON COLUMN marketing.campaigns.runs_during IS 'From when to when; without an upper bound until further notice.';
COMMENT ON COLUMN marketing.campaigns.is_site_wide IS 'Has the banner on every page.';
COMMENT ON COLUMN marketing.campaigns.budget IS 'In euros; null where nobody set one.';
COMMENT ON CONSTRAINT campaigns_one_site_wide_excl ON marketing.campaigns IS 'There is one banner: site-wide campaigns must not overlap.';

CREATE TABLE marketing.coupons (
    coupon_id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign_id      bigint NOT NULL REFERENCES marketing.campaigns ON DELETE CASCADE,
    code             character varying(20) NOT NULL,
    kind             marketing.discount_kind NOT NULL,
    percent_off      numeric(4, 1),
    amount_off       common.amount,
    max_redemptions  integer,
    CONSTRAINT coupons_code_check CHECK (code = upper(code) AND code <> ''),
    CONSTRAINT coupons_discount_check CHECK (
        CASE kind
            WHEN 'percent' THEN percent_off > 0 AND percent_off <= 100 AND amount_off IS NULL
            WHEN 'amount' THEN amount_off > 0 AND percent_off IS NULL
            ELSE amount_off IS NULL AND percent_off IS NULL
        END)
);
COMMENT ON TABLE marketing.coupons IS 'Codes that customers type in at the checkout.';
COMMENT ON COLUMN marketing.coupons.coupon_id IS 'Surrogate key.';
COMMENT ON COLUMN marketing.coupons.campaign_id IS 'Its campaign says how long it is valid.';
COMMENT ON COLUMN marketing.coupons.code IS 'Upper case; unique within a campaign.';
COMMENT ON COLUMN marketing.coupons.kind IS 'What it takes off.';
COMMENT ON COLUMN marketing.coupons.percent_off IS 'Set exactly for kind percent.';
COMMENT ON COLUMN marketing.coupons.amount_off IS 'Set exactly for kind amount.';
COMMENT ON COLUMN marketing.coupons.max_redemptions IS 'Null for any number.';
COMMENT ON CONSTRAINT coupons_discount_check ON marketing.coupons IS 'The kind decides which discount column is set.';

CREATE UNIQUE INDEX coupons_campaign_id_code_idx ON marketing.coupons (campaign_id, code COLLATE "C");

CREATE TABLE marketing.coupon_redemptions (
    coupon_id    bigint NOT NULL REFERENCES marketing.coupons ON DELETE RESTRICT,
    order_id     bigint NOT NULL REFERENCES sales.orders ON DELETE CASCADE,
    amount       common.amount NOT NULL,
    redeemed_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (coupon_id, order_id)
);
COMMENT ON TABLE marketing.coupon_redemptions IS 'Which order used which coupon.';
COMMENT ON COLUMN marketing.coupon_redemptions.coupon_id IS 'The coupon.';
COMMENT ON COLUMN marketing.coupon_redemptions.order_id IS 'The order.';
COMMENT ON COLUMN marketing.coupon_redemptions.amount IS 'What it took off, in the currency of the order.';
COMMENT ON COLUMN marketing.coupon_redemptions.redeemed_at IS 'When.';

CREATE INDEX coupon_redemptions_order_id_idx ON marketing.coupon_redemptions (order_id);

CREATE TABLE marketing.reviews (
    product_id    bigint NOT NULL REFERENCES catalog.products ON DELETE CASCADE,
    account_id    bigint NOT NULL REFERENCES customers.accounts ON DELETE CASCADE,
    rating        smallint NOT NULL,
    title         character varying(120),
    body          text,
    is_published  boolean NOT NULL DEFAULT false,
    created_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (product_id, account_id),
    CONSTRAINT reviews_rating_check CHECK (rating BETWEEN 1 AND 5)
);
COMMENT ON TABLE marketing.reviews IS 'What customers say: one review per customer and product.';
COMMENT ON COLUMN marketing.reviews.product_id IS 'About what.';
COMMENT ON COLUMN marketing.reviews.account_id IS 'By whom.';
COMMENT ON COLUMN marketing.reviews.rating IS 'One to five stars.';
COMMENT ON COLUMN marketing.reviews.title IS 'Headline.';
COMMENT ON COLUMN marketing.reviews.body IS 'Plain text.';
COMMENT ON COLUMN marketing.reviews.is_published IS 'Whether a moderator let it through.';
COMMENT ON COLUMN marketing.reviews.created_at IS 'When it was written.';

CREATE INDEX reviews_account_id_idx ON marketing.reviews (account_id);
