-- Whose names must not stand in the note of whom.
create view groups.fellow_member with (security_invoker = true) as
  select mine.patient_id, other.patient_id as fellow_id from groups.member mine
    join groups.member other on other.group_id = mine.group_id and other.patient_id <> mine.patient_id
  where mine.left_on is null;
comment on view groups.fellow_member is 'Who is, or was, in a group together with whom';
grant select on groups.fellow_member to mooring_app;
