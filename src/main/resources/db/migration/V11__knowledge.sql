-- Instructions: what people can do by themselves. A text is never changed, a new version follows it.
create table instruction (
    id           bigint generated always as identity,
    slug         text not null,
    problem_id   text,
    category     text not null,
    review_on    date not null,
    withdrawn_at timestamptz,
    times_sent   bigint not null default 0,
    constraint instruction_pk primary key (id),
    constraint instruction_slug_unique unique (slug),
    constraint instruction_problem_unique unique (problem_id),
    constraint instruction_slug_sound check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    constraint instruction_sent_counted_up check (times_sent >= 0)
);

create table instruction_version (
    instruction_id bigint not null,
    number         integer not null,
    published_at   timestamptz not null,
    published_by   text not null,
    title_ru       text not null,
    title_kk       text not null,
    title_en       text not null,
    steps_ru       text not null,
    steps_kk       text not null,
    steps_en       text not null,
    constraint instruction_version_pk primary key (instruction_id, number),
    constraint instruction_version_fk foreign key (instruction_id) references instruction (id),
    constraint instruction_version_numbered check (number > 0)
);

-- Whether it helped: one row for each visitor, known by a keyed digest only.
create table instruction_vote (
    instruction_id bigint not null,
    visitor        bytea not null,
    helped         boolean not null,
    voted_at       timestamptz not null,
    constraint instruction_vote_pk primary key (instruction_id, visitor),
    constraint instruction_vote_fk foreign key (instruction_id) references instruction (id),
    constraint instruction_vote_visitor_is_32_bytes check (octet_length(visitor) = 32)
);

-- What is wrong with the service that applicants should know of before they write.
create table incident (
    id         bigint generated always as identity,
    began_at   timestamptz not null,
    ended_at   timestamptz,
    text_ru    text not null,
    text_kk    text not null,
    text_en    text not null,
    changed_at timestamptz not null,
    constraint incident_pk primary key (id),
    constraint incident_ends_after_its_beginning check (ended_at is null or ended_at > began_at)
);
create index incident_by_beginning on incident (began_at);
