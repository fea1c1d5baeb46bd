-- Search inside notes. `@@` is not leakproof, so under a policy it may not use an index: a chart is searched by its patient, and all charts through a
-- door that applies the very rule of the policy itself and gives nothing but ids, which the caller then reads under the policies as ever.

create function charting.searchable_text(content jsonb) returns text language sql immutable parallel safe
begin atomic
  select coalesce(string_agg(said, E'\n' order by place), '') from (
    select place, case when jsonb_typeof(section -> 'parts') = 'array'
      then (select string_agg(part ->> 'text', E'\n' order by nth) from jsonb_array_elements(section -> 'parts') with ordinality parts (part, nth) where part ->> 'privacy' is null)
      else section ->> 'text' end as said
    from jsonb_array_elements(content -> 'sections') with ordinality sections (section, place)) spoken;
end;
comment on function charting.searchable_text is 'The words of a note as they may be found: fields with a privacy label of their own are left out';

create table charting.note_search (
  note_id uuid primary key references charting.note (id),
  patient_id uuid not null,
  program_id uuid not null,
  labels text[] not null default '{}',
  signed_at timestamptz not null,
  words tsvector not null
);
comment on table charting.note_search is 'The words of each signed note, for search. Written with the note, never changed';

alter table charting.note no force row level security;
insert into charting.note_search (note_id, patient_id, program_id, labels, signed_at, words)
  select id, patient_id, program_id, labels, signed_at, to_tsvector('english', title || ' ' || charting.searchable_text(content)) from charting.note;
alter table charting.note force row level security;

create index note_search_by_patient on charting.note_search (patient_id, signed_at);
create index note_search_by_signature on charting.note_search (signed_at desc, note_id desc);
create index note_search_words on charting.note_search using gin (words) with (fastupdate = off);
select privacy.protect('charting.note_search', 'chart.read', 'note.sign');
-- For the door below, which alone runs as the owner: a rule that is always true is folded away, and the index on words may be used.
create policy door on charting.note_search for select to current_user using (true);
grant select, insert on charting.note_search to mooring_app;

create function charting.make_note_findable() returns trigger language plpgsql as $$
begin
  insert into charting.note_search (note_id, patient_id, program_id, labels, signed_at, words)
    values (new.id, new.patient_id, new.program_id, new.labels, new.signed_at, to_tsvector('english', new.title || ' ' || charting.searchable_text(new.content)));
  return null;
end $$;
comment on function charting.make_note_findable is 'Writes the words of a note beside it when it is signed';
create trigger findable after insert on charting.note for each row execute function charting.make_note_findable();
create trigger sealed before update or delete on charting.note_search for each row execute function charting.refuse_change();
create trigger sealed_whole before truncate on charting.note_search execute function charting.refuse_change();

create function charting.notes_with_words(wanted tsquery, most integer) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp rows 20 as $$
begin
  if not privacy.has_permission('chart.read') then
    return;
  end if;
  -- Planned anew each time: a rare word is looked up, for a common one the latest notes are read until there are enough.
  return query execute 'select note_id from charting.note_search where words @@ $1 and program_id = any ($2) and not labels && $3
    order by signed_at desc, note_id desc limit $4'
    using wanted, privacy.my_programs(), privacy.vault_labels(), most;
end $$;
comment on function charting.notes_with_words is 'The latest notes of the caller''s own programs with these words, as ids. The rule is that of the policy reach; the notes themselves are read under it';
revoke execute on function charting.notes_with_words from public;
grant execute on function charting.notes_with_words to mooring_app;
