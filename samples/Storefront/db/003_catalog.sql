CREATE TYPE catalog.product_status AS ENUM ('draft', 'active', 'retired');
COMMENT ON TYPE catalog.product_status IS 'The life of a product; only active ones are for sale.';

CREATE TABLE catalog.brands (
    brand_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug        common.slug NOT NULL UNIQUE,
    name        text NOT NULL UNIQUE,
    website     text,
    created_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE catalog.brands IS 'The makers of the products.';
COMMENT ON COLUMN catalog.brands.brand_id IS 'Surrogate key.';
COMMENT ON COLUMN catalog.brands.slug IS 'Names the brand in URLs.';
COMMENT ON COLUMN catalog.brands.name IS 'The name as the maker writes it.';
COMMENT ON COLUMN catalog.brands.website IS 'The maker''s own site.';
COMMENT ON COLUMN catalog.brands.created_at IS 'When the row was made.';

CREATE TABLE catalog.categories (
    category_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent_id    bigint REFERENCES catalog.categories ON DELETE RESTRICT,
    slug         common.slug NOT NULL UNIQUE,
    name         text NOT NULL,
    position     integer NOT NULL DEFAULT 0,
    CONSTRAINT categories_not_own_parent_check CHECK (parent_id <> category_id)
);
COMMENT ON TABLE catalog.categories IS 'The tree by which customers browse.';
COMMENT ON COLUMN catalog.categories.category_id IS 'Surrogate key.';
COMMENT ON COLUMN catalog.categories.parent_id IS 'The category above; null for a top-level one.';
COMMENT ON COLUMN catalog.categories.slug IS 'Names the category in URLs.';
COMMENT ON COLUMN catalog.categories.name IS 'What the menu shows.';
COMMENT ON COLUMN catalog.categories.position IS 'The order among its siblings.';

CREATE INDEX categories_parent_id_position_idx ON catalog.categories (parent_id, position);

CREATE TABLE catalog.products (
    product_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    brand_id       bigint NOT NULL REFERENCES catalog.brands ON DELETE RESTRICT,
    slug           common.slug NOT NULL UNIQUE,
    name           character varying(200) NOT NULL,
    description    text NOT NULL DEFAULT '',
    status         catalog.product_status NOT NULL DEFAULT 'draft',
    launched_on    date,
    tags           text[] NOT NULL DEFAULT '{}',
    search_vector  tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', name), 'A') || setweight(to_tsvector('english', description), 'B')
    ) STORED,
    created_at     timestamptz NOT NULL DEFAULT now(),
    updated_at     timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT products_name_not_blank_check CHECK (btrim(name) <> ''),
    CONSTRAINT products_active_is_launched_check CHECK (status <> 'active' OR launched_on IS NOT NULL)
);
COMMENT ON TABLE catalog.products IS 'One row per product as customers see it; what they buy is a variant of it.';
COMMENT ON COLUMN catalog.products.product_id IS 'Surrogate key.';
COMMENT ON COLUMN catalog.products.brand_id IS 'Who makes it.';
COMMENT ON COLUMN catalog.products.slug IS 'Names the product in URLs.';
COMMENT ON COLUMN catalog.products.name IS 'The title of the product page.';
COMMENT ON COLUMN catalog.products.description IS 'Markdown.';
COMMENT ON COLUMN catalog.products.status IS 'Only active products are for sale.';
COMMENT ON COLUMN catalog.products.launched_on IS 'The first day on sale.';
COMMENT ON COLUMN catalog.products.tags IS 'Free labels for filters.';
COMMENT ON COLUMN catalog.products.search_vector IS 'What the full-text search looks at: the name counts more than the description.';
COMMENT ON COLUMN catalog.products.created_at IS 'When the row was made.';
COMMENT ON COLUMN catalog.products.updated_at IS 'Kept by a trigger.';
COMMENT ON CONSTRAINT products_active_is_launched_check ON catalog.products IS 'What is for sale has a first day on sale.';

CREATE INDEX products_brand_id_idx ON catalog.products (brand_id);
CREATE INDEX products_search_vector_idx ON catalog.products USING gin (search_vector);
CREATE INDEX products_tags_idx ON catalog.products USING gin (tags);
CREATE INDEX products_active_launched_on_idx ON catalog.products (launched_on DESC) WHERE status = 'active';
COMMENT ON INDEX catalog.products_active_launched_on_idx IS 'Serves the page "New in the shop".';

CREATE TRIGGER products_touch_updated_at
    BEFORE UPDATE ON catalog.products
    FOR EACH ROW EXECUTE FUNCTION common.touch_updated_at();
COMMENT ON TRIGGER products_touch_updated_at ON catalog.products IS 'Keeps updated_at.';

CREATE TABLE catalog.product_categories (
    product_id   bigint NOT NULL REFERENCES catalog.products ON DELETE CASCADE,
    category_id  bigint NOT NULL REFERENCES catalog.categories ON DELETE RESTRICT,
    is_primary   boolean NOT NULL DEFAULT false,
    PRIMARY KEY (product_id, category_id)
);
COMMENT ON TABLE catalog.product_categories IS 'Which product stands in which categories.';
COMMENT ON COLUMN catalog.product_categories.product_id IS 'The product.';
COMMENT ON COLUMN catalog.product_categories.category_id IS 'One of its categories.';
COMMENT ON COLUMN catalog.product_categories.is_primary IS 'The category of the breadcrumb; at most one per product.';

