-- Calendars put in force over the one that comes with the program: whole years, in the program's tab-separated form.
-- Numbers follow each other without gaps, so that a node sees by the highest one whether it is behind.
create table calendar_version (
    number       integer     not null,
    author       text        not null,
    published_at timestamptz not null,
    years        text        not null,
    constraint calendar_version_pk primary key (number),
    constraint calendar_version_number_starts_at_one check (number >= 1),
    constraint calendar_version_has_years check (years <> '')
);

-- A clock names its calendar by the version's id alone.
update sla_clock
set calendar_version = substring(calendar_version from '^CalendarVersion\[id=(.*), author=.*$')
where calendar_version like 'CalendarVersion[id=%';

-- Which open clocks still count by an older calendar.
create index sla_clock_open_by_calendar on sla_clock (calendar_version, ticket_id) where ended_at is null;
