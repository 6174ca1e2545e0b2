-- Bytes by the hash of their content: raw letters and attachments. Written once, never changed.
create table blob (
    sha256 bytea not null,
    size   bigint not null,
    bytes  bytea not null,
    constraint blob_pk primary key (sha256),
    constraint blob_sha256_is_32_bytes check (octet_length(sha256) = 32)
);
alter table blob alter column bytes set storage external;

-- Обращение. The state is the fold of ticket_event; clock and due_at are projected for the queue by the clocks.
create table ticket (
    id                bigint generated always as identity,
    number            text not null,
    state             text not null,
    channel           text not null,
    received_at       timestamptz not null,
    registered_at     timestamptz not null,
    language          text,
    summary           text not null,
    applicant_name    text not null,
    applicant_address text not null,
    applicant_id      text not null,
    applicant_id_kind text,
    submission        jsonb not null,
    missing_items     smallint[] not null,
    assignee_id       bigint,
    clock             text,
    clock_started_at  timestamptz,
    due_at            timestamptz,
    undelivered       boolean not null default false,
    original_ticket_id bigint,
    related_ticket_id bigint,
    last_event_at     timestamptz not null,
    constraint ticket_pk primary key (id),
    constraint ticket_number_unique unique (number),
    constraint ticket_original_fk foreign key (original_ticket_id) references ticket (id),
    constraint ticket_related_fk foreign key (related_ticket_id) references ticket (id),
    constraint ticket_state_known check (state in ('REGISTERED', 'IN_PROGRESS', 'AWAITING_APPLICANT',
        'INFORMATION_SUPPLIED', 'ANSWERED', 'CLOSED', 'DISCONTINUED', 'NOT_A_REQUEST', 'DUPLICATE', 'MERGED')),
    constraint ticket_channel_known check (channel in ('MAIL', 'FORM', 'PHONE', 'API')),
    constraint ticket_language_known check (language in ('RU', 'KK', 'EN')),
    constraint ticket_clock_known check (clock in ('FIRST_ANSWER', 'ANSWER_AFTER_INFORMATION', 'APPLICANT_REPLY')),
    constraint ticket_clock_has_deadline check ((clock is null) = (due_at is null))
);
create index ticket_queue on ticket (due_at nulls first, id)
    where state in ('REGISTERED', 'IN_PROGRESS', 'AWAITING_APPLICANT', 'INFORMATION_SUPPLIED');
create index ticket_by_state on ticket (state, id);
create index ticket_by_applicant_address on ticket (applicant_address);
create index ticket_by_applicant_id on ticket (applicant_id) where applicant_id <> '';

-- What happened to a ticket, in the order it was recorded. The clocks are computed from this and nothing else.
create table ticket_event (
    ticket_id bigint not null,
    seq       integer not null,
    type      text not null,
    at        timestamptz not null,
    actor     text not null,
    data      jsonb not null,
    constraint ticket_event_pk primary key (ticket_id, seq),
    constraint ticket_event_ticket_fk foreign key (ticket_id) references ticket (id)
);

-- Who takes part in a ticket: a number in a subject is believed from these addresses only.
create table ticket_participant (
    ticket_id bigint not null,
    address   text not null,
    constraint ticket_participant_pk primary key (ticket_id, address),
    constraint ticket_participant_ticket_fk foreign key (ticket_id) references ticket (id)
);

-- A message that came in to a ticket.
create table received_message (
    id           bigint generated always as identity,
    ticket_id    bigint not null,
    custody_id   bigint not null,
    received_at  timestamptz not null,
    from_name    text not null,
    from_address text not null,
    subject      text not null,
    message_id   text not null,
    text         text not null,
    reply_text   text not null,
    html         text not null,
    known_sender boolean not null,
    constraint received_message_pk primary key (id),
    constraint received_message_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint received_message_custody_unique unique (custody_id)
);
create index received_message_by_ticket on received_message (ticket_id, id);
create index received_message_by_message_id on received_message (message_id) where message_id <> '';

create table attachment (
    received_message_id bigint not null,
    position    smallint not null,
    file_name   text not null,
    media_type  text not null,
    size        bigint not null,
    content_id  text not null,
    inline      boolean not null,
    refused     text,
    sha256      bytea,
    constraint attachment_pk primary key (received_message_id, position),
    constraint attachment_message_fk foreign key (received_message_id) references received_message (id),
    constraint attachment_blob_fk foreign key (sha256) references blob (sha256),
    constraint attachment_kept_or_refused check ((sha256 is null) = (refused is not null))
);

-- Запрос на предоставление дополнительной информации: a document with items (R12, R15–R19).
create table information_request (
    id           bigint generated always as identity,
    ticket_id    bigint not null,
    cycle        smallint not null,
    requested_at timestamptz not null,
    requested_by text not null,
    items        jsonb not null,
    instructions text not null,
    constraint information_request_pk primary key (id),
    constraint information_request_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint information_request_cycle_unique unique (ticket_id, cycle)
);

