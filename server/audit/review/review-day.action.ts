import { action, NotFound, refuseIf, type Tx } from '#server/platform/index.ts';
import { obstaclesToClosingDay, obstaclesToMarking, type FindingVerdict } from './closing.rules.ts';
import { findingsOf } from './findings.rules.ts';
import { reviewContent, ruleOf } from './review-rule.ts';
import {
  closeDay,
  daysToReview,
  findingsOfDay,
  keepDay,
  lockDay,
  lockFinding,
  looksOfDay,
  markFinding,
  reviewDays,
  unmarkedOn,
  useOfDay,
  type ReviewedDay,
} from './review.store.ts';

async function reviewOneDay(tx: Tx, day: ReviewedDay): Promise<void> {
  const { listsOver, ignoredActions, rules } = reviewContent;
  const { from: lateFrom, to: lateTo } = ruleOf('after-hours');
  const looks = await looksOfDay(tx, day, { listsOver, ignoredActions, lateFrom, lateTo, withinDays: ruleOf('no-relationship').withinDays });
  const days = await useOfDay(tx, day, ruleOf('volume').usualOverDays);
  const entries = looks.reduce((sum, look) => sum + look.entries, 0);
  await keepDay(tx, day.day, entries, findingsOf(rules, looks, days));
}

/** Goes through every finished day of the last week that nobody has gone through yet. As the system. */
export async function reviewFinishedDays(tx: Tx): Promise<void> {
  for (const day of await daysToReview(tx)) await reviewOneDay(tx, day);
  tx.touch({ kind: 'access-review' });
}

/** What counts as unusual. */
export const listRules = action(
  'audit.list-rules',
  (_tx, _nothing: object) => Promise.resolve({ source: reviewContent.source, date: reviewContent.date, items: reviewContent.rules }),
  {
    audit: 'touched',
  },
);

export const listDays = action('audit.list-days', async (tx, _nothing: object) => ({ items: await reviewDays(tx, 90) }), { purpose: 'HOPERAT', audit: 'touched' });

/** What was unusual on a day. */
export const listFindings = action(
  'audit.list-findings',
  async (tx, { day }: { day: string }) => {
    const items = await findingsOfDay(tx, Temporal.PlainDate.from(day));
    tx.touch({ kind: 'finding', patientId: [...new Set(items.flatMap(({ patientId }) => patientId ?? []))] });
    return { items };
  },
  { purpose: 'HOPERAT' },
);

/** What the reviewer makes of a finding. */
export const judgeFinding = action(
  'audit.judge-finding',
  async (
    tx,
    { findingId, verdict, note, incidentId }: { findingId: string; verdict: FindingVerdict; note: string; incidentId?: string | null | undefined },
  ): Promise<void> => {
    const finding = await lockFinding(tx, findingId);
    if (!finding) throw new NotFound('Finding');
    tx.touch({ kind: 'finding', id: findingId, patientId: finding.patientId ?? undefined, details: { verdict, rule: finding.rule } });
    refuseIf(obstaclesToMarking(finding, tx.actor.id, verdict, incidentId ?? null), 409);
    await markFinding(tx, findingId, verdict, note, incidentId ?? null);
  },
  { purpose: 'HOPERAT' },
);

/** Closes a day in the name of who closes it. */
export const closeReviewDay = action(
  'audit.close-day',
  async (tx, { day, note }: { day: string; note: string }): Promise<void> => {
    const date = Temporal.PlainDate.from(day);
    const found = await lockDay(tx, date);
    if (!found) throw new NotFound('Day');
    refuseIf(obstaclesToClosingDay({ isClosed: found.closedAt !== null, unmarked: await unmarkedOn(tx, date) }), 409);
    await closeDay(tx, date, note || null);
    tx.touch({ kind: 'access-review', id: day });
  },
  { purpose: 'HOPERAT' },
);
