-- A fee that a patient owes beside services: for a visit that was missed. No insurer is ever asked for it.
alter table billing.journal drop constraint journal_kind_check,
  add constraint journal_kind_check check (kind in ('charge', 'correction', 'remittance', 'patient-payment', 'reversal', 'fee'));

create view billing.payer_fact with (security_invoker = true) as select id, name, filing_indicator from billing.payer;
comment on view billing.payer_fact is 'Payers as other contexts may read them: filing_indicator is X12 SBR09, MC for Medicaid';
grant select on billing.payer_fact to mooring_app;