create table answer (
    id          bigint generated always as identity,
    ticket_id   bigint not null,
    answered_at timestamptz not null,
    answered_by text not null,
    text        text not null,
    constraint answer_pk primary key (id),
    constraint answer_ticket_fk foreign key (ticket_id) references ticket (id)
);
create index answer_by_ticket on answer (ticket_id);

create table internal_note (
    id        bigint generated always as identity,
    ticket_id bigint not null,
    noted_at  timestamptz not null,
    noted_by  text not null,
    text      text not null,
    constraint internal_note_pk primary key (id),
    constraint internal_note_ticket_fk foreign key (ticket_id) references ticket (id)
);
create index internal_note_by_ticket on internal_note (ticket_id);

-- A clock of a ticket: running while ended_at is null; judged once, under the calendar named here.
create table sla_clock (
    ticket_id        bigint not null,
    kind             text not null,
    cycle            smallint not null,
    started_at       timestamptz not null,
    due_at           timestamptz not null,
    ended_at         timestamptz,
    consumed_seconds bigint,
    verdict          text,
    calendar_version text not null,
    constraint sla_clock_pk primary key (ticket_id, kind, cycle),
    constraint sla_clock_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint sla_clock_kind_known check (kind in ('ACCEPTANCE', 'FIRST_ANSWER', 'ANSWER_AFTER_INFORMATION', 'APPLICANT_REPLY')),
    constraint sla_clock_verdict_known check (verdict in ('MET', 'BREACHED', 'VOID')),
    constraint sla_clock_judged_when_ended check ((ended_at is null) = (verdict is null))
);

-- Outbox: a letter to an applicant, the bytes as handed over, and what became of it.
create table letter (
    id              uuid not null,
    seq             bigint generated always as identity,
    ticket_id       bigint not null,
    kind            text not null,
    message_id      text not null,
    recipient       text not null,
    subject         text not null,
    text            text not null,
    html            text not null,
    mime            bytea not null,
    request_id      bigint,
    reply_token     text not null,
    state           text not null,
    created_at      timestamptz not null,
    attempts        integer not null default 0,
    next_attempt_at timestamptz,
    delivered_at    timestamptz,
    relay_reply     text not null default '',
    constraint letter_pk primary key (id),
    constraint letter_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint letter_request_fk foreign key (request_id) references information_request (id),
    constraint letter_message_id_unique unique (message_id),
    constraint letter_state_known check (state in ('QUEUED', 'DELIVERED', 'FAILED', 'BOUNCED')),
    constraint letter_queued_has_next_attempt check ((state = 'QUEUED') = (next_attempt_at is not null))
);
alter table letter alter column mime set storage external;
create index letter_due on letter (next_attempt_at, seq) where state = 'QUEUED';
create index letter_by_ticket on letter (ticket_id, seq);
create index letter_by_reply_token on letter (reply_token);
create unique index letter_by_seq on letter (seq);

-- Custody ledger: each letter ever offered has one row here and, once settled, exactly one fate.
create table custody (
    id              bigint generated always as identity,
    door            text not null,
    received_at     timestamptz not null,
    peer            text not null,
    envelope_from   text not null,
    recipients      text[] not null,
    size            bigint not null,
    sha256          bytea,
    content_digest  bytea,
    message_id      text not null default '',
    refused_keys    jsonb not null default '[]',
    fate            text,
    detail          text not null default '',
    ticket_id       bigint,
    settled_at      timestamptz,
    attempts        integer not null default 0,
    next_attempt_at timestamptz,
    constraint custody_pk primary key (id),
    constraint custody_blob_fk foreign key (sha256) references blob (sha256),
    constraint custody_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint custody_fate_known check (fate in ('TICKET', 'REPLY', 'DUPLICATE', 'AUTOMATIC', 'BOUNCE', 'QUARANTINE', 'REFUSED')),
    constraint custody_settled_has_fate check ((fate is null) = (settled_at is null)),
    constraint custody_kept_unless_refused check (sha256 is not null or fate = 'REFUSED')
);
create index custody_unsettled on custody (next_attempt_at) where fate is null;
create index custody_by_content on custody (content_digest, received_at) where content_digest is not null;
create index custody_by_receipt on custody (received_at, id);
alter table received_message add constraint received_message_custody_fk foreign key (custody_id) references custody (id);

-- Timers, as db-scheduler keeps them.
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    constraint scheduled_tasks_pk primary key (task_name, task_instance)
);
create index scheduled_tasks_by_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

-- Secrets of this installation, the same on every node; made at the first use.
create table installation_secret (
    name  text not null,
    value bytea not null,
    constraint installation_secret_pk primary key (name)
);
