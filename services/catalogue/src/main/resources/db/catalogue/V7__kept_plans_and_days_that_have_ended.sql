-- Planning the words of one document anew takes longer than computing them; in this language the plan is kept.
alter function words_of(jsonb) rename to words_of_any;
create function words_of(document jsonb) returns tsvector language plpgsql immutable parallel safe as $$
begin
    return words_of_any(document);
end
$$;

-- The table of days keeps those that have ended; the day that goes on is the row of the occupation itself. So a day is written
-- once and never changed.
alter table occupation add column face text; -- JSON: what a day of the history keeps of it
update occupation o set face = d.face from occupation_day d
    where d.reference = o.reference and d.valid_from = o.valid_from;
alter table occupation alter column face set not null;
delete from occupation_day where valid_until = 'infinity';
drop index occupation_day_last;

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
        select reference, valid_from, 'infinity'::date as valid_until, sequence, document from occupation
        union all
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
        join (
            select o.reference, coalesce(min(d.valid_from), o.valid_from) as first_day
            from occupation o left join occupation_day d using (reference) group by o.reference
        ) f using (reference)
        where v.effective_from < f.first_day
    ) past;
