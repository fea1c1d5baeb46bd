-- Written consents (42 CFR 2.31; 45 CFR 164.508).

create table privacy.consent (
  id uuid primary key default uuidv7(),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  kind text not null check (kind in ('tpo', 'specific', 'counseling-notes', 'legal-proceeding', 'central-registry', 'criminal-justice', 'pdmp', 'research')),
  state text not null default 'draft' check (state in ('draft', 'active', 'revoked', 'superseded', 'discarded')),
  form jsonb not null,
  form_version text not null,
  form_digest text not null,
  drawn_up_at timestamptz not null,
  drawn_up_by uuid not null,
  signatures jsonb not null default '[]',
  signed_at timestamptz,
  scan_file_id uuid,
  supersedes uuid references privacy.consent,
  event_happened_at timestamptz,
  revoked_at timestamptz,
  revocation jsonb,
  constraint signed_when_active check ((state in ('draft', 'discarded')) = (signed_at is null)),
  constraint revoked_in_writing check ((state = 'revoked') = (revoked_at is not null) and (revoked_at is null) = (revocation is null))
);
comment on table privacy.consent is 'A written consent: what the form said, who signed it and when, and its end. A record of the program that drew it up, for that a consent tells of treatment';
comment on column privacy.consent.form is 'The whole content of the form as it was signed: names of that day, scope, recipients, purposes, end, statements';
comment on column privacy.consent.form_digest is 'SHA-256 of the text that was shown to the signer';
comment on column privacy.consent.event_happened_at is 'When the event that ends it was recorded (42 CFR 2.31(a)(7))';
comment on column privacy.consent.revocation is 'How, by whom, and the words of the written revocation (42 CFR 2.31(a)(6))';
create index consent_of_patient on privacy.consent (patient_id, state);
create index consent_superseded on privacy.consent (supersedes) where supersedes is not null;
select privacy.protect('privacy.consent', 'consent.read', 'consent.write');

create function privacy.keep_signed_consent() returns trigger language plpgsql as $$
begin
  if old.state in ('draft', 'discarded') then
    return new;
  end if;
  if (new.kind, new.form, new.form_version, new.form_digest, new.signatures, new.signed_at, new.scan_file_id, new.supersedes, new.patient_id)
     is distinct from (old.kind, old.form, old.form_version, old.form_digest, old.signatures, old.signed_at, old.scan_file_id, old.supersedes, old.patient_id) then
    raise exception 'A signed consent never changes; draw up a new one that supersedes it' using errcode = 'check_violation';
  end if;
  if old.state <> 'active' and new.state <> old.state or old.revoked_at is distinct from new.revoked_at and old.revoked_at is not null
     or old.event_happened_at is distinct from new.event_happened_at and old.event_happened_at is not null then
    raise exception 'The end of a consent is recorded once' using errcode = 'check_violation';
  end if;
  return new;
end $$;
comment on function privacy.keep_signed_consent is 'After the signature only its end can be added, and only once';
create trigger keep_signed_consent before update on privacy.consent for each row execute function privacy.keep_signed_consent();

grant select, insert, update on privacy.consent to mooring_app;
