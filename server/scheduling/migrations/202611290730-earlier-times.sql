-- Who would come earlier, and freed times that are offered to them.

create table scheduling.earlier_wish (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  appointment_id uuid not null references scheduling.appointment (id),
  any_clinician boolean not null,
  weekdays integer[] not null default '{}' check (weekdays <@ '{1,2,3,4,5,6,7}'),
  not_before time,
  not_after time,
  notice_hours integer not null check (notice_hours between 0 and 336),
  made_at timestamptz not null,
  made_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  constraint ends_after_it_begins check (not_before is null or not_after is null or not_before < not_after)
);
comment on table scheduling.earlier_wish is 'Somebody would come earlier than the appointment they hold, within these limits. Empty weekdays: any day. Over when the appointment is moved, met or called off';
create unique index one_wish_an_appointment on scheduling.earlier_wish (appointment_id) where ended_at is null;
create index earlier_wish_by_patient on scheduling.earlier_wish (patient_id);
select privacy.protect('scheduling.earlier_wish', 'schedule.read', 'schedule.write');
grant select, insert on scheduling.earlier_wish to mooring_app;
grant update (ended_at, ended_by) on scheduling.earlier_wish to mooring_app;

create table scheduling.slot_offer (
  id uuid primary key default uuidv7(),
  wish_id uuid not null references scheduling.earlier_wish (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  site_id uuid not null,
  clinician_id uuid not null,
  room_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  slot_ends_at timestamptz not null check (slot_ends_at >= ends_at),
  offered_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null check (state in ('open', 'accepted', 'declined', 'expired')),
  answered_at timestamptz,
  answered_by uuid
);
comment on table scheduling.slot_offer is 'A freed time, held for one person who would come earlier until they answer or its time to answer is over; then the next is asked';
comment on column scheduling.slot_offer.slot_ends_at is 'Until when the freed time lasts; the person may need less';
create unique index one_offer_a_wish on scheduling.slot_offer (wish_id) where state = 'open';
create unique index one_offer_a_slot on scheduling.slot_offer (clinician_id, starts_at) where state = 'open';
create index slot_offer_by_patient on scheduling.slot_offer (patient_id);
create index slot_offer_by_expiry on scheduling.slot_offer (expires_at) where state = 'open';
select privacy.protect('scheduling.slot_offer', 'schedule.read', 'schedule.write');
grant select, insert, update on scheduling.slot_offer to mooring_app;
