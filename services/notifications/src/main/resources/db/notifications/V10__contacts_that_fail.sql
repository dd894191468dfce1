-- The mailbox that is told of a subscription can fail as any other; the notice of it is one of that subscription.
alter table notice drop constraint notice_kind_check,
    add constraint notice_kind_check check (kind in ('disabled', 'given-up', 'contact-disabled'));
