-- The queue counts and sorts all open tickets for each page: from an index that holds what it asks for, not from the rows.
drop index ticket_queue;
create index ticket_open on ticket (id) include (number, state, clock, due_at, assignee_id, undelivered)
    where state in ('REGISTERED', 'IN_PROGRESS', 'AWAITING_APPLICANT', 'INFORMATION_SUPPLIED');
