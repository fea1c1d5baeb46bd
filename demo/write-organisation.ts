import type pg from 'pg';
import roles from '#content/roles.json' with { type: 'json' };
import { siteOf, type Cast } from './cast.ts';
import { copyRows } from './copy.ts';
import { organisation, programs, sites } from './organisation.ts';

const firstDay = Temporal.PlainDate.from('2025-01-06');

async function writePlaces(client: pg.Client, cast: Cast): Promise<void> {
  const { address } = organisation;
  await copyRows(
    client,
    'identity.organisation',
    ['name', 'tax_id', 'npi', 'taxonomy', 'phone', 'email', 'time_zone', 'address_line1', 'city', 'state', 'zip'],
    [
      [
        organisation.name,
        organisation.taxId,
        organisation.npi,
        organisation.taxonomy,
        organisation.phone,
        organisation.email,
        sites[0].timeZone,
        address.line1,
        address.city,
        address.state,
        address.zip,
      ],
    ],
  );
  await copyRows(
    client,
    'identity.site',
    ['id', 'name', 'phone', 'npi', 'time_zone', 'address_line1', 'city', 'state', 'zip'],
    sites.map((site) => [
      cast.siteIds[site.key],
      site.name,
      site.phone,
      site.npi,
      site.timeZone,
      site.address.line1,
      site.address.city,
      site.address.state,
      site.address.zip,
    ]),
  );
}

async function writePrograms(client: pg.Client, cast: Cast): Promise<void> {
  await copyRows(
    client,
    'programs.program',
    ['id', 'site_id', 'name', 'kind', 'level_of_care', 'place_of_service'],
    programs.map((program) => [
      cast.programIds[program.key],
      cast.siteIds[siteOf(program.key).key],
      program.name,
      program.kind,
      program.levelOfCare,
      program.placeOfService,
    ]),
  );
  await copyRows(
    client,
    'privacy.program_status',
    ['program_id', 'part2', 'basis', 'valid_from'],
    programs.map((program) => [cast.programIds[program.key], program.part2, program.basis, firstDay]),
  );
}

function emailOf({ given, family }: { given: string; family: string }, index: number): string {
  const plain = `${given}.${family}`
    .normalize('NFKD')
    .replaceAll(/[^a-zA-Z.]/g, '')
    .toLowerCase();
  return index < 10 ? `${plain}@harbor.example` : `${plain}.${index}@harbor.example`;
}

async function writeStaff(client: pg.Client, { staff, programIds }: Cast): Promise<void> {
  const idByName = new Map(staff.map((person) => [`${person.given} ${person.family}`, person.id]));
  await copyRows(
    client,
    'identity.staff',
    ['id', 'given_name', 'family_name', 'email', 'npi', 'taxonomy', 'supervisor_id', 'is_persona'],
    staff.map((person, index) => [
      person.id,
      person.given,
      person.family,
      emailOf(person, index),
      person.npi,
      person.taxonomy,
      person.supervisedBy ? (idByName.get(person.supervisedBy) ?? null) : null,
      person.persona,
    ]),
  );
  await copyRows(
    client,
    'identity.staff_credential',
    ['staff_id', 'kind', 'number', 'state', 'valid_from', 'valid_to'],
    staff.flatMap((person, index) =>
      person.credential ? [[person.id, person.credential, `WA${60_100_000 + index * 37}`, 'WA', firstDay, Temporal.PlainDate.from('2027-12-31')] as const] : [],
    ),
  );
  await copyRows(
    client,
    'identity.staff_role',
    ['staff_id', 'role_code'],
    staff.map((person) => [person.id, person.role]),
  );
  await copyRows(
    client,
    'identity.program_membership',
    ['staff_id', 'program_id', 'valid_from'],
    staff.flatMap((person) => person.programs.map((program) => [person.id, programIds[program], firstDay])),
  );
}

/** Writes organisation, sites, programs and staff. */
export async function writeOrganisation(client: pg.Client, cast: Cast): Promise<void> {
  await client.query('select identity.load_roles($1::jsonb)', [JSON.stringify(roles)]);
  await writePlaces(client, cast);
  await writePrograms(client, cast);
  await writeStaff(client, cast);
}
