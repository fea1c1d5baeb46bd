import fc from 'fast-check';
import { expect } from 'vitest';
import evidence from '#content/reviews/evidence.json' with { type: 'json' };
import { cadenceContent } from '#server/assessments/cadences/cadence-content.ts';
import { dueInstruments } from '#server/assessments/cadences/due.rules.ts';
import { planDue } from '#server/careplans/plans/plan.rules.ts';
import { newId } from '#server/platform/index.ts';
import { neededDocuments } from '#server/programs/index.ts';
import { documentDue } from '#server/reviews/missing/due-documents.rules.ts';
import { askedElsewhere, daysBeforeAdmission, evidenceFor } from '#server/reviews/missing/missing.ts';
import type { MissingItem } from '#server/reviews/missing/missing.contract.ts';
import { clinicTest as test, type Clinic } from '#testing/clinic.ts';

// What the database works out for all stays at once is what the rules say of each. MISSING_PEOPLE sets how many people are tried.
const people = Number(process.env['MISSING_PEOPLE'] ?? 60);

const all = Object.values(evidence.evidence);
const codes = {
  form: [...new Set(all.flatMap(({ forms }) => forms))],
  document: [...new Set(all.flatMap(({ documents }) => documents))],
  panel: [...new Set(all.flatMap(({ panels }) => panels))],
};
const instruments = [...new Set(Object.values(cadenceContent.byKindOfProgram).flatMap((lines) => lines.map(({ instrument }) => instrument)))];
type Source = keyof typeof codes;

const daysAgo = fc.nat(120);
const written = fc
  .constantFrom<Source>('form', 'document', 'panel')
  .chain((source) => fc.record({ source: fc.constant(source), code: fc.constantFrom(...codes[source]), daysAgo }));
const stay = fc.record({
  program: fc.constantFrom('outpatient', 'psychiatry', 'iop', 'php', 'residential', 'otp'),
  admittedDaysAgo: fc.nat(100),
  written: fc.array(written, { maxLength: 6 }),
  reviewInDays: fc.option(fc.integer({ min: -40, max: 40 })),
});
const person = fc.record({
  stays: fc.uniqueArray(stay, { minLength: 1, maxLength: 2, selector: ({ program }) => program }),
  scores: fc.array(fc.record({ instrument: fc.constantFrom(...instruments), daysAgo }), { maxLength: 5 }),
});

interface Program {
  readonly id: string;
  readonly kind: string;
  readonly level_of_care: string;
}

const zone = 'America/Los_Angeles';

/** The same people as they stand in the database, and as the rules see them. */
function told(clinic: Clinic, programs: ReadonlyMap<string, Program>) {
  const today = clinic.clock.now().toZonedDateTimeISO(zone).toPlainDate();
  const before = (days: number) => today.subtract({ days });
  return fc.sample(person, { numRuns: people, seed: 20261129 }).map(({ stays, scores }) => ({
    patientId: newId<'Patient'>() as string,
    scores: scores.map(({ instrument, daysAgo: days }) => ({ instrument, on: before(days) })),
    stays: stays.flatMap(({ program: key, admittedDaysAgo, written: papers, reviewInDays }) => {
      const program = programs.get(clinic.ids.programs[key]);
      return program
        ? [
            {
              program,
              admittedOn: before(admittedDaysAgo),
              papers: papers.map(({ source, code, daysAgo: days }) => ({ source, code, on: before(days) })),
              reviewDue: reviewInDays === null ? null : today.add({ days: reviewInDays }),
            },
          ]
        : [];
    }),
  }));
}

type Told = ReturnType<typeof told>;

/** Writes rows past the routes: an array of objects as one statement. */
async function write(clinic: Clinic, into: string, shape: string, rows: readonly object[]): Promise<void> {
  await clinic.sql('owner', `${into} from jsonb_to_recordset($1::jsonb) as r (${shape})`, [JSON.stringify(rows)]);
}

