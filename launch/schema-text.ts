import type pg from 'pg';

const ours = `n.nspname in (select split_part(name, '/', 1) from platform.migration) `;

/** Each part answers rows of one column `line`, already in order. */
const parts: readonly { readonly title: string; readonly query: string }[] = [
  {
    title: 'Tables',
    query: `select format(E'create table %I.%I (\\n%s\\n);%s%s', n.nspname, c.relname,
        (select string_agg(format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
            case a.attgenerated when 's' then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
              else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end,
            case when a.attnotnull then ' not null' else '' end), E',\\n' order by a.attnum)
          from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
        case when c.relrowsecurity then format(E'\\nalter table %I.%I enable row level security;', n.nspname, c.relname) else '' end,
        case when c.relforcerowsecurity then format(E'\\nalter table %I.%I force row level security;', n.nspname, c.relname) else '' end) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and ${ours} order by n.nspname, c.relname`,
  },
  {
    title: 'Constraints',
    query: `select format('alter table %s add constraint %I %s;', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as line
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where k.contype <> 'n' and k.contype <> 't' and ${ours} order by k.conrelid::regclass::text, k.conname`,
  },
  {
    title: 'Indexes',
    query: `select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and not exists (select from pg_constraint k where k.conindid = i.indexrelid) order by 1`,
  },
  {
    title: 'Views',
    query: `select format(E'create view %I.%I%s as\\n%s', n.nspname, c.relname, coalesce(' with (' || array_to_string(c.reloptions, ', ') || ')', ''), pg_get_viewdef(c.oid, true)) as line
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and ${ours} order by n.nspname, c.relname`,
  },
  {
    title: 'Functions',
    query: `select pg_get_functiondef(p.oid) || ';' as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prokind = 'f' and ${ours} order by n.nspname, p.proname, p.oid::regprocedure::text`,
  },
  {
    title: 'Triggers',
    query: `select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace where not t.tgisinternal and ${ours} order by c.oid::regclass::text, t.tgname`,
  },
  {
    title: 'Policies',
    query: `select format('create policy %I on %I.%I for %s%s%s;', policyname, schemaname, tablename, lower(cmd), coalesce(' using (' || qual || ')', ''), coalesce(' with check (' || with_check || ')', '')) as line
      from pg_policies join pg_namespace n on n.nspname = schemaname where ${ours} order by schemaname, tablename, policyname`,
  },
  {
    title: 'Grants to the application',
    query: `select format('grant %s on %I.%I to mooring_app;', string_agg(lower(privilege_type), ', ' order by privilege_type), table_schema, table_name) as line
      from information_schema.table_privileges join pg_namespace n on n.nspname = table_schema where grantee = 'mooring_app' and ${ours} group by table_schema, table_name order by table_schema, table_name`,
  },
  {
    title: 'Comments',
    query: `select format('comment on %s %I.%I%s is %L;', case c.relkind when 'v' then 'view' when 'S' then 'sequence' else case when d.objsubid > 0 then 'column' else 'table' end end,
        n.nspname, c.relname, coalesce('.' || (select quote_ident(attname) from pg_attribute where attrelid = c.oid and attnum = d.objsubid and d.objsubid > 0), ''), d.description) as line
      from pg_description d join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass join pg_namespace n on n.oid = c.relnamespace where ${ours} order by n.nspname, c.relname, d.objsubid`,
  },
];

/** The whole database as text, sorted, from PostgreSQL's own catalogue. For reading, not for running. */
export async function schemaText(client: pg.Client): Promise<string> {
  const sections: string[] = ['-- Printed from the catalogue after all migrations (npm run schema). For review: nothing runs this file.'];
  for (const { title, query } of parts) {
    const { rows } = await client.query<{ line: string }>(query);
    sections.push(`\n-- ${title}\n`, rows.map(({ line }) => line).join('\n'));
  }
  return `${sections.join('\n')}\n`;
}
