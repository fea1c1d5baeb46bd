import { action, NotFound, type Tx } from '#server/platform/index.ts';
import { explain, type Asked } from './explain.rules.ts';
import { factsOfReach, factsOfRecord, ownProgramsKnowing, staffFacts, type StaffFacts } from './explanations.store.ts';
import { closedToActor } from '../need-to-know/need-to-know.store.ts';
import { recordKinds, type RecordKindName } from './record-kinds.ts';

/** What is asked: a kind of record of a patient, and for those of programs which one. */
export interface Question {
  readonly patientId: string;
  readonly kind: RecordKindName;
  readonly recordId?: string | undefined;
  readonly purpose: string;
}

async function facts(tx: Tx, { patientId, kind, recordId }: Question) {
  const shape = recordKinds[kind];
  const record = shape.reach === 'program' && recordId ? await factsOfRecord(tx, shape.table, recordId) : undefined;
  if (shape.reach === 'program' && record?.patientId !== patientId) throw new NotFound('Record');
  const { knownTo, grants } = await factsOfReach(tx, patientId);
  const asked: Asked = { kind: shape, programId: record?.programId ?? null, labels: record?.labels ?? [], knownTo };
  return { asked, grants, record };
}

function explained(tx: Tx, person: StaffFacts, { asked, grants, record }: Awaited<ReturnType<typeof facts>>, purpose: string) {
  const held = grants.filter(({ granteeId }) => granteeId === person.staffId);
  const wroteIt = asked.kind.writerKeeps === true && [record?.signedBy, record?.supervisorId].includes(person.staffId);
  const { narrowed, hasPart } = person.need;
  const seer = { permissions: new Set(person.permissions), programIds: new Set(person.programIds), narrowed: new Set(narrowed), hasPart, wroteIt };
  return { staffId: person.staffId, name: person.name, ...explain(seer, asked, held, purpose, tx.now) };
}

/** Who of the staff can see a record for a purpose now, each with the chain of facts. */
export const whoCanSee = action(
  'explanation.who-can-see',
  async (tx, question: Question) => {
    const known = await facts(tx, question);
    const everybody = (await staffFacts(tx, question.patientId, null)).map((person) => explained(tx, person, known, question.purpose));
    tx.touch({ kind: 'explanation', patientId: question.patientId, details: { kind: question.kind } });
    return { items: everybody.filter(({ canSee }) => canSee), others: everybody.filter(({ canSee }) => !canSee).length };
  },
  { purpose: 'HOPERAT' },
);

/** Why one of the staff can see a record for a purpose now, or why not. */
export const whyOne = action(
  'explanation.why',
  async (tx, { staffId, ...question }: Question & { staffId: string }) => {
    const [person] = await staffFacts(tx, question.patientId, staffId);
    if (!person) throw new NotFound('Staff');
    const answer = explained(tx, person, await facts(tx, question), question.purpose);
    tx.touch({ kind: 'explanation', patientId: question.patientId, details: { kind: question.kind } });
    return answer;
  },
  { purpose: 'HOPERAT' },
);

/**
 * For whoever meets a closed door: what they see, and what would open more. Made only of what they may know anyway, so that it reads the same
 * whether there is more behind the door or nothing, and the same for somebody hidden as for nobody (42 CFR 2.13(c)).
 */
export const whyNot = action('explanation.why-not', async (tx, { patientId }: { patientId: string }) => {
  const programs = await ownProgramsKnowing(tx, patientId);
  const narrowed = (await closedToActor(tx, patientId)).map(({ programName }) => programName);
  tx.touch({ kind: 'explanation', patientId });
  return {
    sees: programs.length === 0 ? 'You work in no program that knows a person of this number.' : `You see what these programs recorded: ${programs.join(', ')}.`,
    closed: `${narrowed.map((name) => `${name} keeps its charts for those with a part in the care: it shows you appointments, stays and how to reach the person. `).join('')}What other programs recorded, if there is any, stays closed to you. So do private notes kept apart from the chart, except your own.`,
    opens: [
      ...(narrowed.length > 0 ? ['A part in the care: a place in the care team, an appointment, a group that you lead. Ask whoever leads the team.'] : []),
      'A consent of the patient that names you, your program or your organisation.',
      'Working in the program that made the record: ask its director.',
      ...(tx.actor.permissions.has('access.emergency') ? ['A medical emergency: open the chart with the five facts of 42 CFR 2.51. It is recorded and reviewed.'] : []),
    ],
    canBreakGlass: tx.actor.permissions.has('access.emergency'),
  };
});
