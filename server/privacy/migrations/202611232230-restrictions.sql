-- What patients ask us not to do with their records (45 CFR 164.522(a); 42 CFR 2.26).

create table privacy.restriction (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  kind text not null check (kind in ('ordinary', 'self-pay')),
  state text not null check (state in ('asked', 'agreed', 'refused', 'ended')),
  words text not null check (btrim(words) <> ''),
  purposes text[] not null check (purposes <> '{}'),
  party_ids uuid[] check (party_ids <> '{}'),
  classes text[] check (classes <> '{}'),
  encounter_ids uuid[] check (encounter_ids <> '{}'),
  served_from date,
  served_to date,
  asked_at timestamptz not null,
  asked_by uuid not null,
  answered_at timestamptz,
  answered_by uuid,
  agreed boolean,
  reason text check (btrim(reason) <> ''),
  paid_on date,
  ended_at timestamptz,
  ended_by text check (ended_by in ('patient', 'program')),
  ended_how text check (ended_how in ('in-writing', 'said-and-noted', 'notice-given')),
  ended_words text check (btrim(ended_words) <> ''),
  ended_recorded_by uuid,
  constraint days_in_order check (served_to >= served_from and num_nonnulls(served_from, served_to) in (0, 2)),
  constraint answered_whole check (num_nonnulls(answered_at, answered_by, agreed) in (0, 3)),
  constraint answered_by_state check (case state when 'asked' then agreed is null when 'agreed' then agreed when 'refused' then not agreed else true end),
  constraint refused_with_reason check (agreed is not false or reason is not null),
  constraint ended_whole check ((state = 'ended') = (ended_at is not null) and num_nonnulls(ended_at, ended_by, ended_how, ended_words, ended_recorded_by) in (0, 5)),
  -- 164.522(a)(1)(vi), 2.26(a)(6): what was paid in full must be agreed to, for services that can be told from others.
  constraint self_pay_names_services check (kind <> 'self-pay' or served_from is not null or encounter_ids is not null),
  constraint self_pay_is_paid check (kind <> 'self-pay' or agreed is null or agreed = (paid_on is not null)),
  -- 164.522(a)(2)(iii): only the patient ends it.
  constraint self_pay_ends_by_patient check (kind <> 'self-pay' or ended_by is distinct from 'program')
);
comment on table privacy.restriction is 'What a patient asked us not to use or tell, what we answered, and how it ended. A record of the program that was asked';
comment on column privacy.restriction.party_ids is 'Who shall not receive; null for everybody outside the program. Self-pay always means health plans';
comment on column privacy.restriction.encounter_ids is 'Services meant, by their notes; null for those of the days, or all';
comment on column privacy.restriction.paid_on is 'When the patient, or somebody for them, had paid the services in full';
comment on column privacy.restriction.ended_how is 'The patient in writing, or orally and noted; or we by notice, which frees only what is made afterwards (164.522(a)(2))';
create index restriction_of_patient on privacy.restriction (patient_id, asked_at);
select privacy.protect('privacy.restriction', 'consent.read', 'consent.write');

create function privacy.keep_restriction() returns trigger language plpgsql as $$
begin
  if (new.patient_id, new.kind, new.words, new.purposes, new.party_ids, new.classes, new.encounter_ids, new.served_from, new.served_to, new.asked_at, new.asked_by)
     is distinct from (old.patient_id, old.kind, old.words, old.purposes, old.party_ids, old.classes, old.encounter_ids, old.served_from, old.served_to, old.asked_at, old.asked_by) then
    raise exception 'What a patient asked for stays as it was said' using errcode = 'check_violation';
  end if;
  if old.answered_at is not null and (new.answered_at, new.answered_by, new.agreed, new.reason, new.paid_on) is distinct from (old.answered_at, old.answered_by, old.agreed, old.reason, old.paid_on)
     or old.state in ('refused', 'ended') then
    raise exception 'The answer to a restriction, and its end, are recorded once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
comment on function privacy.keep_restriction is 'A request never changes; its answer and its end are added once';
create trigger keep_restriction before update on privacy.restriction for each row execute function privacy.keep_restriction();

grant select, insert, update (state, answered_at, answered_by, agreed, reason, paid_on, ended_at, ended_by, ended_how, ended_words, ended_recorded_by) on privacy.restriction to mooring_app;
