-- Taken times alone answer who is taken when: with their ends in the index no row has to be opened for it.
create index busy_slot_taken on scheduling.busy_slot (clinician_id, starts_at) include (ends_at) where clinician_id is not null;
-- squawk-ignore require-concurrent-index-deletion
drop index scheduling.busy_slot_by_clinician;
alter index scheduling.busy_slot_taken rename to busy_slot_by_clinician;
