-- A second factor of an agent: the secret of an authenticator app (RFC 6238), good once a code of it was shown. A code is
-- accepted once: the step of the last one is kept.
create table second_factor (
    agent_id     bigint not null,
    secret       bytea not null,
    begun_at     timestamptz not null,
    confirmed_at timestamptz,
    last_step    bigint not null default 0,
    constraint second_factor_pk primary key (agent_id),
    constraint second_factor_agent_fk foreign key (agent_id) references agent (id),
    constraint second_factor_secret_length check (octet_length(secret) = 20)
);

-- Codes for the day the telephone is lost: each is good once.
create table recovery_code (
    agent_id bigint not null,
    sha256   bytea not null,
    used_at  timestamptz,
    constraint recovery_code_pk primary key (agent_id, sha256),
    constraint recovery_code_factor_fk foreign key (agent_id) references second_factor (agent_id) on delete cascade,
    constraint recovery_code_is_sha256 check (octet_length(sha256) = 32)
);
