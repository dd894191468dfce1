-- The public read model. Everything here can be rebuilt from the change stream at any time; nothing here is the record.
-- Names are never qualified with the schema: a rebuild runs these migrations in a schema of its own and then swaps the two.

-- Words to find an occupation by: its title (A), job titles and keywords (B), overview (C), what one knows and does (D).
-- The reference and the codes of products are found as they are, without stemming.
create function words_of(document jsonb) returns tsvector language sql immutable parallel safe as $$
    select setweight(to_tsvector('simple', coalesce(document ->> 'reference', '')), 'A')
        || setweight(jsonb_to_tsvector('simple', jsonb_path_query_array(document, '$.products[*].code'), '["string"]'), 'A')
        || setweight(to_tsvector('english', coalesce(document ->> 'title', '')), 'A')
        || setweight(jsonb_to_tsvector('english', coalesce(document -> 'typicalJobTitles', '[]'), '["string"]'), 'B')
        || setweight(jsonb_to_tsvector('english', coalesce(document -> 'keywords', '[]'), '["string"]'), 'B')
        || setweight(to_tsvector('english', coalesce(document ->> 'overview', '')), 'C')
        || setweight(to_tsvector('english', coalesce(document ->> 'summary', '')), 'C')
        || setweight(jsonb_to_tsvector('english', jsonb_path_query_array(document, '$.knowledge[*].text'), '["string"]'), 'D')
        || setweight(jsonb_to_tsvector('english', jsonb_path_query_array(document, '$.skills[*].text'), '["string"]'), 'D')
        || setweight(jsonb_to_tsvector('english', jsonb_path_query_array(document, '$.behaviours[*].text'), '["string"]'), 'D')
$$;

-- Each occupation as it is now. The document is the truth; the other columns are read off it, for lists and filters.
create table occupation (
    reference             text   not null primary key,
    sequence              bigint not null,
    document              jsonb  not null,
    title                 text    generated always as (document ->> 'title') stored,
    status                text    generated always as (document ->> 'status') stored,
    version               text    generated always as (document ->> 'version') stored,
    level                 integer generated always as ((document ->> 'level')::integer) stored,
    tier                  text    generated always as (document ->> 'tier') stored,
    route                 integer generated always as ((document -> 'route' ->> 'id')::integer) stored,
    pathway               text    generated always as (document ->> 'pathway') stored,
    cluster               text    generated always as (document ->> 'cluster') stored,
    overview              text    generated always as (document ->> 'overview') stored,
    green                 text    generated always as (document ->> 'green') stored,
    without_apprenticeship boolean generated always as ((document ->> 'withoutApprenticeship')::boolean) stored,
    products              jsonb   generated always as (document -> 'products') stored,
    progression           jsonb   generated always as (document -> 'progression') stored,
    last_changed          text    generated always as (document ->> 'lastChanged') stored,
    words                 tsvector generated always as (words_of(document)) stored
);
create index occupation_by_words on occupation using gin (words);
create index occupation_by_route on occupation (route, level, title);
create index occupation_by_progression on occupation using gin (progression jsonb_path_ops);

-- Each occupation as it was at the end of each day (in London) on which it changed: the row whose days include a day is
-- what the catalogue said at its end. Plain columns: copied from the table above, never computed again.
create table occupation_history (
    like occupation,
    valid_from  date not null,
    valid_until date not null,
    primary key (reference, valid_from)
);
create unique index occupation_history_last on occupation_history (reference) where valid_until = 'infinity';

-- Each approved version with its content as approved, or as put right later.
create table occupation_version (
    reference      text        not null,
    number         text        not null,
    major          integer     not null,
    minor          integer     not null,
    sequence       bigint      not null,
    change_class   text        not null,
    approved_on    date,
    effective_from date,
    effective_to   date,
    recorded_at    timestamptz not null,
    document       jsonb       not null,
    primary key (reference, number)
);

-- The newest announcements, for the front page; older ones are pruned.
create table recent_change (
    position    bigint      not null primary key,
    reference   text        not null,
    title       text        not null,
    type        text        not null,
    version     text        not null,
    recorded_at timestamptz not null
);

-- Tells one state of the model from another: the epoch differs in every rebuilt model, the revision after every change.
create table model (
    epoch    uuid    not null,
    revision bigint  not null,
    only_one boolean not null default true primary key check (only_one)
);
insert into model (epoch, revision) values (gen_random_uuid(), 0);