CREATE INDEX product_categories_category_id_idx ON catalog.product_categories (category_id);
CREATE UNIQUE INDEX product_categories_one_primary_idx ON catalog.product_categories (product_id) WHERE is_primary;

CREATE TABLE catalog.product_variants (
    variant_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    product_id   bigint NOT NULL REFERENCES catalog.products ON DELETE CASCADE,
    sku          character varying(40) NOT NULL UNIQUE,
    gtin         character varying(14),
    options      jsonb NOT NULL DEFAULT '{}',
    weight_g     integer NOT NULL,
    length_mm    integer NOT NULL,
    width_mm     integer NOT NULL,
    height_mm    integer NOT NULL,
    volume_mm3   bigint GENERATED ALWAYS AS (length_mm::bigint * width_mm * height_mm) STORED,
    is_active    boolean NOT NULL DEFAULT true,
    UNIQUE (product_id, options),
    CONSTRAINT product_variants_gtin_check CHECK (gtin ~ '^[0-9]{8}([0-9]{4,6})?$'),
    CONSTRAINT product_variants_options_check CHECK (jsonb_typeof(options) = 'object'),
    CONSTRAINT product_variants_size_check CHECK (weight_g > 0 AND length_mm > 0 AND width_mm > 0 AND height_mm > 0)
);
COMMENT ON TABLE catalog.product_variants IS 'One row per thing that can be put into a cart: a product in one size and colour.';
COMMENT ON COLUMN catalog.product_variants.variant_id IS 'Surrogate key.';
COMMENT ON COLUMN catalog.product_variants.product_id IS 'The product it is a variant of.';
COMMENT ON COLUMN catalog.product_variants.sku IS 'The stock-keeping unit on the shelf label.';
COMMENT ON COLUMN catalog.product_variants.gtin IS 'The number under the barcode: GTIN-8, -12, -13 or -14.';
COMMENT ON COLUMN catalog.product_variants.options IS 'What sets it apart from its siblings: {"size": "M", "colour": "red"}.';
COMMENT ON COLUMN catalog.product_variants.weight_g IS 'Packed weight in grams.';
COMMENT ON COLUMN catalog.product_variants.length_mm IS 'Packed length in millimetres.';
COMMENT ON COLUMN catalog.product_variants.width_mm IS 'Packed width in millimetres.';
COMMENT ON COLUMN catalog.product_variants.height_mm IS 'Packed height in millimetres.';
COMMENT ON COLUMN catalog.product_variants.volume_mm3 IS 'For choosing the parcel.';
COMMENT ON COLUMN catalog.product_variants.is_active IS 'Whether it may be ordered while its product is active.';

CREATE UNIQUE INDEX product_variants_gtin_idx ON catalog.product_variants (gtin) WHERE gtin IS NOT NULL;

CREATE TABLE catalog.prices (
    variant_id     bigint NOT NULL REFERENCES catalog.product_variants ON DELETE CASCADE,
    currency_code  common.currency_code NOT NULL,
    valid_from     timestamptz NOT NULL DEFAULT now(),
    amount         common.amount NOT NULL,
    list_amount    common.amount,
    PRIMARY KEY (variant_id, currency_code, valid_from),
    CONSTRAINT prices_list_amount_check CHECK (list_amount >= amount)
);
COMMENT ON TABLE catalog.prices IS 'The history of prices, net of VAT; the latest that has begun is the one that counts.';
COMMENT ON COLUMN catalog.prices.variant_id IS 'What is priced.';
COMMENT ON COLUMN catalog.prices.currency_code IS 'The currency of both amounts.';
COMMENT ON COLUMN catalog.prices.valid_from IS 'When the price begins; may lie in the future.';
COMMENT ON COLUMN catalog.prices.amount IS 'What the customer pays for one.';
COMMENT ON COLUMN catalog.prices.list_amount IS 'The price that is shown struck through.';

CREATE INDEX prices_latest_idx ON catalog.prices (variant_id, currency_code, valid_from DESC) INCLUDE (amount, list_amount);
COMMENT ON INDEX catalog.prices_latest_idx IS 'Answers "what does it cost now" from the index alone.';

CREATE FUNCTION catalog.current_price(variant bigint, currency common.currency_code, at_time timestamptz DEFAULT now())
    RETURNS numeric
    LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT p.amount
    FROM catalog.prices p
    WHERE p.variant_id = variant AND p.currency_code = currency AND p.valid_from <= at_time
    ORDER BY p.valid_from DESC
    LIMIT 1
$$;
COMMENT ON FUNCTION catalog.current_price(bigint, common.currency_code, timestamptz) IS 'The price of a variant at a moment; null where it has none.';

CREATE FUNCTION catalog.search_products(query text, max_results integer DEFAULT 20)
    RETURNS TABLE (product_id bigint, name text, rank real)
    LANGUAGE sql STABLE ROWS 20
AS $$
    SELECT p.product_id, p.name::text, ts_rank(p.search_vector, q.tsquery)
    FROM catalog.products p, websearch_to_tsquery('english', query) AS q (tsquery)
    WHERE p.status = 'active' AND p.search_vector @@ q.tsquery
    ORDER BY 3 DESC, 1
    LIMIT max_results
$$;
COMMENT ON FUNCTION catalog.search_products(text, integer) IS 'Full-text search over what is for sale, best first.';
