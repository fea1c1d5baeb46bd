import { recordsOf } from '#server/patients/index.ts';
import { action, id, newId, type Tx } from '#server/platform/index.ts';
import { cadenceContent } from '../cadences/cadence-content.ts';
import { dueInstruments } from '../cadences/due.rules.ts';
import { completedBy, staysOf } from '../cadences/stays.store.ts';
import { lastDays } from '../cadences/worklist.rules.ts';
import { newestInstrument } from '../instruments/instruments.store.ts';
import { drawLink } from '../links/links.store.ts';
import { insertAdministration, sexOf } from './administrations.store.ts';

/** Nobody answers more than so many before a visit. */
const mostAtOnce = 3;

/** Who is asked, in which program, and in whose name. */
interface AskOnTablet {
  readonly patientId: string;
  readonly programId: string;
  readonly madeBy: string;
}

/** Codes of what a program wants answered by now, what is due first at the top. */
async function dueOf(tx: Tx, personId: string, recordIds: readonly string[], programId: string): Promise<readonly string[]> {
  const stays = await staysOf(tx, recordIds);
  const completed = await completedBy(tx, [personId]);
  const timeZone = stays[0]?.timeZone ?? 'UTC';
  const due = dueInstruments(stays, cadenceContent.byKindOfProgram, lastDays(completed, timeZone), tx.now.toZonedDateTimeISO(timeZone).toPlainDate());
  return due.filter((one) => one.state !== 'later' && one.programId === programId).map(({ instrumentCode }) => instrumentCode);
}

/** Begins what is due of a person on a tablet that they hold already, as by the hand of whoever set it up. Answers the tokens; none when nothing is due that is answered alone. */
export const askOnTablet = action('assessment.ask-on-tablet', async (tx, { patientId, programId, madeBy }: AskOnTablet): Promise<readonly string[]> => {
  const { personId, recordIds } = await recordsOf(tx, patientId);
  const tokens: string[] = [];
  for (const instrumentCode of await dueOf(tx, personId, recordIds, programId)) {
    const { definition, versionId } = await newestInstrument(tx, instrumentCode);
    if (!definition.administration.bySelf || tokens.length === mostAtOnce) continue;
    const administrationId = newId<'Administration'>();
    const about = { patientId: id('Patient', personId), programId: id('Program', programId) };
    const how = { mode: 'tablet', answeredBy: 'patient', sex: await sexOf(tx, personId), repeatReason: null, startedBy: madeBy } as const;
    await insertAdministration(tx, { id: administrationId, ...about, versionId, instrumentCode, ...how });
    const expiresAt = tx.now.add({ minutes: cadenceContent.tabletMinutes });
    tokens.push(await drawLink(tx, { administrationId, ...about, kind: 'tablet', madeBy, expiresAt }));
    tx.touch({ kind: 'assessment', id: administrationId, patientId: personId, programId });
  }
  return tokens;
});
