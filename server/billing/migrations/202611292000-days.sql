-- Charges of days: what a midnight in a house or a day in a day program is worth, and why it is worth nothing when it is not.

create table billing.treatment_day (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  day date not null,
  counted_by text not null check (counted_by in ('census', 'attendance')),
  verdict text not null check (verdict in ('billable', 'waiting', 'not-billable')),
  code text not null,
  says text not null,
  procedure text,
  facts jsonb not null,
  changed_since text check (changed_since <> ''),
  judged_at timestamptz not null,
  constraint one_day_a_program unique (patient_id, program_id, day)
);
comment on table billing.treatment_day is 'Every day of somebody in a program that is counted by days: billed, waiting or not billed, and why. Judged anew whenever what it was judged from changes';
comment on column billing.treatment_day.day is 'The day at the site of the program; of a census the day that the midnight ends';
comment on column billing.treatment_day.facts is 'What it was judged from: status or minutes, what is still missing, the version of the rules. No narrative and no diagnosis';
comment on column billing.treatment_day.changed_since is 'Why a day that is on a claim would not be billed so by now: for a person to decide, as the claim never changes by itself';
create index treatment_day_by_program on billing.treatment_day (program_id, day);
create index treatment_day_changed on billing.treatment_day (day) where changed_since is not null;
select privacy.protect('billing.treatment_day', 'charge.read,claim.read,chart.read', 'claim.write');

create table billing.closed_day (
  program_id uuid not null,
  day date not null,
  closed_at timestamptz not null,
  primary key (program_id, day)
);
comment on table billing.closed_day is 'Days of day programs that are over and whose attendance was judged. Names no patient';

-- A day has no note and no one clinician; whoever reads charges asks by their kind.
-- squawk-ignore ban-drop-not-null
alter table billing.charge alter column note_id drop not null, alter column clinician_id drop not null,
  add column day_id uuid unique references billing.treatment_day (id),
  add constraint made_of_a_note_or_a_day check (num_nonnulls(note_id, day_id) = 1),
  add constraint given_by_somebody check (note_id is null or clinician_id is not null),
  drop constraint charge_state_check,
  add constraint charge_state_check check (state in ('held', 'ready', 'claimed', 'self-pay', 'included', 'void'));
comment on table billing.charge is 'What a signed note or a counted day is worth: one a note, one a day of somebody in a program. Held charges say in words what is missing';
comment on column billing.charge.state is 'included: a service that is paid with the day. void: the day turned out not to be billed; its posting is taken back';

alter table billing.claim add column with_charges uuid[] not null default '{}';
comment on column billing.claim.with_charges is 'Charges that it carries besides charge_id: days of one stay that go to the payer together';

grant select, insert, update on billing.treatment_day to mooring_app;
grant select, insert on billing.closed_day to mooring_app;
