-- Forms that agents have sent, by the key that each form carries: one sent twice has effect once.
create table form_post (
    agent_id        bigint not null,
    idempotency_key text not null,
    ticket_id       bigint not null,
    posted_at       timestamptz not null,
    constraint form_post_pk primary key (agent_id, idempotency_key),
    constraint form_post_agent_fk foreign key (agent_id) references agent (id),
    constraint form_post_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint form_post_key_length check (char_length(idempotency_key) between 1 and 100)
);
