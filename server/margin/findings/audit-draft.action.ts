import { tellPlan } from '#server/careplans/index.ts';
import { listObstacles, readDraft } from '#server/charting/index.ts';
import { diagnosisLine } from '#server/charting/templates/templates.contract.ts';
import { action, type Tx } from '#server/platform/index.ts';
import { rulesSwitchedOff } from '../switches/switches.store.ts';
import { listKnown } from '../known/list-known.action.ts';
import { billingOf, comparable, comparedWith, emptySignatures, hasPulled, stalePulls, writtenFields, type KnownBySource } from './facts.rules.ts';
import { findingsIn } from './findings.rules.ts';
import type { ListedDiagnosis, NoteFacts } from './finding.ts';
import { rules } from './rule-book.ts';
import { appointmentOf, contentOf, fellowsOf, screensSince, settingOf, unsignedBefore, writtenElsewhere } from './surroundings.store.ts';

type Draft = Awaited<ReturnType<typeof readDraft.within>>;

/** As far back as the longest look of a rule about screens goes. */
const screenDays = 60;

async function writingsOf(tx: Tx, draft: Draft, startOfDay: Temporal.Instant): Promise<Pick<NoteFacts, 'before' | 'sameDay'>> {
  const last = draft.lastNote && (await contentOf(tx, draft.lastNote.id));
  return { before: last ? comparable(last, 'the note before this one') : null, sameDay: comparedWith(await writtenElsewhere(tx, draft, startOfDay)) };
}

function templateFacts({ template: { code, form } }: Draft): NoteFacts['template'] {
  const { asksTimes, asksRisk, asksDiagnosis, aboutAbsence = false } = form;
  return { code, asksTimes, asksRisk, asksDiagnosis, isAboutAbsence: aboutAbsence };
}

function headerFacts({ header, diagnoses }: Draft) {
  const listed: readonly ListedDiagnosis[] = diagnoses;
  const { startedAt, endedAt, modality, patientLocation, risk, diagnosisIds } = header;
  return {
    startedAt: startedAt === null ? null : Temporal.Instant.from(startedAt),
    endedAt: endedAt === null ? null : Temporal.Instant.from(endedAt),
    modality,
    patientLocation,
    risk,
    listed,
    chosen: diagnosisIds.flatMap((chosen) => listed.filter(({ id }) => id === chosen)),
  };
}

/** What the chart knows now that this draft may quote. */
async function knownTo(tx: Tx, { id: draftId, diagnoses }: Draft): Promise<KnownBySource> {
  return { ...(await listKnown.within(tx, { draftId })), diagnoses: diagnoses.map((one) => ({ id: one.id, says: diagnosisLine(one) })) };
}

/** All that is known beside a draft, as far as this actor may see it. */
async function factsOf(tx: Tx, draft: Draft): Promise<NoteFacts> {
  const { programKind, timeZone, credential, supervisorId, isOnRiskPathway, givenName, familyName } = await settingOf(tx, draft);
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate();
  const today = dayOf(tx.now);
  const answers = Object.fromEntries(draft.sections.map(({ key, text }) => [key, text]));
  const screens = await screensSince(tx, draft.patientId, tx.now.subtract({ hours: 24 * screenDays }));
  return {
    ...headerFacts(draft),
    ...billingOf(draft.service),
    ...(await writingsOf(tx, draft, today.toZonedDateTime(timeZone).toInstant())),
    template: templateFacts(draft),
    service: draft.service,
    programKind: programKind ?? '',
    fields: writtenFields(draft.template.form, answers),
    emptySignatures: emptySignatures(draft.template.form, answers),
    stalePulls: hasPulled(draft.template.form, answers) ? stalePulls(draft.template.form, answers, await knownTo(tx, draft)) : [],
    appointment: await appointmentOf(tx, draft.appointmentId),
    plan: (await tellPlan.within(tx, { patientId: draft.patientId, programId: draft.programId, draftId: draft.id })) ?? null,
    author: { credential, hasSupervisor: supervisorId !== null },
    isOnRiskPathway,
    screens: screens.map(({ instrument, completedAt }) => ({ instrument, on: dayOf(completedAt) })),
    self: { name: draft.patientName, givenName: givenName ?? '', familyName: familyName ?? '' },
    others: await fellowsOf(tx, draft.patientId),
    earlierUnsigned: (await unsignedBefore(tx, draft)).map(({ draftId, servedAt }) => ({ draftId, on: dayOf(servedAt) })),
    obstacles: (await listObstacles.within(tx, { draftId: draft.id })).items,
    today,
  };
}

/** What an auditor would find in a draft as it stands on the server. A signed one has nothing left to find. */
export const auditDraft = action('draft.audit', async (tx, { draftId }: { draftId: string }) => {
  const draft = await readDraft.within(tx, { draftId });
  if (draft.state === 'signed') return { items: [] };
  const off = await rulesSwitchedOff(tx);
  return {
    items: findingsIn(
      await factsOf(tx, draft),
      rules.filter(({ id }) => !off.has(id)),
    ),
  };
});
