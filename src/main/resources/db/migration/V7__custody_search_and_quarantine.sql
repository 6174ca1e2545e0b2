-- The ledger can be searched by what a letter says of itself, and a quarantined letter has a reason and an end.
create extension if not exists pg_trgm;

alter table custody
    add column subject           text not null default '',
    add column quarantine_reason text,
    add column handling          text,
    add column handled_at        timestamptz,
    add column handled_by        text,
    add constraint custody_reason_known check (quarantine_reason in ('NO_SENDER', 'NOT_SETTLED')),
    add constraint custody_handling_known check (handling in ('SPAM', 'RESEND_ASKED')),
    add constraint custody_handled_only_in_quarantine check (handling is null or fate = 'QUARANTINE'),
    add constraint custody_handled_has_actor check (
        (handling is null) = (handled_at is null) and (handling is null) = (handled_by is null));

update custody set sender = message.from_address, subject = message.subject
from received_message message where message.custody_id = custody.id;
update custody set quarantine_reason = case when detail like 'not settled%' then 'NOT_SETTLED' else 'NO_SENDER' end
where fate = 'QUARANTINE';
alter table custody add constraint custody_quarantined_has_reason check (fate <> 'QUARANTINE' or quarantine_reason is not null);

create index custody_by_words on custody using gin
    (lower(sender || ' ' || envelope_from || ' ' || subject || ' ' || message_id) gin_trgm_ops);
create index custody_by_fate on custody (fate, id);
create index custody_by_ticket on custody (ticket_id, id) where ticket_id is not null;
create index custody_in_quarantine on custody (id) where fate = 'QUARANTINE' and handling is null;

-- A letter may answer one in custody that has no ticket, or tell the administrator of an alarm.
alter table letter
    alter column ticket_id drop not null,
    add column custody_id bigint,
    add constraint letter_custody_fk foreign key (custody_id) references custody (id),
    add constraint letter_has_its_cause check (ticket_id is not null or custody_id is not null or kind = 'ALARM');
alter table letter drop constraint letter_state_known, add constraint letter_state_known
    check (state in ('QUEUED', 'DELIVERED', 'FAILED', 'BOUNCED', 'WITHDRAWN'));
create index letter_by_custody on letter (custody_id) where custody_id is not null;
create index letter_by_state on letter (state, seq);

-- Each time a letter was handed over, written before it happens: one without an outcome was cut off by the end of the program.
create table letter_attempt (
    letter_id  uuid not null,
    number     integer not null,
    begun_at   timestamptz not null,
    outcome    text,
    recipient  text not null,
    relay      text not null,
    reply      text not null default '',
    constraint letter_attempt_pk primary key (letter_id, number),
    constraint letter_attempt_letter_fk foreign key (letter_id) references letter (id),
    constraint letter_attempt_outcome_known check (outcome in ('ACCEPTED', 'TRY_AGAIN', 'REFUSED', 'UNKNOWN'))
);

-- Alarms that ring or rang: a row is opened by its beginning and closed by its end, each told once.
create table alarm (
    id         bigint generated always as identity,
    kind       text not null,
    subject    text not null,
    detail     text not null,
    began_at   timestamptz not null,
    seen_at    timestamptz not null,
    ended_at   timestamptz,
    constraint alarm_pk primary key (id)
);
create unique index alarm_rings_once on alarm (kind, subject) where ended_at is null;
