import { executive, programs, sites, staffOf, type DemoStaff, type ProgramKey, type RoleKey, type SiteKey } from './organisation.ts';
import { Chance } from './random.ts';

/** The organisation of the story with the identifiers under which it is kept. */
export interface Cast {
  readonly siteIds: Readonly<Record<SiteKey, string>>;
  readonly programIds: Readonly<Record<ProgramKey, string>>;
  readonly staff: readonly (DemoStaff & { readonly id: string })[];
  /** The persona of each role. */
  readonly personaIds: Readonly<Record<RoleKey, string>>;
}

const founded = Temporal.Instant.from('2025-01-06T17:00:00Z');

function keyed<Key extends string>(things: readonly { readonly key: Key }[], chance: Chance): Record<Key, string> {
  return Object.fromEntries(things.map(({ key }) => [key, chance.uuid(founded)])) as Record<Key, string>;
}

/** Gives everyone and everything in the organisation its identifier, the same for the same seed. */
export function castOf(chance: Chance): Cast {
  const siteIds = keyed(sites, chance);
  const programIds = keyed(programs, chance);
  // The executive draws from dice of their own, so that everybody else stays who they were.
  const staff = [...staffOf(chance).map((person) => ({ ...person, id: chance.uuid(founded) })), { ...executive, id: new Chance(41).uuid(founded) }];
  const personaIds = Object.fromEntries(staff.filter(({ persona }) => persona).map(({ role, id }) => [role, id])) as Record<RoleKey, string>;
  return { siteIds, programIds, staff, personaIds };
}

/** The site at which a program works. */
export function siteOf(program: ProgramKey): (typeof sites)[number] {
  const { site } = programs.find(({ key }) => key === program) ?? programs[0];
  return sites.find(({ key }) => key === site) ?? sites[0];
}

/** Those who see patients in a program by appointment: prescribers in psychiatry, else therapists. By identifier. */
export function cliniciansOf(cast: Cast, program: ProgramKey): string[] {
  const role: RoleKey = program === 'psychiatry' ? 'prescriber' : 'therapist';
  return cast.staff.filter((person) => person.role === role && person.programs.includes(program)).map(({ id }) => id);
}
