-- The same kind of appointment is written in another form where another kind of program asks for it.
alter table scheduling.appointment_type add column note_templates jsonb not null default '{}' check (jsonb_typeof(note_templates) = 'object');
comment on column scheduling.appointment_type.note_templates is 'By kind of program: the note template that opens there instead of note_template';

create or replace view scheduling.appointment_fact with (security_invoker = true) as
  select a.id, a.patient_id, a.program_id, a.labels, a.site_id, a.clinician_id, a.room_id, a.type_code, t.name as type_name, t.service,
    t.note_template, a.starts_at, a.ends_at, a.modality, a.status, a.arrived_at, a.started_at, a.ended_at, t.note_templates
  from scheduling.appointment a join scheduling.appointment_type t on t.code = a.type_code;
