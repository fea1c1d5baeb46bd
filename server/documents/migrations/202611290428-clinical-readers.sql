-- The one policy that lets somebody read is narrowed itself, rather than hemmed in by a second one: what it lets through stands in one place.
drop policy clinical_for_who_reads_charts on documents.document;
do $$
declare
  reach text;
begin
  select pg_get_expr(polqual, polrelid) into strict reach from pg_policy where polrelid = 'documents.document'::regclass and polname = 'reach';
  execute format($narrowed$alter policy reach on documents.document using ((%s) and (access = 'administrative' or (select privacy.has_permission('chart.read'))))$narrowed$, reach);
end $$;
