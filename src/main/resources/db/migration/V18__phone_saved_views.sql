-- Calls taken at 1401: who called, from which number, and what became of it, a ticket of its own or a note in one that was there.
-- The key of the form makes a call taken twice one.
create table phone_call (
    id              bigint generated always as identity,
    agent_id        bigint not null,
    idempotency_key text not null,
    called_at       timestamptz not null,
    caller          text not null,
    phone           text not null,
    custody_id      bigint,
    ticket_id       bigint,
    constraint phone_call_pk primary key (id),
    constraint phone_call_once unique (agent_id, idempotency_key),
    constraint phone_call_agent_fk foreign key (agent_id) references agent (id),
    constraint phone_call_custody_fk foreign key (custody_id) references custody (id),
    constraint phone_call_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint phone_call_phone_form check (phone ~ '^(\+[0-9]{7,15})?$')
);
create index phone_call_by_phone on phone_call (phone) where phone <> '';
create index phone_call_by_ticket on phone_call (ticket_id, id);

-- What is typed while somebody talks, and not taken yet: one call per agent.
create table call_draft (
    agent_id bigint not null,
    fields   jsonb not null,
    saved_at timestamptz not null,
    constraint call_draft_pk primary key (agent_id),
    constraint call_draft_agent_fk foreign key (agent_id) references agent (id)
);

-- Whose open tickets there are already, by any part of a name.
create index ticket_open_by_name on ticket using gin (lower(applicant_name) gin_trgm_ops)
    where state in ('REGISTERED', 'IN_PROGRESS', 'AWAITING_APPLICANT', 'INFORMATION_SUPPLIED');

-- Filters of the queue under a name, each its owner's or everybody's.
create table saved_view (
    id         bigint generated always as identity,
    agent_id   bigint not null,
    name       text not null,
    shared     boolean not null,
    way        text not null,
    stage      text not null,
    who        text not null,
    created_at timestamptz not null,
    constraint saved_view_pk primary key (id),
    constraint saved_view_agent_fk foreign key (agent_id) references agent (id),
    constraint saved_view_name_length check (char_length(name) between 1 and 60),
    constraint saved_view_way_known check (way in ('QUEUE', 'MINE', 'WAITING', 'FREE')),
    constraint saved_view_stage_known check (stage in ('', 'FIRST_ANSWER', 'ANSWER_AFTER_INFORMATION')),
    constraint saved_view_who_known check (who in ('', 'mine', 'free'))
);
create index saved_view_by_agent on saved_view (agent_id, id);
create index saved_view_shared on saved_view (id) where shared;
