-- What tickets of an incident have in common, and the answer that all of them get.
alter table incident
    add column trouble text not null default '',
    add column answer_ru text not null default '',
    add column answer_kk text not null default '',
    add column answer_en text not null default '',
    add constraint incident_answer_length check (char_length(answer_ru) <= 20000 and char_length(answer_kk) <= 20000
        and char_length(answer_en) <= 20000);
create unique index incident_by_trouble on incident (trouble) where trouble <> '' and ended_at is null;

-- The tickets of an incident, by people's choice; a ticket belongs to one at most.
create table incident_ticket (
    ticket_id   bigint not null,
    incident_id bigint not null,
    constraint incident_ticket_pk primary key (ticket_id),
    constraint incident_ticket_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint incident_ticket_incident_fk foreign key (incident_id) references incident (id)
);
create index incident_ticket_by_incident on incident_ticket (incident_id, ticket_id);

-- What was proposed as an incident and is none, by a person's word: tickets received until then propose it no more.
create table incident_dismissal (
    trouble      text not null,
    dismissed_at timestamptz not null,
    constraint incident_dismissal_pk primary key (trouble)
);

-- Files that go along with a letter which an agent is writing.
create table draft_file (
    id         bigint generated always as identity,
    agent_id   bigint not null,
    ticket_id  bigint not null,
    surface    text not null,
    file_name  text not null,
    media_type text not null,
    size       bigint not null,
    sha256     bytea not null,
    constraint draft_file_pk primary key (id),
    constraint draft_file_agent_fk foreign key (agent_id) references agent (id),
    constraint draft_file_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint draft_file_blob_fk foreign key (sha256) references blob (sha256),
    constraint draft_file_surface_known check (surface in ('ANSWER', 'REQUEST'))
);
create index draft_file_by_place on draft_file (ticket_id, agent_id, surface, id);

-- Files that went along with an answer or a Запрос.
create table sent_file (
    id         bigint generated always as identity,
    answer_id  bigint,
    request_id bigint,
    file_name  text not null,
    media_type text not null,
    size       bigint not null,
    sha256     bytea not null,
    constraint sent_file_pk primary key (id),
    constraint sent_file_answer_fk foreign key (answer_id) references answer (id),
    constraint sent_file_request_fk foreign key (request_id) references information_request (id),
    constraint sent_file_blob_fk foreign key (sha256) references blob (sha256),
    constraint sent_file_has_one_letter check ((answer_id is null) <> (request_id is null))
);
create index sent_file_by_answer on sent_file (answer_id, id) where answer_id is not null;
create index sent_file_by_request on sent_file (request_id, id) where request_id is not null;

-- The words of attachments that are text. They are read after the registration: the intake waits for nothing of it.
alter table attachment add column looked_into boolean not null default false;
create index attachment_to_look_into on attachment (received_message_id, position)
    where not looked_into and sha256 is not null;
create table attachment_text (
    received_message_id bigint not null,
    position            smallint not null,
    text                text not null,
    search              tsvector generated always as (to_tsvector('russian', text)) stored,
    constraint attachment_text_pk primary key (received_message_id, position),
    constraint attachment_text_attachment_fk foreign key (received_message_id, position)
        references attachment (received_message_id, position),
    constraint attachment_text_length check (octet_length(text) <= 204800)
);
create index attachment_text_search on attachment_text using gin (search);
