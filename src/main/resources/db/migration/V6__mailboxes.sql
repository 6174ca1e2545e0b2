-- A folder of a mailbox that a door empties. held_until is a lease by the database's own clock: one node looks at a time.
create table mailbox (
    id           bigint generated always as identity,
    door         text not null,
    account      text not null,
    folder       text not null,
    uid_validity bigint not null default 0,
    holder       text not null default '',
    held_until   timestamptz,
    looked_at    timestamptz,
    found        integer,
    constraint mailbox_pk primary key (id),
    constraint mailbox_folder_unique unique (door, account, folder),
    constraint mailbox_door_known check (door in ('IMAP', 'POP3')),
    constraint mailbox_found_when_looked check ((looked_at is null) = (found is null))
);

-- A letter seen in it, by the server's own name for it (POP3: UIDL, with uid_validity 0). Written in one transaction with the
-- custody row; without one it waits for its next attempt, and no other letter waits for it.
create table mailbox_letter (
    mailbox_id      bigint not null,
    uid_validity    bigint not null,
    uid             text not null,
    seen_at         timestamptz not null,
    present         boolean not null default true,
    custody_id      bigint,
    attempts        integer not null default 0,
    next_attempt_at timestamptz,
    failure         text not null default '',
    put_away_at     timestamptz,
    constraint mailbox_letter_pk primary key (mailbox_id, uid_validity, uid),
    constraint mailbox_letter_mailbox_fk foreign key (mailbox_id) references mailbox (id),
    constraint mailbox_letter_custody_fk foreign key (custody_id) references custody (id),
    constraint mailbox_letter_put_away_after_custody check (put_away_at is null or custody_id is not null)
);
create index mailbox_letter_by_custody on mailbox_letter (custody_id) where custody_id is not null;
create index mailbox_letter_waiting on mailbox_letter (mailbox_id, uid_validity)
    where custody_id is null or put_away_at is null;
create index mailbox_letter_present on mailbox_letter (mailbox_id, uid_validity) where present;

-- Which file of an import a custody row came from, so that an import begun again doubles nothing: the archive's own name
-- for the letter is its place and the hash of its bytes.
create table imported_letter (
    sha256     bytea not null,
    occurrence integer not null,
    custody_id bigint not null,
    constraint imported_letter_pk primary key (sha256, occurrence),
    constraint imported_letter_custody_fk foreign key (custody_id) references custody (id)
);

-- The author as read, for the watch over storms: how many tickets a sender, or everybody, made lately.
alter table custody add column sender text not null default '';
create index custody_tickets_by_sender on custody (sender, settled_at) where fate = 'TICKET';
create index custody_tickets_by_settlement on custody (settled_at) where fate = 'TICKET';
