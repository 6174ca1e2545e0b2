-- What people wrote, as words to be searched for: the sender's name and address (A), the subject (B), the text. Russian words
-- by their stems; Kazakh ones, for which there is no stemmer, as they stand: a search takes their beginnings. A very long text is
-- searched by its beginning: a tsvector holds one megabyte, and what a letter says it says early.
alter table received_message add column search tsvector generated always as (
    setweight(to_tsvector('russian', left(from_name, 300) || ' ' || left(from_address, 300)), 'A')
    || setweight(to_tsvector('russian', left(subject, 1000)), 'B')
    || to_tsvector('russian', left(case when reply_text = '' then text else reply_text end, 10000))) stored;
create index received_message_search on received_message using gin (search);

alter table answer add column search tsvector
    generated always as (to_tsvector('russian', left(text, 10000))) stored;
create index answer_search on answer using gin (search);
alter table internal_note add column search tsvector
    generated always as (to_tsvector('russian', left(text, 10000))) stored;
create index internal_note_search on internal_note using gin (search);
alter table information_request add column search tsvector
    generated always as (to_tsvector('russian', left(instructions, 10000))) stored;
create index information_request_search on information_request using gin (search);

-- Canned answers: one text in three languages, with {variables}; removed ones stay for the history.
create table canned_answer (
    id         bigint generated always as identity,
    name       text not null,
    title_ru   text not null,
    title_kk   text not null,
    title_en   text not null,
    text_ru    text not null,
    text_kk    text not null,
    text_en    text not null,
    changed_at timestamptz not null,
    removed_at timestamptz,
    constraint canned_answer_pk primary key (id),
    constraint canned_answer_name_form check (name ~ '^[a-z0-9][a-z0-9-]{0,30}$'),
    constraint canned_answer_text_length check (char_length(text_ru) <= 10000 and char_length(text_kk) <= 10000
        and char_length(text_en) <= 10000)
);
create unique index canned_answer_name_unique on canned_answer (name) where removed_at is null;
