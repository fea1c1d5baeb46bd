import type pg from 'pg';
import { siteOf } from './cast.ts';
import { copyRows, type CopyValue } from './copy.ts';
import type { DemoStay } from './history.ts';
import type { PlacedVisit, Story } from './story.ts';
import { writeClaims } from './write-claims.ts';
import { writeNotes } from './write-notes.ts';

function placed({ visits, chance }: Story): PlacedVisit[] {
  const sessionIds = new Map<string, string>();
  return visits.map((visit) => {
    const start = visit.day.toZonedDateTime({ timeZone: siteOf(visit.program).timeZone, plainTime: Temporal.PlainTime.from({ hour: visit.hour }) }).toInstant();
    if (visit.session && !sessionIds.has(visit.session)) sessionIds.set(visit.session, chance.uuid(start));
    return {
      ...visit,
      id: chance.uuid(start),
      startsAt: start,
      endsAt: start.add({ minutes: visit.minutes }),
      sessionId: visit.session ? (sessionIds.get(visit.session) ?? null) : null,
    };
  });
}

function stayRow({ cast, people }: Story, stay: DemoStay): readonly CopyValue[] {
  const ended = stay.endedOn !== null;
  return [
    people[stay.patient]?.id ?? null,
    cast.programIds[stay.program],
    ended ? 'discharged' : 'admitted',
    'physician',
    stay.referredOn,
    stay.referredOn,
    stay.admittedOn,
    stay.endedOn,
    ended ? 'completed' : null,
    stay.clinician,
  ];
}

function attended(visit: PlacedVisit): readonly (Temporal.Instant | null)[] {
  if (visit.status !== 'completed') return [null, null, null];
  return [visit.startsAt.subtract({ minutes: 6 }), visit.startsAt, visit.endsAt];
}

function visitRow({ cast, people }: Story, visit: PlacedVisit): readonly CopyValue[] {
  const site = cast.siteIds[siteOf(visit.program).key];
  return [
    visit.id,
    people[visit.patient]?.id ?? null,
    cast.programIds[visit.program],
    site,
    visit.clinician,
    visit.sessionId,
    visit.type,
    visit.startsAt,
    visit.endsAt,
    visit.modality,
    visit.status,
    visit.status === 'cancelled' ? 'patient-asked' : null,
    ...attended(visit),
    visit.startsAt.subtract({ hours: 24 * 14 }),
  ];
}

async function writeRooms(client: pg.Client, { cast }: Story): Promise<void> {
  const names = ['Juniper', 'Alder', 'Cedar', 'Willow', 'Birch', 'Group room'];
  await copyRows(
    client,
    'scheduling.room',
    ['site_id', 'name', 'seats'],
    Object.values(cast.siteIds).flatMap((site) => names.map((name) => [site, name, name === 'Group room' ? 16 : 3] as const)),
  );
}

/** Writes stays and visits, with what was written and billed of them. */
export async function writeHistory(client: pg.Client, story: Story, today: Temporal.PlainDate): Promise<void> {
  const visits = placed(story);
  await writeRooms(client, story);
  await copyRows(
    client,
    'programs.episode',
    ['patient_id', 'program_id', 'state', 'source', 'referred_on', 'screened_on', 'admitted_on', 'ended_on', 'end_reason', 'primary_clinician_id'],
    story.stays.map((stay) => stayRow(story, stay)),
  );
  await copyRows(
    client,
    'scheduling.appointment',
    [
      'id',
      'patient_id',
      'program_id',
      'site_id',
      'clinician_id',
      'session_id',
      'type_code',
      'starts_at',
      'ends_at',
      'modality',
      'status',
      'cancel_reason',
      'arrived_at',
      'started_at',
      'ended_at',
      'booked_at',
    ],
    visits.map((visit) => visitRow(story, visit)),
  );
  const documented = await writeNotes(client, story, visits);
  await writeClaims(client, story, documented, today);
}
