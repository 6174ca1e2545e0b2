-- The audit trail: each stream is a chain, each entry carries the hash of the one before it.
create table journal_entry (
    stream        text        not null,
    seq           bigint      not null,
    at            timestamptz not null,
    actor         text        not null,
    action        text        not null,
    subject       text        not null,
    data          jsonb       not null,
    previous_hash bytea       not null,
    hash          bytea       not null,
    constraint journal_entry_stream_seq_unique unique (stream, seq),
    constraint journal_entry_seq_starts_at_one check (seq >= 1),
    constraint journal_entry_data_is_an_object check (jsonb_typeof(data) = 'object'),
    constraint journal_entry_hashes_are_sha256 check (octet_length(previous_hash) = 32 and octet_length(hash) = 32)
);

create index journal_entry_at on journal_entry (at);

create function refuse_change_of_journal() returns trigger
    language plpgsql as
$$
begin
    raise exception 'journal_entry is append-only: % refused', tg_op using errcode = 'restrict_violation';
end
$$;

-- Per statement, not per row: also a change that touches no row, and TRUNCATE, is refused.
create trigger journal_entry_append_only
    before update or delete or truncate
    on journal_entry
    for each statement
execute function refuse_change_of_journal();

create table agent (
    id            bigint generated always as identity,
    login         text        not null,
    display_name  text        not null,
    initials      text        not null,
    roles         text[]      not null,
    language      text        not null,
    password_hash text        not null,
    session_epoch integer     not null default 1,
    created_at    timestamptz not null,
    disabled_at   timestamptz,
    constraint agent_pk primary key (id),
    constraint agent_login_unique unique (login),
    constraint agent_login_form check (login ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'),
    constraint agent_display_name_length check (char_length(display_name) between 1 and 100),
    constraint agent_initials_length check (char_length(initials) between 1 and 4),
    constraint agent_roles_known check (
        cardinality(roles) > 0
        and roles <@ array ['AGENT', 'SHIFT_LEAD', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR']),
    constraint agent_language_known check (language in ('RU', 'KK', 'EN'))
);

create table api_token (
    id           bigint generated always as identity,
    name         text        not null,
    role         text        not null,
    hash         bytea       not null,
    created_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    constraint api_token_pk primary key (id),
    constraint api_token_name_length check (char_length(name) between 1 and 100),
    constraint api_token_role_known check (role in ('AGENT', 'SHIFT_LEAD', 'SUPERVISOR', 'ADMINISTRATOR', 'AUDITOR')),
    constraint api_token_hash_is_sha256 check (octet_length(hash) = 32)
);

-- A revoked token's name, and the bootstrap token's value, may be used again.
create unique index api_token_active_name_unique on api_token (name) where revoked_at is null;
create unique index api_token_active_hash_unique on api_token (hash) where revoked_at is null;

-- Spring Session's own layout (schema-postgresql.sql), under Flyway instead of created at start.
create table spring_session (
    primary_id            char(36) not null,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100),
    constraint spring_session_pk primary key (primary_id)
);

create unique index spring_session_session_id_unique on spring_session (session_id);
create index spring_session_expiry_time on spring_session (expiry_time);
create index spring_session_principal_name on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_session_fk foreign key (session_primary_id)
        references spring_session (primary_id) on delete cascade
);
