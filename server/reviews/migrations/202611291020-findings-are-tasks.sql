-- What was open before findings became tasks becomes one now.
insert into teams.task (id, patient_id, program_id, labels, title, details, due_on, for_staff_id, made_at, made_by, kept_by, kept_id, opens, finishes_here, is_private)
  select uuidv7(), patient_id, program_id, labels, left('Chart review: ' || wants, 200), asks, due_on, owner_id, made_at, made_by, 'review-finding', id, '/reviews?tab=findings', false, true
  from reviews.finding where state = 'open';
