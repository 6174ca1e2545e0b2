-- Links by which applicants see their tickets. The token itself is in the applicant's letter only.
create table status_link (
    token_sha256 bytea not null,
    ticket_id    bigint not null,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    constraint status_link_pk primary key (token_sha256),
    constraint status_link_ticket_fk foreign key (ticket_id) references ticket (id),
    constraint status_link_token_is_32_bytes check (octet_length(token_sha256) = 32)
);
create index status_link_by_ticket on status_link (ticket_id);

-- A request filled in on the page. The browser that filled it in knows the draft's token, the letter that asks to confirm the
-- address has the other; removed when the address is not confirmed in time.
create table filing (
    id           bigint generated always as identity,
    draft_sha256 bytea not null,
    token_sha256 bytea,
    address      text not null,
    summary      text not null,
    language     text not null,
    letter       bytea,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    confirmed_at timestamptz,
    custody_id   bigint,
    constraint filing_pk primary key (id),
    constraint filing_draft_unique unique (draft_sha256),
    constraint filing_token_unique unique (token_sha256),
    constraint filing_custody_fk foreign key (custody_id) references custody (id),
    constraint filing_language_known check (language in ('RU', 'KK', 'EN')),
    constraint filing_confirmed_is_in_custody check ((confirmed_at is null) = (custody_id is null)),
    constraint filing_letter_until_confirmed check ((letter is null) = (confirmed_at is not null))
);
create index filing_by_expiry on filing (expires_at);

-- The letter that asks to confirm an address is about no ticket yet.
alter table letter drop constraint letter_has_its_cause;
alter table letter add constraint letter_has_its_cause
    check (ticket_id is not null or custody_id is not null or kind in ('ALARM', 'ADDRESS_CONFIRMATION'));
