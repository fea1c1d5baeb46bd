-- What a house writes down besides: belongings, incidents, and what one shift hands to the next.

create table residence.belonging (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  residency_id uuid not null references residence.residency (id),
  what text not null check (what <> ''),
  number integer not null check (number between 1 and 1000),
  storage text not null check (storage <> ''),
  received_at timestamptz not null,
  received_by uuid not null,
  received_signature text not null check (received_signature <> ''),
  returned_at timestamptz check (returned_at >= received_at),
  returned_by uuid,
  returned_signature text check (returned_signature <> ''),
  constraint returned_with_signature check ((returned_at is null) = (returned_signature is null) and (returned_at is null) = (returned_by is null))
);
comment on table residence.belonging is 'Something that somebody brought and the house keeps for them';
comment on column residence.belonging.received_signature is 'As the person signed the list, or why they did not; received_by is the member of the staff who signed beside it';
create index belonging_of_patient on residence.belonging (patient_id);
select privacy.protect('residence.belonging', 'residence.read', 'residence.write');

create table residence.incident_report (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  residency_id uuid not null references residence.residency (id),
  event_id uuid not null,
  kind text not null check (kind <> ''),
  happened_at timestamptz not null,
  place text not null default '',
  what_happened text not null check (what_happened <> ''),
  what_was_done text not null check (what_was_done <> ''),
  staff_ids uuid[] not null default '{}',
  reported_at timestamptz not null,
  reported_by uuid not null,
  follow_up_due_at timestamptz not null,
  follow_up text,
  followed_up_at timestamptz,
  followed_up_by uuid,
  constraint followed_up_by_somebody check ((follow_up is null) = (followed_up_at is null) and (follow_up is null) = (followed_up_by is null)),
  unique (event_id, patient_id)
);
comment on table residence.incident_report is 'What happened to or with one person. Others who were involved have reports of their own, joined by event_id, and none names another. Incidents of privacy are kept by privacy';
create index incident_of_patient on residence.incident_report (patient_id);
select privacy.protect('residence.incident_report', 'residence.read', 'residence.write');

create table residence.hand_off (
  id uuid primary key,
  unit_id uuid not null references residence.unit (id),
  program_id uuid not null,
  shift text not null check (shift <> ''),
  starts_at timestamptz not null,
  signed_at timestamptz not null,
  signed_by uuid not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  constraint acknowledged_by_somebody_else check ((acknowledged_at is null) = (acknowledged_by is null) and acknowledged_by <> signed_by)
);
comment on table residence.hand_off is 'What one shift hands to the next, signed by the one and acknowledged by the other. Names no patient; its lines do';
create index hand_off_of_unit on residence.hand_off (unit_id, signed_at);
select privacy.make_policies('residence.hand_off', 'program_id = any ((select privacy.my_programs())::uuid[])', 'residence.read', 'round.write');

create table residence.hand_off_line (
  hand_off_id uuid not null references residence.hand_off (id),
  residency_id uuid not null references residence.residency (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  happened text not null default '',
  open_matters text not null default '',
  primary key (hand_off_id, residency_id)
);
comment on table residence.hand_off_line is 'One person in a hand-off: what happened, and what is still open';
create index hand_off_line_of_patient on residence.hand_off_line (patient_id);
select privacy.protect('residence.hand_off_line', 'residence.read', 'round.write');

grant select, insert, update (returned_at, returned_by, returned_signature) on residence.belonging to mooring_app;
grant select, insert, update (follow_up, followed_up_at, followed_up_by) on residence.incident_report to mooring_app;
grant select, insert, update (acknowledged_at, acknowledged_by) on residence.hand_off to mooring_app;
grant select, insert on residence.hand_off_line to mooring_app;