async function fill(clinic: Clinic, folk: Told): Promise<void> {
  const by = clinic.ids.staff.therapist;
  const stays = folk.flatMap(({ patientId, stays: own }) => own.map(({ program, ...one }) => ({ patient: patientId, program: program.id, ...one })));
  const papers = (source: Source) =>
    stays.flatMap(({ patient, program, papers: own }) => own.filter((paper) => paper.source === source).map((paper) => ({ patient, program, id: newId(), ...paper })));
  const paper = 'patient uuid, program uuid, id uuid, code text, "on" date';
  // Noon where the clinic is, so that a day is the same day for both.
  const at = `(r."on" + time '12:00') at time zone '${zone}'`;
  await write(
    clinic,
    `insert into patients.patient (id, mrn, given_name, family_name, birth_date) select id, 'MISS-' || place, 'Case', 'Number ' || place, '1990-01-01'`,
    'id uuid, place integer',
    folk.map(({ patientId: id }, place) => ({ id, place })),
  );
  await write(clinic, 'insert into privacy.patient_program (patient_id, program_id) select patient, program', 'patient uuid, program uuid', stays);
  await write(
    clinic,
    `insert into programs.episode (patient_id, program_id, state, source, referred_on, admitted_on, primary_clinician_id) select patient, program, 'admitted', 'self', "admittedOn", "admittedOn", '${by}'`,
    'patient uuid, program uuid, "admittedOn" date',
    stays,
  );
  await write(
    clinic,
    `insert into charting.note (patient_id, program_id, kind, template_id, title, content, signed_by, signed_at, seal_version, digest) select r.patient, r.program, 'note', (select t.id from charting.template_version t where t.code = r.code limit 1), r.code, '{"sections": []}', '${by}', ${at}, 1, repeat('0', 64)`,
    paper,
    papers('form'),
  );
  await write(
    clinic,
    `insert into documents.document (id, version, patient_id, program_id, file_id, sha256, content_type, size, title, category, access, received_how, receipt_basis, received_at, state, written_at, written_by) select r.id, 1, r.patient, r.program, r.id, repeat('0', 64), 'application/pdf', 1, r.code, r.code, 'clinical', 'scan', 'none', ${at}, 'filed', ${at}, '${by}'`,
    paper,
    papers('document'),
  );
  await write(
    clinic,
    `insert into observations.result (id, version, patient_id, program_id, panel, panel_name, collected_at, received_at, laboratory, "values", worst, state, written_at, written_by, review_due) select r.id, 1, r.patient, r.program, r.code, r.code, ${at}, ${at}, 'Tested here', '{}', 'normal', 'recorded', ${at}, '${by}', ${at}`,
    paper,
    papers('panel'),
  );
  const plans = stays.flatMap(({ patient, program, reviewDue, admittedOn }) => (reviewDue === null ? [] : [{ id: newId(), patient, program, reviewDue, admittedOn }]));
  await write(
    clinic,
    `insert into careplans.plan (id, patient_id, program_id, opened_on, saved_at) select id, patient, program, "admittedOn", now()`,
    'id uuid, patient uuid, program uuid, "admittedOn" date',
    plans,
  );
  await write(
    clinic,
    `insert into careplans.sealed_plan (plan_id, patient_id, program_id, number, content, digest, review_due, signed_by, signed_at) select id, patient, program, 1, '[]', repeat('0', 64), "reviewDue", '${by}', now()`,
    'id uuid, patient uuid, program uuid, "reviewDue" date',
    plans,
  );
  const scores = folk.flatMap(({ patientId, scores: own, stays: [first] }) =>
    own.map(({ instrument, on }) => ({ patient: patientId, program: first?.program.id, code: instrument, on })),
  );
  await write(
    clinic,
    `insert into assessments.administration (patient_id, program_id, version_id, instrument_code, state, mode, answered_by, started_at, started_by, saved_at, completed_at, completed_by, result) select r.patient, r.program, (select v.id from assessments.instrument_version v where v.code = r.code limit 1), r.code, 'completed', 'staff', 'patient', ${at}, '${by}', ${at}, ${at}, '${by}', '{}'`,
    'patient uuid, program uuid, code text, "on" date',
    scores,
  );
}

