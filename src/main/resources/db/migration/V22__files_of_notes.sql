-- Files that agents keep with an internal note, as with letters.
alter table draft_file
    drop constraint draft_file_surface_known,
    add constraint draft_file_surface_known check (surface in ('ANSWER', 'REQUEST', 'NOTE'));

alter table sent_file
    add column note_id bigint,
    add constraint sent_file_note_fk foreign key (note_id) references internal_note (id),
    drop constraint sent_file_has_one_letter,
    add constraint sent_file_has_one_writing check (num_nonnulls(answer_id, request_id, note_id) = 1);
create index sent_file_by_note on sent_file (note_id, id) where note_id is not null;
