-- That a coverage was looked up with its payer: when, how and by whom. Another member number or payer has to be looked up anew.
alter table patients.coverage
  add column verified_on date,
  add column verified_how text check (verified_how in ('portal', 'phone', 'electronic')),
  add column verified_by uuid,
  add column verified_note text not null default '',
  add constraint verified_whole check ((verified_on is null) = (verified_how is null));
comment on column patients.coverage.verified_on is 'The day on which it was last looked up with the payer and in force; null when it never was';
comment on column patients.coverage.verified_note is 'What the payer said in a few words: a reference, a limit';

create view patients.coverage_verified with (security_invoker = true) as
  select coverage.id, coverage.patient_id, coverage.verified_on from patients.coverage
  where coverage.verified_on is not null and coverage.valid_from <= coverage.verified_on and (coverage.valid_through is null or coverage.valid_through >= coverage.verified_on);
comment on view patients.coverage_verified is 'Coverages that were looked up with their payers, and the last day on which they were found in force';
grant select on patients.coverage_verified to mooring_app;
