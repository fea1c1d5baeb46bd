-- Units that treat people, and people's stays in them.

create table programs.program (
  id uuid primary key default uuidv7(),
  site_id uuid not null,
  name text not null unique check (name <> ''),
  kind text not null check (kind in ('outpatient', 'iop', 'php', 'residential', 'otp', 'psychiatry')),
  level_of_care text not null,
  place_of_service text not null check (place_of_service ~ '^\d{2}$'),
  active boolean not null default true,
  created_at timestamptz not null default now()
);
comment on table programs.program is 'A unit that treats people: the place where records originate. Its Part 2 status, with basis and dates, is kept by privacy';
comment on column programs.program.level_of_care is 'Code of content/levels-of-care.json';
create index program_of_site on programs.program (site_id);
grant select, insert, update on programs.program to mooring_app;

create table programs.episode (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null references programs.program (id),
  labels text[] not null default '{}',
  state text not null check (state in ('referral', 'screening', 'admitted', 'discharged', 'declined')),
  source text not null check (source in ('self', 'family', 'physician', 'hospital', 'payer', 'school', 'court', 'another-program', 'other')),
  reason text,
  referred_on date not null,
  screened_on date check (screened_on >= referred_on),
  screening_note text,
  admitted_on date check (admitted_on >= referred_on),
  ended_on date check (ended_on >= coalesce(admitted_on, referred_on)),
  end_reason text,
  end_note text,
  primary_clinician_id uuid,
  created_at timestamptz not null default now(),
  created_by uuid,
  constraint dates_fit_state check (
    (state = 'admitted' or state = 'discharged') = (admitted_on is not null)
    and (state = 'discharged' or state = 'declined') = (ended_on is not null)
    and (ended_on is null) = (end_reason is null)
    and (state <> 'screening' or screened_on is not null))
);
comment on table programs.episode is 'A stay in a program, from referral to discharge';
comment on column programs.episode.end_reason is 'Why it ended: of a discharge or, when nobody was admitted, of the declination';
create unique index one_open_episode on programs.episode (patient_id, program_id) where state in ('referral', 'screening', 'admitted');
create index episode_of_program on programs.episode (program_id, state, id);
create index episode_of_clinician on programs.episode (primary_clinician_id) where state = 'admitted';
select privacy.protect('programs.episode', 'patient.read', 'episode.write');
-- Someone who knows the person may refer on to a program that is not theirs; the referral is that program's record from then on.
create policy refer on programs.episode for insert with check (
  state = 'referral' and (select privacy.has_permission('episode.write')) and privacy.knows(patient_id));
grant select, insert, update on programs.episode to mooring_app;

create view programs.program_name with (security_invoker = true) as
  select program.id, program.name, program.kind, program.level_of_care, program.site_id, program.place_of_service, program.active, privacy.is_part2(program.id) as part2 from programs.program;
comment on view programs.program_name is 'Programs by name, with their Part 2 status of today';

create view programs.open_episode with (security_invoker = true) as
  select id, patient_id, program_id, labels, state, referred_on, admitted_on, primary_clinician_id from programs.episode where state in ('referral', 'screening', 'admitted');
comment on view programs.open_episode is 'Stays that have not ended';
grant select on programs.program_name, programs.open_episode to mooring_app;
