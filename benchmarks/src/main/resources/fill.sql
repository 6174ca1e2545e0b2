-- Copies the first tickets, which came by real letters, current_setting('bench.step') times more in all: each copy with a number,
-- an applicant, and times of its own; one in twenty as open as its model, the others closed.
create temp table if not exists model as
    select id, row_number() over (order by id) - 1 as place, count(*) over () as all_models
    from ticket where id in (select id from ticket order by id limit 400);
drop table if exists made;
create temp table made as
    select model.id as model_id, last.ticket + g as id, last.custody + g as custody_id, last.message + g as message_id,
           last.ticket + g as n, (last.ticket + g) % 20 = 0 as open,
           now() - interval '1 minute' * ((last.ticket + g) % 500000) as at
    from (select coalesce((select max(id) from ticket), 0) as ticket, coalesce((select max(id) from custody), 0) as custody,
                 coalesce((select max(id) from received_message), 0) as message) as last
    cross join generate_series(1, current_setting('bench.step')::bigint) as g
    join model on model.place = (last.ticket + g) % model.all_models;
insert into ticket (id, number, state, channel, received_at, registered_at, language, summary, applicant_name, applicant_address,
        applicant_id, applicant_id_kind, submission, missing_items, clock, clock_started_at, due_at, last_event_at)
    overriding system value
    select made.id, 'СК-' || 25 - made.n / 900000 || '-' || lpad((made.n % 900000)::text, 6, '0'), case when open then 'REGISTERED' else 'CLOSED' end, channel,
        made.at, made.at, language, summary, applicant_name, 'n' || made.n || '.' || applicant_address, applicant_id, applicant_id_kind,
        submission, missing_items, case when open then 'FIRST_ANSWER' end, case when open then made.at end,
        case when open then now() + interval '1 second' * (made.n % 40000) end, made.at
    from made join ticket on ticket.id = made.model_id;
insert into ticket_event (ticket_id, seq, type, at, actor, data)
    select made.id, seq, type, made.at, actor, data from made join ticket_event on ticket_id = made.model_id;
insert into ticket_participant (ticket_id, address)
    select made.id, 'n' || made.n || '.' || applicant_address from made join ticket on ticket.id = made.model_id;
insert into custody (id, door, received_at, peer, envelope_from, recipients, size, sha256, content_digest, message_id, fate, ticket_id,
        settled_at, sender, subject)
    overriding system value
    select made.custody_id, door, made.at, peer, envelope_from, recipients, size, sha256, sha256(made.custody_id::text::bytea),
        made.n || '.' || first.message_id, 'TICKET', made.id, made.at, 'n' || made.n || '.' || sender, subject
    from made join lateral (select * from custody where ticket_id = made.model_id order by id limit 1) as first on true;
insert into received_message (id, ticket_id, custody_id, received_at, from_name, from_address, subject, message_id, text, reply_text, html,
        known_sender)
    overriding system value
    select made.message_id, made.id, made.custody_id, made.at, from_name, 'n' || made.n || '.' || from_address, subject,
        made.n || '.' || first.message_id, text, reply_text, html, true
    from made join lateral (select * from received_message where ticket_id = made.model_id order by id limit 1) as first on true
    where exists (select from custody where custody.id = made.custody_id);
insert into letter (id, ticket_id, kind, message_id, recipient, subject, text, html, mime, reply_token, state, created_at, attempts, delivered_at)
    select gen_random_uuid(), made.id, kind, made.n || '.' || twice || '.' || first.message_id, 'n' || made.n || '.' || recipient, subject, text,
        html, ''::bytea, made.n || reply_token, 'DELIVERED', made.at, 1, made.at
    from made join lateral (select * from letter where ticket_id = made.model_id order by seq limit 1) as first on true
    cross join generate_series(1, 2) as twice;
insert into sla_clock (ticket_id, kind, cycle, started_at, due_at, ended_at, consumed_seconds, verdict, calendar_version)
    select made.id, kind, cycle, made.at, made.at + interval '1 hour', case when open and kind <> 'ACCEPTANCE' then null else made.at end,
        case when open and kind <> 'ACCEPTANCE' then null else 0 end, case when open and kind <> 'ACCEPTANCE' then null else 'MET' end,
        calendar_version
    from made join sla_clock on ticket_id = made.model_id;
select setval(pg_get_serial_sequence('ticket', 'id'), (select max(id) from ticket)),
       setval(pg_get_serial_sequence('custody', 'id'), (select max(id) from custody)),
       setval(pg_get_serial_sequence('received_message', 'id'), (select max(id) from received_message));