const isPast = (due: Temporal.PlainDate, today: Temporal.PlainDate) => Temporal.PlainDate.compare(due, today) < 0;
const endOf = (due: Temporal.PlainDate, timeZone: string) => due.add({ days: 1 }).toZonedDateTime({ timeZone }).toInstant().toString();

/** What the rules say is missing, a line each. */
function expected(folk: Told, today: Temporal.PlainDate): string[] {
  return folk.flatMap(({ patientId, stays, scores }) => {
    const papers = stays.flatMap(({ program, admittedOn, papers: own }) =>
      neededDocuments.flatMap((needed) => {
        if (needed.levelOfCare !== program.level_of_care || askedElsewhere.includes(needed.says)) return [];
        const { forms = [], documents = [], panels = [] } = evidenceFor(needed.says) ?? {};
        const counts = { form: forms, document: documents, panel: panels };
        const due = documentDue(
          needed,
          admittedOn,
          own.filter(({ source, code }) => counts[source].includes(code)).map(({ on }) => on),
          daysBeforeAdmission,
        );
        return due && isPast(due, today) ? [`document-missing ${patientId} ${program.id} ${needed.says} ${endOf(due, zone)}`] : [];
      }),
    );
    const plans = stays.flatMap(({ program, admittedOn, reviewDue }) => {
      const due = reviewDue ?? planDue(program.level_of_care, admittedOn, null);
      return isPast(due, today) ? [`plan-overdue ${patientId} ${program.id} ${reviewDue ? 'Review of the care plan' : 'First care plan'} ${endOf(due, 'UTC')}`] : [];
    });
    const last = new Map(scores.toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on)).map(({ instrument, on }) => [instrument, on]));
    const own = stays.map(({ program, admittedOn }) => ({ patientId, programId: program.id, kind: program.kind, admittedOn }));
    const owed = dueInstruments(own, cadenceContent.byKindOfProgram, last, today).filter(({ state }) => state === 'overdue');
    // Asked for by two programs on one day, either may be named.
    return [...papers, ...plans, ...owed.map(({ instrumentCode, dueOn }) => `assessment-overdue ${patientId} ${instrumentCode} ${endOf(dueOn, 'UTC')}`)];
  });
}

test('what is found missing in all stays at once is what the rules say of each', async ({ clinic }) => {
  const rows = (await clinic.sql('owner', 'select id, kind, level_of_care from programs.program')) as Program[];
  const folk = told(clinic, new Map(rows.map((program) => [program.id, program])));
  await fill(clinic, folk);
  const names = new Map(
    (await clinic.sql('owner', `select definition ->> 'abbreviation' as says, code from assessments.instrument_version`)).map(({ says, code }) => [says, code]),
  );
  const { items } = (await (await clinic.as('clinical-director')).get<{ items: MissingItem[] }>('/missing-documentation')).body;
  const theirs = new Set(folk.map(({ patientId }) => patientId));
  const lines = items
    .filter(({ patientId }) => theirs.has(patientId))
    .map(({ kind, patientId, programId, what, due }) =>
      kind === 'assessment-overdue' ? `${kind} ${patientId} ${names.get(what)} ${due}` : `${kind} ${patientId} ${programId} ${what} ${due}`,
    );
  expect(lines.toSorted()).toEqual(expected(folk, clinic.clock.now().toZonedDateTimeISO(zone).toPlainDate()).toSorted());
  expect(new Set(lines.map((line) => line.split(' ')[0]))).toEqual(new Set(['document-missing', 'plan-overdue', 'assessment-overdue']));
});
