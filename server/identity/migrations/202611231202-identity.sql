-- Who works here, in which roles and programs, and how they prove who they are. Nothing here tells of a patient.

create function identity.this_moment() returns timestamptz
  language sql stable parallel safe
  return coalesce(nullif(current_setting('mooring.now', true), '')::timestamptz, now());
comment on function identity.this_moment is 'The moment by the clock of the application (virtual in scenarios), else by that of the database';

-- 1. Organisation and sites ---------------------------------------------------------------------------------------------

create table identity.organisation (
  is_only boolean primary key default true check (is_only),
  name text not null check (name <> ''),
  tax_id text not null check (tax_id ~ '^\d{9}$'),
  npi text not null check (npi ~ '^[12]\d{9}$'),
  taxonomy text not null,
  phone text not null,
  email text not null,
  time_zone text not null,
  address_line1 text not null,
  address_line2 text,
  city text not null,
  state text not null check (state ~ '^[A-Z]{2}$'),
  zip text not null check (zip ~ '^(\d{5}|\d{9})$'),
  idle_minutes integer not null default 15 check (idle_minutes between 1 and 60),
  session_hours integer not null default 12 check (session_hours between 1 and 24)
);
comment on table identity.organisation is 'The one organisation of this database; also the billing provider of its claims';
comment on column identity.organisation.idle_minutes is 'Automatic logoff after this time without activity, 45 CFR 164.312(a)(2)(iii)';
comment on column identity.organisation.session_hours is 'A session ends after this, however active';

create function identity.today() returns date
  language sql stable parallel safe
begin atomic
  select (identity.this_moment() at time zone coalesce((select time_zone from identity.organisation), 'UTC'))::date;
end;
comment on function identity.today is 'The calendar day where the organisation is';

create table identity.site (
  id uuid primary key default uuidv7(),
  name text not null check (name <> ''),
  phone text,
  npi text check (npi ~ '^[12]\d{9}$'),
  time_zone text not null,
  address_line1 text not null,
  address_line2 text,
  city text not null,
  state text not null check (state ~ '^[A-Z]{2}$'),
  zip text not null check (zip ~ '^(\d{5}|\d{9})$'),
  active boolean not null default true
);
comment on table identity.site is 'A place of the organisation; the service facility of claims. Times of appointments show in its time zone';
create unique index site_name_is_unique on identity.site (lower(name));

