-- A file that lies Base64-encoded in a kept letter is kept there and nowhere else: the row says where.
alter table blob
    add column encoded_in bytea,
    add column encoded_at bigint,
    add column encoded_length bigint,
    add constraint blob_encoded_in_fk foreign key (encoded_in) references blob (sha256),
    add constraint blob_encoded_somewhere check (num_nulls(encoded_in, encoded_at, encoded_length) in (0, 3)),
    add constraint blob_kept_in_one_place check (bytes is null or encoded_in is null);
drop index blob_in_bucket;
create index blob_in_bucket on blob (sha256) where bytes is null and encoded_in is null;
create index blob_encoded on blob (sha256) where encoded_in is not null;
