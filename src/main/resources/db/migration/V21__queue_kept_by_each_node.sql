-- Each node keeps the open tickets at hand and asks for what has changed since it asked last: whatever was written by a transaction
-- that was not over then. The rows come by this index, so the index that held all columns of the open tickets is not needed.
alter table ticket add column changed_by xid8 not null default pg_current_xact_id();
create index ticket_by_change on ticket (changed_by);
drop index ticket_open;

create function ticket_note_change() returns trigger language plpgsql as $$
begin
    new.changed_by := pg_current_xact_id();
    return new;
end
$$;
create trigger ticket_change
    before update of state, clock, due_at, assignee_id, undelivered on ticket
    for each row execute function ticket_note_change();
