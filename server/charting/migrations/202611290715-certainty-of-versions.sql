alter table charting.diagnosis_version add constraint certainty_is_known check (certainty in ('confirmed', 'provisional', 'rule-out'));
