-- The last reminder carries a third link: by it somebody says from their own telephone that they are here.
alter table scheduling.reminder add column arrive_hash text unique check (arrive_hash ~ '^[0-9a-f]{64}$');
comment on column scheduling.reminder.arrive_hash is 'SHA-256 of the secret that may say that the person is here, around the time of the appointment, and do nothing else';
drop policy holder_of_the_secret on scheduling.reminder;
create policy holder_of_the_secret on scheduling.reminder for select
  using (privacy.setting('reminder_hash') is not null and (select privacy.setting('reminder_hash')) in (confirm_hash, cancel_hash, arrive_hash));
