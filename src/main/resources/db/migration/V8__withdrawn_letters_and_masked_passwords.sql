-- A person's letter can be taken back before it is handed over: what was written stays, marked, and counts no more.
alter table answer add column withdrawn_at timestamptz;
alter table information_request add column withdrawn_at timestamptz;
alter table information_request drop constraint information_request_cycle_unique;
create unique index information_request_cycle_unique on information_request (ticket_id, cycle) where withdrawn_at is null;
alter table letter
    add column answer_id bigint,
    add constraint letter_answer_fk foreign key (answer_id) references answer (id);
create index letter_by_answer on letter (answer_id) where answer_id is not null;
create index letter_by_request on letter (request_id) where request_id is not null;

-- Beside a refused key a password may have stood: the letter to the sender says that it is to be changed too.
alter table custody add column password_masked boolean not null default false;
