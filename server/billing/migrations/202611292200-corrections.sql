-- A claim that a payer has taken is never changed: another one replaces it (frequency 7) or voids it (8), and points at it.

alter table billing.claim
  add column frequency text not null default '1' check (frequency in ('1', '7', '8')),
  add column corrects uuid references billing.claim (id),
  drop constraint claim_state_check,
  add constraint claim_state_check
    check (state in ('built', 'batched', 'sent', 'acknowledged', 'accepted', 'rejected', 'paid', 'denied', 'reversed', 'replaced', 'voided', 'done'));
comment on column billing.claim.frequency is 'X12 CLM05-3: 1 an original, 7 in the place of another, 8 voids another';
comment on column billing.claim.corrects is 'The claim that it replaces or voids under the number of the payer';
comment on column billing.claim.state is 'replaced, voided: another claim of ours says so to the payer. done: a void with which the payer took the claim back';

update billing.claim c set frequency = '7', corrects = (
  select k.id from billing.claim k where k.patient_id = c.patient_id and k.payer_claim_number = c.facts ->> 'payerClaimNumber' and k.id <> c.id and k.built_at <= c.built_at
  order by k.built_at desc, k.number desc limit 1)
where c.facts ->> 'frequency' = '7';

-- Those from before may speak of a claim that is not ours to find.
alter table billing.claim add constraint correction_names_its_claim check (frequency = '1' or corrects is not null) not valid;
create index claim_by_corrected on billing.claim (corrects) where corrects is not null;

-- A void carries the charges of the claim that it voids, and keeps none of them from going out again.
-- squawk-ignore require-concurrent-index-deletion
drop index billing.one_live_claim_a_charge;
create unique index one_live_claim_a_charge on billing.claim (charge_id) where frequency <> '8' and state not in ('rejected', 'reversed', 'replaced', 'voided');
create unique index one_void_a_claim on billing.claim (corrects) where frequency = '8' and state not in ('rejected', 'replaced');
