import type pg from 'pg';
import { digestOfNote, sealVersion, type SealedContent, type SealedNote } from '#server/charting/index.ts';
import { siteOf, type Cast } from './cast.ts';
import { copyRows, type CopyValue } from './copy.ts';
import { noteTexts } from './note-texts.ts';
import type { Chance } from './random.ts';
import type { PlacedVisit, Story } from './story.ts';

/** A visit whose note is signed. */
export interface DocumentedVisit {
  readonly visit: PlacedVisit;
  readonly noteId: string;
  readonly signedAt: Temporal.Instant;
  readonly diagnoses: readonly string[];
}

interface Template {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly digest: string;
  readonly form: { readonly sections: readonly { readonly key: string; readonly label: string }[] };
}

type Clinician = Cast['staff'][number];

async function templateOf(client: pg.Client): Promise<Template> {
  const { rows } = await client.query<Template>(
    `select id, code, version, name, digest, form from charting.template_version where code = 'dap' order by version desc limit 1`,
  );
  const [template] = rows;
  if (!template) throw new Error('The note template is not loaded');
  return template;
}

async function descriptionsOf(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ code: string; description: string }>('select code, description from charting.icd10cm');
  return new Map(rows.map(({ code, description }) => [code, description]));
}

function contentOf(visit: PlacedVisit, clinician: Clinician, template: Template, diagnoses: SealedContent['diagnoses'], chance: Chance): SealedContent {
  const texts = noteTexts(chance);
  const header = {
    startedAt: visit.startsAt.toString(),
    endedAt: visit.endsAt.toString(),
    modality: visit.modality,
    patientLocation: visit.modality === 'video' ? 'At home' : '',
    participants: 'Patient',
    risk: 'denied' as const,
    diagnosisIds: [],
  };
  return {
    form: { code: template.code, version: template.version, name: template.name, digest: template.digest },
    header,
    service: visit.service,
    minutes: visit.minutes,
    sections: template.form.sections.map(({ key, label }) => ({ key, label, text: texts[key] ?? '' })),
    diagnoses,
    signer: { id: clinician.id, name: `${clinician.given} ${clinician.family}`, credential: clinician.credential },
    supervisor: null,
  };
}

function noteOf(documented: DocumentedVisit, story: Story, template: Template, content: SealedContent): SealedNote {
  const { visit, noteId, signedAt } = documented;
  return {
    id: noteId,
    patientId: story.people[visit.patient]?.id,
    programId: story.cast.programIds[visit.program],
    kind: 'note',
    addendumTo: null,
    draftId: null,
    appointmentId: visit.id,
    templateId: template.id,
    title: template.name,
    content,
    signedBy: visit.clinician,
    signedAt,
    sealVersion,
  } as unknown as SealedNote;
}

async function writeProblems(client: pg.Client, { people, cast, chance, stays }: Story, words: ReadonlyMap<string, string>): Promise<void> {
  const rows = stays.flatMap((stay) => {
    const person = people[stay.patient];
    const notedAt = stay.admittedOn.toZonedDateTime({ timeZone: siteOf(stay.program).timeZone, plainTime: '12:00' }).toInstant();
    return (person?.facts.diagnoses ?? []).map((code, index): readonly CopyValue[] => [
      chance.uuid(notedAt),
      person?.id ?? null,
      cast.programIds[stay.program],
      code,
      words.get(code) ?? code,
      index + 1,
      notedAt,
      stay.clinician,
    ]);
  });
  await copyRows(client, 'charting.diagnosis', ['id', 'patient_id', 'program_id', 'code', 'description', 'rank', 'noted_at', 'noted_by'], rows);
}

/** Signs the notes of almost all visits that took place, with true seals, and keeps the problem lists. The latest few wait, as they do in life. */
export async function writeNotes(client: pg.Client, story: Story, visits: readonly PlacedVisit[]): Promise<DocumentedVisit[]> {
  const { cast, people, chance } = story;
  const template = await templateOf(client);
  const words = await descriptionsOf(client);
  const staff = new Map(cast.staff.map((person) => [person.id, person]));
  const documented = visits
    .filter(({ status }) => status === 'completed')
    .filter(() => !chance.happens(0.006))
    .map((visit): DocumentedVisit => {
      const signedAt = visit.endsAt.add({ minutes: chance.between(4, 90) });
      return { visit, signedAt, noteId: chance.uuid(signedAt), diagnoses: people[visit.patient]?.facts.diagnoses ?? [] };
    });
  const notes = documented.flatMap((one) => {
    const clinician = staff.get(one.visit.clinician);
    const diagnoses = one.diagnoses.map((code) => ({ code, description: words.get(code) ?? code }));
    return clinician ? [noteOf(one, story, template, contentOf(one.visit, clinician, template, diagnoses, chance))] : [];
  });
  await copyRows(
    client,
    'charting.note',
    ['id', 'patient_id', 'program_id', 'kind', 'appointment_id', 'template_id', 'title', 'content', 'signed_by', 'signed_at', 'seal_version', 'digest'],
    notes.map((note) => [
      note.id,
      note.patientId,
      note.programId,
      'note',
      note.appointmentId,
      note.templateId,
      note.title,
      { json: note.content },
      note.signedBy,
      note.signedAt,
      note.sealVersion,
      digestOfNote(note),
    ]),
  );
  await copyRows(
    client,
    'charting.encounter',
    [
      'note_id',
      'patient_id',
      'program_id',
      'appointment_id',
      'site_id',
      'clinician_id',
      'credential',
      'service',
      'modality',
      'started_at',
      'ended_at',
      'minutes',
      'diagnoses',
      'signed_at',
    ],
    documented.map(({ visit, noteId, diagnoses, signedAt }) => [
      noteId,
      people[visit.patient]?.id ?? null,
      cast.programIds[visit.program],
      visit.id,
      cast.siteIds[siteOf(visit.program).key],
      visit.clinician,
      staff.get(visit.clinician)?.credential ?? null,
      visit.service,
      visit.modality,
      visit.startsAt,
      visit.endsAt,
      visit.minutes,
      diagnoses,
      signedAt,
    ]),
  );
  await writeProblems(client, story, words);
  return documented;
}
