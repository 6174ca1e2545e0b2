-- Most of a letter's trigrams were its Message-ID's, which nobody looks for in part; and before its fate a letter has no words.
drop index custody_by_words;
create index custody_by_words on custody using gin
    (lower(sender || ' ' || envelope_from || ' ' || subject) gin_trgm_ops) where fate is not null;
create index custody_by_message_id on custody (message_id) where message_id <> '';
