-- A ticket that was merged into another, and where it went.
alter table ticket
    add column merged_into bigint,
    add constraint ticket_merged_into_fk foreign key (merged_into) references ticket (id),
    add constraint ticket_merged_into_needs_state check (merged_into is null or state = 'MERGED'),
    add constraint ticket_not_merged_into_itself check (merged_into <> id);
create index ticket_by_merger on ticket (merged_into) where merged_into is not null;

-- Two tickets that have to do with each other, by an agent's note; the smaller id stands first.
create table ticket_link (
    ticket_id bigint not null,
    other_id  bigint not null,
    constraint ticket_link_pk primary key (ticket_id, other_id),
    constraint ticket_link_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint ticket_link_other_fk foreign key (other_id) references ticket (id),
    constraint ticket_link_in_order check (ticket_id < other_id)
);
create index ticket_link_by_other on ticket_link (other_id);

-- As whom an address takes part. Until now only applicants did.
alter table ticket_participant
    add column role text not null default 'APPLICANT',
    add constraint ticket_participant_role_known check (role in ('APPLICANT', 'COPIED', 'REPRESENTATIVE'));

-- The letter that began a ticket stays in it when it is split, and the new ticket has a copy.
alter table received_message add column copied boolean not null default false;
alter table received_message drop constraint received_message_custody_unique;
create unique index received_message_custody_unique on received_message (custody_id) where not copied;
create unique index received_message_once_in_ticket on received_message (ticket_id, custody_id);
