-- Bytes may lie in a bucket (S3) under their hash instead of here: then the row has none of its own.
alter table blob alter column bytes drop not null;
create index blob_in_bucket on blob (sha256) where bytes is null;
