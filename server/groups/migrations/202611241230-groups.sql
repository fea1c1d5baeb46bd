-- Groups: who leads them, who is in them, what happened in a session, each member's own part of it.

create table groups.therapy_group (
  id uuid primary key,
  program_id uuid not null,
  name text not null check (name <> ''),
  kind text not null default 'group' check (kind in ('group', 'couple', 'family')),
  curriculum text not null default '',
  service text not null check (service <> ''),
  facilitator_id uuid not null,
  cofacilitator_ids uuid[] not null default '{}',
  capacity integer not null check (capacity between 2 and 60),
  active boolean not null default true,
  made_at timestamptz not null
);
comment on table groups.therapy_group is 'A group that meets again and again; couples and families are small ones. Names no patient';
comment on column groups.therapy_group.service is 'What is done, in the words from which billing chooses a code';
select privacy.make_policies('groups.therapy_group', 'program_id = any ((select privacy.my_programs())::uuid[])', 'chart.read', 'chart.write');

create table groups.member (
  id uuid primary key default uuidv7(),
  group_id uuid not null references groups.therapy_group (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  joined_on date not null,
  left_on date,
  constraint leaves_after_joining check (left_on is null or left_on >= joined_on)
);
comment on table groups.member is 'The roster with its history: who leaves gets a last day, who comes back a new line';
create unique index member_once on groups.member (group_id, patient_id) where left_on is null;
create index member_by_patient on groups.member (patient_id);
select privacy.protect('groups.member', 'chart.read', 'chart.write');

create table groups.session (
  id uuid primary key default uuidv7(),
  group_id uuid not null references groups.therapy_group (id),
  program_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  modality text not null check (modality in ('in-person', 'video', 'audio')),
  topic text not null default '',
  narrative text not null default '',
  version integer not null default 1,
  signed_at timestamptz,
  signed_by uuid,
  constraint ends_after_start check (starts_at < ends_at),
  constraint signed_by_somebody check ((signed_at is null) = (signed_by is null)),
  unique (group_id, starts_at)
);
comment on table groups.session is 'One meeting: what all members share. It names no member, which is checked before signing';
create index session_by_start on groups.session (starts_at);
select privacy.make_policies('groups.session', 'program_id = any ((select privacy.my_programs())::uuid[])', 'chart.read', 'chart.write');

create table groups.seat (
  session_id uuid not null references groups.session (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  attendance text not null default 'expected' check (attendance in ('expected', 'present', 'absent')),
  arrived_at timestamptz,
  left_at timestamptz,
  absence text,
  chips text[] not null default '{}',
  risk text check (risk in ('denied', 'present', 'not-assessed')),
  line text not null default '',
  risk_note text not null default '',
  draft_id uuid,
  note_id uuid,
  primary key (session_id, patient_id)
);
comment on table groups.seat is 'One member in one session: attendance, times and their own part. Once note_id is there the sealed note of charting is the record and the row stands still';
comment on column groups.seat.arrived_at is 'When the member came later than the others; null: from the start';
comment on column groups.seat.left_at is 'When the member left before the others; null: stayed to the end';
create index seat_by_patient on groups.seat (patient_id);
select privacy.protect('groups.seat', 'chart.read', 'chart.write');

create function groups.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'A signed group session never changes. Add an addendum to the note of the member.' using errcode = 'restrict_violation';
end $$;
comment on function groups.refuse_change is 'Keeps signed sessions as they were signed';
create trigger sealed before update on groups.session for each row when (old.signed_at is not null) execute function groups.refuse_change();
create trigger sealed before update on groups.seat for each row when (old.note_id is not null) execute function groups.refuse_change();
create trigger kept before delete on groups.session for each row execute function groups.refuse_change();
create trigger kept before delete on groups.seat for each row execute function groups.refuse_change();

grant select, insert, update on groups.therapy_group, groups.member, groups.session, groups.seat to mooring_app;
