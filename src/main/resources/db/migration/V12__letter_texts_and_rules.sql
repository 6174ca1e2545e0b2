-- Texts of letters that people have changed. Of each text the version with the highest number is in force, on all nodes; one
-- without a text puts the text that comes with the program back in force.
create table letter_text_version (
    id           bigint generated always as identity,
    name         text not null,
    language     text not null,
    number       integer not null,
    text         text,
    author_id    bigint not null,
    published_at timestamptz not null,
    constraint letter_text_version_pk primary key (id),
    constraint letter_text_version_unique unique (name, language, number),
    constraint letter_text_version_author_fk foreign key (author_id) references agent (id),
    constraint letter_text_version_language_known check (language in ('RU', 'KK', 'EN')),
    constraint letter_text_version_number_from_one check (number >= 1),
    constraint letter_text_version_is_bounded check (char_length(text) <= 20000)
);

-- A letter with which somebody tries a text out on himself is about no ticket.
alter table letter
    add column trial_by bigint,
    add constraint letter_trial_by_fk foreign key (trial_by) references agent (id);
alter table letter drop constraint letter_has_its_cause;
alter table letter add constraint letter_has_its_cause
    check (ticket_id is not null or custody_id is not null or trial_by is not null
        or kind in ('ALARM', 'ADDRESS_CONFIRMATION'));
create index letter_by_trial on letter (trial_by, created_at) where trial_by is not null;

-- Which rules this installation has obeyed, by the hash of all their values: the last row's are in force. A program that comes
-- with others counts every running clock anew.
create table regulation_adoption (
    id           bigint generated always as identity,
    fingerprint  text not null,
    version      text not null,
    effective_on date not null,
    adopted_at   timestamptz not null,
    constraint regulation_adoption_pk primary key (id)
);
