-- Layers over a signed note, and what became of it since: nothing of it changes what was signed.

alter table charting.note drop constraint note_kind_check, drop constraint addendum_points_to_its_note,
  add constraint note_kind_check check (kind in ('note', 'addendum', 'amendment', 'error')),
  add constraint layer_points_to_its_note check ((kind <> 'note') = (addendum_to is not null));
comment on table charting.note is 'Signed notes and the layers over them: addenda, amendments, marks of error. A row never changes: triggers refuse it to everyone, the owner of the table included';
create unique index error_marked_once on charting.note (addendum_to) where kind = 'error';

create table charting.signature_step (
  note_id uuid not null references charting.note (id),
  number integer not null check (number > 0),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  state text not null check (state in ('asked', 'returned', 'cosigned', 'entered-in-error')),
  rule_id text,
  asked_of uuid,
  due_at timestamptz,
  by_id uuid not null,
  at timestamptz not null,
  note_digest text not null check (note_digest ~ '^[0-9a-f]{64}$'),
  attestations jsonb not null default '[]',
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  primary key (note_id, number),
  constraint asking_names_its_rule check ((state = 'asked') = (rule_id is not null and due_at is not null))
);
comment on table charting.signature_step is 'What became of a signed note: a co-signature asked for, returned, given; entered in error. The latest step holds. No narrative: billing reads it, to wait';
comment on column charting.signature_step.asked_of is 'The supervisor on the day of asking; null when nobody was named, then anybody qualified in the program';
comment on column charting.signature_step.note_digest is 'The digest of the note, or of its latest amendment, that the step is about';
comment on column charting.signature_step.digest is 'SHA-256 in hexadecimal over the canonical text of the step';
create index signature_step_by_patient on charting.signature_step (patient_id);
create index signature_step_asked on charting.signature_step (asked_of) where state = 'asked';
create index signature_step_returned on charting.signature_step (note_id) where state = 'returned';
select privacy.protect('charting.signature_step', 'charge.read,claim.read,chart.read', 'note.sign');
create trigger sealed before update or delete on charting.signature_step for each row execute function charting.refuse_change();
create trigger sealed_whole before truncate on charting.signature_step execute function charting.refuse_change();

create table charting.signature_comment (
  note_id uuid not null,
  number integer not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  section text not null default '',
  text text not null check (text <> ''),
  primary key (note_id, number, section),
  foreign key (note_id, number) references charting.signature_step (note_id, number)
);
comment on table charting.signature_comment is 'What a supervisor wrote when returning a note, as a whole or at a section of it';
create index signature_comment_by_patient on charting.signature_comment (patient_id);
select privacy.protect('charting.signature_comment', 'chart.read', 'note.sign');
create trigger sealed before update or delete on charting.signature_comment for each row execute function charting.refuse_change();
create trigger sealed_whole before truncate on charting.signature_comment execute function charting.refuse_change();

create view charting.signature_standing with (security_invoker = true) as
  select s.note_id, s.number, s.patient_id, s.program_id, s.labels, s.state, s.rule_id, s.asked_of, s.due_at, s.by_id, s.at
  from charting.signature_step s
  where not exists (select from charting.signature_step later where later.note_id = s.note_id and later.number > s.number);
comment on view charting.signature_standing is 'Where each note stands of which a co-signature was asked, or which was entered in error';

grant select, insert on charting.signature_step, charting.signature_comment to mooring_app;
grant select on charting.signature_standing to mooring_app;
