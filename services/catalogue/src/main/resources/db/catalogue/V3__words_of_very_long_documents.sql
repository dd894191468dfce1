-- PostgreSQL keeps no more than a mebibyte of words for one row, and refuses the row where there are more. Real standards have
-- a tenth of that. Of a document beyond any real one, the beginning of each part is what can be searched.

-- The beginning of a text, about as many bytes long as said.
create function beginning_of(part text, bytes integer) returns text language sql immutable parallel safe as $$
    select case when octet_length(part) <= bytes then part
        else left(part, (bytes::bigint * length(part) / octet_length(part))::integer) end
$$;

create function joined(texts jsonb) returns text language sql immutable parallel safe as $$
    select coalesce(string_agg(each.value, ' ' order by each.ordinality), '')
    from jsonb_array_elements_text(case jsonb_typeof(texts) when 'array' then texts else '[]' end) with ordinality each
$$;

alter function words_of(jsonb) rename to words_of_usual;

create function words_of(document jsonb) returns tsvector language sql immutable parallel safe as $$
    select case when octet_length(document::text) <= 200000 then words_of_usual(document) else
        setweight(to_tsvector('simple', beginning_of(coalesce(document ->> 'reference', ''), 100)), 'A')
        || setweight(to_tsvector('simple', beginning_of(joined(jsonb_path_query_array(document, '$.products[*].code')), 5000)), 'A')
        || setweight(to_tsvector('english', beginning_of(coalesce(document ->> 'title', ''), 2000)), 'A')
        || setweight(to_tsvector('english', beginning_of(joined(document -> 'typicalJobTitles'), 15000)), 'B')
        || setweight(to_tsvector('english', beginning_of(joined(document -> 'keywords'), 15000)), 'B')
        || setweight(to_tsvector('english', beginning_of(coalesce(document ->> 'overview', ''), 8000)), 'C')
        || setweight(to_tsvector('english', beginning_of(coalesce(document ->> 'summary', ''), 25000)), 'C')
        || setweight(to_tsvector('english', beginning_of(joined(jsonb_path_query_array(document, '$.knowledge[*].text')), 50000)), 'D')
        || setweight(to_tsvector('english', beginning_of(joined(jsonb_path_query_array(document, '$.skills[*].text')), 50000)), 'D')
        || setweight(to_tsvector('english', beginning_of(joined(jsonb_path_query_array(document, '$.behaviours[*].text')), 25000)), 'D')
    end
$$;

-- It names the function it was made with.
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
    ) past;
