-- What agents are writing and have not sent: one text per agent, ticket and surface, gone when it is sent.
create table draft (
    agent_id  bigint not null,
    ticket_id bigint not null,
    surface   text not null,
    text      text not null,
    items     text[] not null,
    saved_at  timestamptz not null,
    constraint draft_pk primary key (agent_id, ticket_id, surface),
    constraint draft_agent_fk foreign key (agent_id) references agent (id),
    constraint draft_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint draft_surface_known check (surface in ('ANSWER', 'REQUEST', 'NOTE')),
    constraint draft_text_length check (char_length(text) <= 100000)
);
create index draft_by_ticket on draft (ticket_id);
