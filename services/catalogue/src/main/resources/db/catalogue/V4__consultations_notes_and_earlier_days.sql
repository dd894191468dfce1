-- What the public is or was asked about, and what a version says has changed. Both were told all along and not kept: the model
-- begins anew, and as the ledger is emptied with it, the intake reads the topic again.
delete from occupation;
delete from occupation_content;
delete from occupation_day;
delete from occupation_version;
delete from recent_change;
delete from intake_partition;
delete from intake_reference;
delete from intake_parked;
update model set epoch = gen_random_uuid();

alter table occupation_version add column change_note text;

-- Each consultation: about a draft, or about whether a standard should be retired.
create table consultation (
    reference   text        not null,
    opened      bigint      not null, -- sequence of the announcement that opened it
    sequence    bigint      not null, -- of the last one about it
    kind        text        not null,
    title       text        not null,
    opened_at   timestamptz not null,
    closes_at   timestamptz,          -- nothing where only the day was told
    closes_on   date        not null,
    zone        text        not null,
    reason      text,
    draft       text,                 -- JSON: the occupation as the draft would have it
    closed_at   timestamptz,
    comments    integer,
    outcome     text,                 -- JSON: what became of the comments
    primary key (reference, opened)
);
create index consultation_open on consultation (closes_on) where closed_at is null;

-- Before the first day on which anything was recorded of an occupation, its versions say when they were in force: the record of
-- one that was taken over begins long after it did.
create or replace view occupation_history as
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
        union all
        select v.reference, v.effective_from, least(v.replaced_from, v.effective_to + 1, f.first_day), v.sequence,
            v.document || '{"status": "approved"}'
        from (
            select reference, effective_from, effective_to, sequence, document,
                lead(effective_from) over (partition by reference order by major, minor) as replaced_from
            from occupation_version
        ) v
        join (select reference, min(valid_from) as first_day from occupation_day group by reference) f using (reference)
        where v.effective_from < f.first_day
    ) past;