-- 2. Accounts: tables of better-auth (https://better-auth.com/docs/concepts/database), with columns of ours on the session --

create table identity.auth_user (
  id uuid primary key default uuidv7(),
  name text not null,
  email text not null,
  email_verified boolean not null default true,
  image text,
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table identity.auth_user is 'An account that can sign in (better-auth). Staff and their account share the id; name and address are copied from the staff';
create unique index auth_user_email on identity.auth_user (email);

create table identity.auth_account (
  id uuid primary key default uuidv7(),
  user_id uuid not null references identity.auth_user on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_id, provider_id)
);
comment on table identity.auth_account is 'How an account proves itself (better-auth). Provider credential: the password, hashed with argon2id';

create table identity.auth_session (
  id uuid primary key default uuidv7(),
  user_id uuid not null references identity.auth_user on delete cascade,
  token text not null unique,
  ip_address text,
  user_agent text,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  started_at timestamptz not null,
  last_active_at timestamptz not null,
  ends_at timestamptz not null,
  second_factor_at timestamptz
);
comment on table identity.auth_session is 'A signed-in browser (better-auth). Whether it still lives is decided by last_active_at and ends_at, on the clock of the application; expires_at is only the cookie''s';
comment on column identity.auth_session.second_factor_at is 'When the second factor was given; a role that requires one reaches nothing before';
create index auth_session_of_user on identity.auth_session (user_id);

create function identity.session_begins() returns trigger language plpgsql as $$
begin
  new.started_at := coalesce(new.started_at, identity.this_moment());
  new.last_active_at := coalesce(new.last_active_at, new.started_at);
  new.ends_at := coalesce(new.ends_at, new.started_at + make_interval(hours => coalesce((select session_hours from identity.organisation), 12)));
  return new;
end $$;
comment on function identity.session_begins is 'Fills what better-auth does not know: the start and the absolute end of a session';
create trigger session_begins before insert on identity.auth_session for each row execute function identity.session_begins();

create table identity.auth_two_factor (
  id uuid primary key default uuidv7(),
  user_id uuid not null unique references identity.auth_user on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz,
  spent_code text,
  spent_at timestamptz
);
comment on table identity.auth_two_factor is 'Authenticator apps (better-auth): secret and recovery codes, encrypted under a key made from the master key';

comment on column identity.auth_two_factor.spent_code is 'The last code that was accepted: a code works once (RFC 6238 section 5.2)';

create table identity.auth_verification (
  id uuid primary key default uuidv7(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table identity.auth_verification is 'Sign-ins that wait for their second factor (better-auth)';
create index auth_verification_identifier on identity.auth_verification (identifier);

-- 3. Staff ----------------------------------------------------------------------------------------------------------------

create table identity.staff (
  id uuid primary key default uuidv7() references identity.auth_user deferrable initially deferred,
  given_name text not null check (given_name <> ''),
  family_name text not null check (family_name <> ''),
  name_to_use text,
  email text not null check (email = lower(email)),
  phone text,
  npi text check (npi ~ '^[12]\d{9}$'),
  taxonomy text,
  supervisor_id uuid references identity.staff,
  is_persona boolean not null default false,
  active boolean not null default true,
  check (supervisor_id <> id)
);
comment on table identity.staff is 'People who work here. Nobody is deleted: who has left is not active and cannot sign in';
comment on column identity.staff.is_persona is 'Offered by name on the sign-in page of the demo, and only there';
create unique index staff_email on identity.staff (email);
create index staff_supervisor on identity.staff (supervisor_id);

create function identity.keep_account() returns trigger language plpgsql as $$
begin
  insert into identity.auth_user (id, name, email)
  values (new.id, coalesce(new.name_to_use, new.given_name) || ' ' || new.family_name, new.email)
  on conflict (id) do update set name = excluded.name, email = excluded.email, updated_at = now();
  if not new.active then
    delete from identity.auth_session where user_id = new.id;
  end if;
  return new;
end $$;
comment on function identity.keep_account is 'Each member of the staff has an account of the same id, name and address; leaving ends every session at once';
create trigger keep_account after insert or update of given_name, family_name, name_to_use, email, active on identity.staff for each row execute function identity.keep_account();

create table identity.staff_credential (
  id uuid primary key default uuidv7(),
  staff_id uuid not null references identity.staff,
  kind text not null check (kind <> ''),
  number text,
  state text check (state ~ '^[A-Z]{2}$'),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from)
);
comment on table identity.staff_credential is 'Licences and other grounds to practise: LCSW, LPC, MD, PMHNP, trainee. Decides what a service may be billed as';
comment on column identity.staff_credential.valid_to is 'Last day on which it holds; null while it has no end';
create index staff_credential_of_staff on identity.staff_credential (staff_id);

create table identity.program_membership (
  id uuid primary key default uuidv7(),
  staff_id uuid not null references identity.staff,
  program_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  constraint one_membership_a_day exclude using gist (staff_id with =, program_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table identity.program_membership is 'Who works in which program, from when to when: decides which records someone reaches. Programs stand above identity, so program_id has no foreign key';
comment on column identity.program_membership.valid_to is 'Last day of work there; null while it lasts';
create index program_membership_of_staff on identity.program_membership (staff_id);
create index program_membership_in_program on identity.program_membership (program_id);

-- 4. Roles ----------------------------------------------------------------------------------------------------------------

create table identity.permission (
  code text primary key,
  says text not null
);
comment on table identity.permission is 'Every right there is, with the words an administrator reads; loaded from content/roles.json';

create table identity.role (
  code text primary key check (code ~ '^[a-z][a-z-]+$'),
  name text not null,
  is_clinical boolean not null,
  mfa_required boolean not null,
  -- 90 FR 898 (proposed): multi-factor authentication cannot be switched off for those who treat.
  constraint clinical_roles_need_a_second_factor check (mfa_required or not is_clinical)
);
comment on table identity.role is 'A kind of work. Its permissions are data';

create table identity.role_permission (
  role_code text not null references identity.role on update cascade on delete cascade,
  permission_code text not null references identity.permission on delete cascade,
  primary key (role_code, permission_code)
);
comment on table identity.role_permission is 'What a role may do';
create index role_permission_of_permission on identity.role_permission (permission_code);

create table identity.role_delivered (
  role_code text not null,
  permission_code text not null,
  primary key (role_code, permission_code)
);
comment on table identity.role_delivered is 'What content/roles.json gave to each role when it was last loaded, so that a new version adds what is new and leaves alone what the organisation took away';

create table identity.staff_role (
  staff_id uuid not null references identity.staff,
  role_code text not null references identity.role on update cascade,
  primary key (staff_id, role_code)
);
comment on table identity.staff_role is 'Who holds which role';
create index staff_role_of_role on identity.staff_role (role_code);

create function identity.delivered_by(content jsonb) returns table (role_code text, permission_code text)
  language sql immutable
begin atomic
  select r ->> 'code', p from jsonb_array_elements(content -> 'roles') r, jsonb_array_elements_text(r -> 'permissions') p;
end;
comment on function identity.delivered_by is 'Each role with each of its permissions, as content/roles.json gives them';

create function identity.load_roles(content jsonb) returns void language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7002);
  insert into identity.permission (code, says)
  select p ->> 'code', p ->> 'says' from jsonb_array_elements(content -> 'permissions') p
  on conflict (code) do update set says = excluded.says where identity.permission.says <> excluded.says;

  insert into identity.role (code, name, is_clinical, mfa_required)
  select r ->> 'code', r ->> 'name', (r ->> 'isClinical')::boolean, (r ->> 'mfaRequired')::boolean from jsonb_array_elements(content -> 'roles') r
  on conflict (code) do nothing;

  insert into identity.role_permission
  select * from identity.delivered_by(content) except select * from identity.role_delivered
  on conflict do nothing;

  delete from identity.role_permission given using identity.role_delivered before
  where before.role_code = given.role_code and before.permission_code = given.permission_code
    and (before.role_code, before.permission_code) not in (select * from identity.delivered_by(content));

  delete from identity.role_delivered where (role_code, permission_code) not in (select * from identity.delivered_by(content));
  insert into identity.role_delivered select * from identity.delivered_by(content) on conflict do nothing;
end $$;
comment on function identity.load_roles is 'Loads the roles and permissions of content/roles.json; may be repeated with each version';

-- 5. Sign-in --------------------------------------------------------------------------------------------------------------

create table identity.sign_in_policy (
  valid_from timestamptz primary key,
  account_failures integer not null check (account_failures between 3 and 100),
  address_failures integer not null check (address_failures >= account_failures),
  window_minutes integer not null check (window_minutes > 0),
  lock_minutes integer not null check (lock_minutes > 0),
  source text not null
);
comment on table identity.sign_in_policy is 'How many failures lock an account or an address, within which time and for how long. The newest row that has begun holds';
insert into identity.sign_in_policy (valid_from, account_failures, address_failures, window_minutes, lock_minutes, source)
values ('2026-01-01T00:00:00Z', 5, 50, 15, 15, 'NIST SP 800-63B-4 section 3.2.2 allows at most 100 consecutive failures; stricter as usual in health care');

create table identity.sign_in_attempt (
  id uuid primary key default uuidv7(),
  at timestamptz not null,
  email text not null,
  address text not null,
  outcome text not null check (outcome in ('accepted', 'refused', 'locked')),
  factor text not null check (factor in ('password', 'authenticator', 'recovery-code', 'passkey', 'persona'))
);
comment on table identity.sign_in_attempt is 'Each try to sign in, also with addresses that nobody has: known and unknown ones are locked alike. Kept 90 days; the audit keeps its own entry';
create index sign_in_attempt_by_email on identity.sign_in_attempt (email, at desc);
create index sign_in_attempt_by_address on identity.sign_in_attempt (address, at desc);
create index sign_in_attempt_by_time on identity.sign_in_attempt (at);

create table identity.passkey (
  id uuid primary key default uuidv7(),
  staff_id uuid not null references identity.staff,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  last_used_at timestamptz
);
comment on table identity.passkey is 'WebAuthn credentials. The device checks its owner (user verification), so that a passkey counts as both factors';
create index passkey_of_staff on identity.passkey (staff_id);

create table identity.passkey_challenge (
  id uuid primary key default uuidv7(),
  challenge text not null,
  staff_id uuid references identity.staff,
  expires_at timestamptz not null
);
comment on table identity.passkey_challenge is 'Challenges that wait for the answer of a device; each is used once. With staff_id: to register a passkey, without: to sign in';

create table identity.one_time_link (
  digest bytea primary key,
  staff_id uuid not null references identity.staff,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table identity.one_time_link is 'Links mailed to choose a password: SHA-256 of the token, which nobody else has';
create index one_time_link_of_staff on identity.one_time_link (staff_id);

-- 6. What other contexts may read ------------------------------------------------------------------------------------------

create view identity.staff_name with (security_invoker = true) as
select s.id, coalesce(s.name_to_use, s.given_name) || ' ' || s.family_name as display_name, s.given_name, s.family_name, s.npi, s.taxonomy, s.supervisor_id, s.active,
  exists (select from identity.staff_role held join identity.role r on r.code = held.role_code where held.staff_id = s.id and r.is_clinical) as is_clinical,
  (select c.kind from identity.staff_credential c
   where c.staff_id = s.id and c.valid_from <= identity.today() and (c.valid_to is null or c.valid_to >= identity.today())
   order by c.valid_from desc, c.id desc limit 1) as credential
from identity.staff s;
comment on view identity.staff_name is 'Names of colleagues with the credential that holds today';

create view identity.staff_role_held with (security_invoker = true) as
select staff_id, role_code from identity.staff_role;
comment on view identity.staff_role_held is 'Who holds which role';

create view identity.site_name with (security_invoker = true) as
select id, name, time_zone, phone, npi, address_line1, address_line2, city, state, zip, active from identity.site;
comment on view identity.site_name is 'Sites with what schedules and claims print';

create view identity.staff_membership with (security_invoker = true) as
select staff_id, program_id from identity.program_membership
where valid_from <= identity.today() and (valid_to is null or valid_to >= identity.today());
comment on view identity.staff_membership is 'Who works in which program today';

create view identity.billing_provider with (security_invoker = true) as
select name, tax_id, npi, taxonomy, phone, email, time_zone, address_line1, address_line2, city, state, zip from identity.organisation;
comment on view identity.billing_provider is 'The organisation as claims name it';

grant select, insert, update on identity.organisation, identity.site, identity.staff, identity.staff_credential, identity.program_membership to mooring_app;
grant select, insert, update, delete on identity.permission, identity.role, identity.role_permission, identity.role_delivered, identity.staff_role to mooring_app;
grant select, insert, update, delete on identity.auth_user, identity.auth_account, identity.auth_session, identity.auth_two_factor, identity.auth_verification to mooring_app;
grant select, insert, delete on identity.sign_in_attempt to mooring_app;
grant select on identity.sign_in_policy to mooring_app;
grant select, insert, update, delete on identity.passkey, identity.passkey_challenge, identity.one_time_link to mooring_app;
grant select on identity.staff_name, identity.site_name, identity.staff_membership, identity.staff_role_held, identity.billing_provider to mooring_app;
