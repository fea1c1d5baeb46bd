-- Charts looked through with a checklist, and what is to be mended.

create table reviews.review (
  id uuid primary key,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  checklist text not null,
  checklist_version integer not null,
  about_staff_id uuid,
  drawn_seed integer,
  drawn_of integer,
  opened_at timestamptz not null,
  opened_by uuid not null,
  closed_at timestamptz,
  closed_by uuid,
  summary text not null default '',
  constraint closed_by_somebody check ((closed_at is null) = (closed_by is null)),
  constraint drawn_from_some check ((drawn_seed is null) = (drawn_of is null))
);
comment on table reviews.review is 'A chart looked through with one version of a checklist. Reviews are no part of the chart: only who reviews sees them';
comment on column reviews.review.about_staff_id is 'Primary clinician of the stay when the review was opened';
comment on column reviews.review.drawn_seed is 'Of a random sample: the seed of the draw, and out of how many charts it was drawn';
create index review_by_patient on reviews.review (patient_id);
create index review_by_day on reviews.review (opened_at);
select privacy.protect('reviews.review', 'review.write');

create table reviews.answer (
  review_id uuid not null references reviews.review (id),
  item text not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  says text not null check (says in ('met', 'not-met', 'not-applicable')),
  comment text not null default '',
  note_id uuid,
  answered_at timestamptz not null,
  answered_by uuid not null,
  primary key (review_id, item),
  constraint what_is_not_met_says_what check (says <> 'not-met' or comment <> '')
);
comment on table reviews.answer is 'What a reviewer found for one item; it may change until the review is closed';
create index answer_by_patient on reviews.answer (patient_id);
select privacy.protect('reviews.answer', 'review.write');

create table reviews.finding (
  id uuid primary key default uuidv7(),
  review_id uuid not null references reviews.review (id),
  item text not null,
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  owner_id uuid not null,
  asks text not null,
  wants text not null,
  note_id uuid,
  due_on date not null,
  state text not null check (state in ('open', 'answered', 'accepted', 'withdrawn')),
  answer text not null default '',
  answered_at timestamptz,
  made_at timestamptz not null,
  made_by uuid not null,
  unique (review_id, item)
);
comment on table reviews.finding is 'What somebody is to mend in a chart, by when, and what they did. Its owner sees it, and who reviews';
comment on column reviews.finding.asks is 'The item of the checklist in words';
comment on column reviews.finding.wants is 'What is to be mended, in the words of the reviewer';
create index finding_by_patient on reviews.finding (patient_id);
create index finding_by_owner on reviews.finding (owner_id) where state in ('open', 'answered');
select privacy.protect('reviews.finding', 'review.write,chart.read', 'review.write,chart.write');
-- Findings are not for all who read the chart: the policies that let somebody in are narrowed themselves, so that what they let through stands in one place.
do $$
declare
  reach text;
  narrowed constant text := '((%s) and (owner_id = (select privacy.actor_id()) or (select privacy.has_permission(''review.write'')) or (select privacy.sees_all())))';
begin
  select pg_get_expr(polqual, polrelid) into strict reach from pg_policy where polrelid = 'reviews.finding'::regclass and polname = 'reach';
  execute format('alter policy reach on reviews.finding using ' || narrowed, reach);
  select pg_get_expr(polqual, polrelid) into strict reach from pg_policy where polrelid = 'reviews.finding'::regclass and polname = 'reach_to_update';
  execute format('alter policy reach_to_update on reviews.finding using ' || narrowed || ' with check ' || narrowed, reach, reach);
end $$;

grant select, insert, update (closed_at, closed_by, summary) on reviews.review to mooring_app;
grant select, insert, update (says, comment, note_id, answered_at, answered_by) on reviews.answer to mooring_app;
grant select, insert, update (owner_id, asks, wants, note_id, due_on, state, answer, answered_at) on reviews.finding to mooring_app;
