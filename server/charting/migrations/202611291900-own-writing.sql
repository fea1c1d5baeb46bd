-- Who wrote a note keeps it, and whoever supervises the writer, also where a program's charts are for those with a part in the care.

select privacy.narrow('charting.draft', 'author_id = (select privacy.actor_id())');
select privacy.narrow('charting.draft_section', 'exists (select from charting.draft d where d.id = draft_id)');
select privacy.narrow('charting.draft_revision', 'exists (select from charting.draft d where d.id = draft_id)');
select privacy.narrow('charting.draft_device', 'exists (select from charting.draft d where d.id = draft_id)');
select privacy.narrow('charting.note', $own$signed_by = (select privacy.actor_id())
  or signed_by in (select trainee.id from identity.staff_name trainee where trainee.supervisor_id = (select privacy.actor_id()))$own$);
select privacy.narrow('charting.encounter', 'exists (select from charting.note n where n.id = note_id)');
select privacy.narrow('charting.note_search', 'exists (select from charting.note n where n.id = note_id)');
select privacy.narrow('charting.rendition', 'exists (select from charting.note n where n.id = note_id)');
select privacy.narrow('charting.signature_step', 'exists (select from charting.note n where n.id = note_id)');
select privacy.narrow('charting.signature_comment', 'exists (select from charting.note n where n.id = note_id)');
