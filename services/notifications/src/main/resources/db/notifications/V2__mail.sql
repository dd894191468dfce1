-- Mail that was sent nowhere because there is no server: shown on a page instead.
create table sent_mail (
    id          uuid primary key     default uuidv7(),
    recipient   text        not null,
    subject     text        not null,
    text_body   text        not null,
    html_body   text        not null,
    unsubscribe text, -- what List-Unsubscribe says
    sent_at     timestamptz not null default now()
);

-- Positions that will never be filled, because an operator dropped what stood there.
create table feed_hole (
    position bigint primary key,
    noted_at timestamptz not null default now()
);
