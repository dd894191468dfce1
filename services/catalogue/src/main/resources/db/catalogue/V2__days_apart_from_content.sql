-- Most announcements change a few facts and leave the content alone: a day of the history keeps those facts and names the
-- content, which is kept once. The model begins anew: as the ledger is emptied with it, the intake reads the topic again.
drop table occupation_history;
drop table occupation;
delete from occupation_version;
delete from recent_change;
delete from intake_partition;
delete from intake_reference;
delete from intake_parked;
update model set epoch = gen_random_uuid();

-- Each occupation as it is now. The document is the truth; the other columns are read off it, for lists and filters.
create table occupation (
    reference             text   not null primary key,
    sequence              bigint not null,
    content               bigint not null, -- sequence of the announcement that brought the content
    valid_from            date   not null, -- the day in London since which it is so
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
    words                 tsvector -- of the document; nothing while the model is being built, which nobody searches
);
create index occupation_by_words on occupation using gin (words);
create index occupation_by_route on occupation (route, level, title);
create index occupation_by_progression on occupation using gin (progression jsonb_path_ops);

-- Contents as announced. Text, because hardly any of them is ever asked for again.
create table occupation_content (
    reference text   not null,
    sequence  bigint not null,
    document  text   not null,
    primary key (reference, sequence)
);

-- Each occupation as it was at the end of each day (in London) on which it changed: the row whose days include a day is
-- what the catalogue said at its end.
create table occupation_day (
    reference   text   not null,
    valid_from  date   not null,
    valid_until date   not null,
    sequence    bigint not null,
    content     bigint not null,
    face        text   not null, -- JSON: the facts that announcements change without bringing content
    primary key (reference, valid_from)
);
create unique index occupation_day_last on occupation_day (reference) where valid_until = 'infinity';

-- The same with the columns of the table above. Words are computed when they are asked for: few search the past.
create view occupation_history as
    select reference, valid_from, valid_until, sequence, document,
        document ->> 'title' as title,
        document ->> 'status' as status,
        document ->> 'version' as version,
        (document ->> 'level')::integer as level,
        document ->> 'tier' as tier,
        (document -> 'route' ->> 'id')::integer as route,
        document ->> 'pathway' as pathway,
        document ->> 'cluster' as cluster,
        document ->> 'overview' as overview,
        document ->> 'green' as green,
        (document ->> 'withoutApprenticeship')::boolean as without_apprenticeship,
        document -> 'products' as products,
        document -> 'progression' as progression,
        document ->> 'lastChanged' as last_changed,
        words_of(document) as words
    from (
        select d.reference, d.valid_from, d.valid_until, d.sequence, c.document::jsonb || d.face::jsonb as document
        from occupation_day d join occupation_content c on c.reference = d.reference and c.sequence = d.content
    ) past;
