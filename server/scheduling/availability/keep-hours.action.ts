import { action, refuseIf, type Tx } from '#server/platform/index.ts';
import type { WeeklyHours } from './availability.ts';
import type { KeepHours } from './availability.contract.ts';
import { endHours, hoursFrom, insertHours } from './availability.store.ts';
import { obstaclesToHours } from './hours.rules.ts';

const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' });

async function shown(tx: Tx, { clinicianId, siteId }: { clinicianId?: string | null | undefined; siteId?: string | null | undefined }) {
  const whose = { clinicianIds: clinicianId ? [clinicianId] : [], siteIds: clinicianId || !siteId ? [] : [siteId] };
  const hours = await hoursFrom(tx, whose, tx.now.toZonedDateTimeISO('UTC').toPlainDate());
  return { items: hours.map((one) => ({ ...one, opens: clock(one.opens), closes: clock(one.closes) })) };
}

/** Weekly hours that are or will be in force. */
export const readHours = action('hours.read', (tx, input: { clinicianId?: string | undefined; siteId?: string | undefined }) => shown(tx, input), { audit: 'touched' });

/** Says when somebody receives from a day on, or when a site is open. What holds before that day stays as it was. */
export const keepHours = action('hours.keep', async (tx, input: KeepHours) => {
  const hours = input.hours.map(
    (one): WeeklyHours => ({
      ...one,
      clinicianId: input.clinicianId ?? null,
      siteId: input.clinicianId ? one.siteId : (input.siteId ?? one.siteId),
      opens: Temporal.PlainTime.from(one.opens),
      closes: Temporal.PlainTime.from(one.closes),
      validFrom: Temporal.PlainDate.from(input.from),
      validTo: input.until ? Temporal.PlainDate.from(input.until) : null,
    }),
  );
  refuseIf(obstaclesToHours(hours));
  await endHours(tx, { clinicianId: input.clinicianId ?? null, siteId: input.siteId ?? null }, Temporal.PlainDate.from(input.from));
  await insertHours(tx, hours);
  tx.touch({ kind: 'hours', id: input.clinicianId ?? input.siteId ?? undefined });
  return shown(tx, input);
});
