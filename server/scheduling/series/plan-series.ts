import { id, newId, NotFound, refuseIf, type Tx } from '#server/platform/index.ts';
import type { Modality } from '../appointments/appointment.ts';
import { appointmentTypeByCode } from '../appointment-types/appointment-types.store.ts';
import { placesFor } from '../appointments/places.store.ts';
import { obstaclesToPlan } from '../appointments/plan.rules.ts';
import { isMovable } from '../appointments/status.rules.ts';
import { withFixes, type Planned } from './planned.ts';
import { occurrenceDays, shifted, spanOn, timesUntil } from './recurrence.rules.ts';
import { stepsTo, type Standing } from './replan.rules.ts';
import type { ChangeSeries, PlanSeries } from './series.contract.ts';
import type { Occurrence } from './series.store.ts';
import type { Series, SeriesFacts, Timetable } from './series.ts';

const mostTimes = 156;

type Asked = SeriesFacts & Timetable & Pick<Series, 'patientId' | 'programId' | 'siteId'>;

/** Refuses what could not even be booked once: missing people and places, a room elsewhere. */
async function refuseImpossible(tx: Tx, asked: Asked): Promise<string> {
  const [places, type] = [await placesFor(tx, asked), await appointmentTypeByCode(tx, asked.typeCode)];
  const span = spanOn(asked.firstDay, asked);
  refuseIf(obstaclesToPlan({ ...places, wantsRoom: asked.roomId !== null, typeExists: type !== undefined }, span));
  refuseIf(asked.times > 0 ? [] : [{ code: 'series.empty', says: 'No occurrence falls before that day. Choose a later one.', at: 'until' }]);
  return places.clinicianName ?? 'The clinician';
}

const roomOf = (roomId: string | null | undefined) => (roomId ? id('Room', roomId) : null);

/** Length and way of meeting; those of the kind where nothing else is said. */
function usually({ minutes, modality }: Pick<PlanSeries, 'minutes' | 'modality'>, type: { minutes: number; modality: Modality } | undefined) {
  return { minutes: minutes ?? type?.minutes ?? 50, modality: modality ?? type?.modality ?? 'in-person' };
}

/** What a change says otherwise; the rest as it was. */
function changedFacts(series: Series, input: ChangeSeries): SeriesFacts & Pick<Series, 'time' | 'minutes'> {
  return {
    clinicianId: input.clinicianId === undefined ? series.clinicianId : id('Staff', input.clinicianId),
    roomId: input.roomId === undefined ? series.roomId : roomOf(input.roomId),
    typeCode: input.typeCode ?? series.typeCode,
    modality: input.modality ?? series.modality,
    time: input.time === undefined ? series.time : Temporal.PlainTime.from(input.time),
    minutes: input.minutes ?? series.minutes,
  };
}

/** A new series as it would be. Throws `Refused` for what cannot be booked at all; taken time is told later, by occurrence. */
export async function planSeries(tx: Tx, input: PlanSeries): Promise<Planned> {
  const [places, type] = [await placesFor(tx, input), await appointmentTypeByCode(tx, input.typeCode)];
  const firstDay = Temporal.PlainDate.from(input.firstDay);
  const times = input.times ?? timesUntil({ recurrence: input.recurrence, firstDay }, Temporal.PlainDate.from(input.until ?? input.firstDay), mostTimes);
  const series: Omit<Series, 'siteId'> = {
    id: input.id === undefined ? newId<'Series'>() : id('Series', input.id),
    patientId: id('Patient', input.patientId),
    programId: id('Program', input.programId),
    clinicianId: id('Staff', input.clinicianId),
    roomId: roomOf(input.roomId),
    typeCode: input.typeCode,
    ...usually(input, type),
    recurrence: input.recurrence,
    firstDay,
    time: Temporal.PlainTime.from(input.time),
    timeZone: places.timeZone ?? 'UTC',
    times,
    follows: null,
    version: 1,
  };
  const whole = { ...series, siteId: places.siteId ?? id('Site', input.siteId ?? input.programId) };
  const clinicianName = await refuseImpossible(tx, whole);
  const steps = stepsTo([], { from: 0, formerTimes: 0 }, whole);
  return { series: whole, steps: withFixes(steps, input, whole.minutes), clinicianName };
}

/** Each appointment of a series, and whether a change of the series may touch it. */
export function standingsOf(series: Series, occurrences: readonly Occurrence[], now: Temporal.Instant): Standing[] {
  const days = occurrenceDays(series);
  return occurrences.map((one) => {
    const day = days[one.occurrence];
    const isToCome = isMovable(one.status) && Temporal.Instant.compare(one.startsAt, now) > 0;
    const isByRule =
      day !== undefined &&
      spanOn(day, series).startsAt.equals(one.startsAt) &&
      spanOn(day, series).endsAt.equals(one.endsAt) &&
      one.clinicianId === series.clinicianId &&
      one.roomId === series.roomId;
    return { occurrence: one.occurrence, appointmentId: one.id, state: isToCome ? (isByRule ? 'open' : 'own') : 'settled' };
  });
}

/** The rest of a series as it would be, from one occurrence on. The rest is a series of its own, unless it is the whole. */
export async function planChange(tx: Tx, series: Series, occurrences: readonly Occurrence[], input: ChangeSeries): Promise<Planned> {
  const formerDay = occurrenceDays(series)[input.from];
  if (!formerDay) throw new NotFound('Occurrence');
  const firstDay = input.firstDay === undefined ? formerDay : Temporal.PlainDate.from(input.firstDay);
  const rest: Series = {
    ...series,
    ...(input.from > 0 ? { id: newId<'Series'>(), follows: series.id, version: 1 } : { version: series.version + 1 }),
    ...changedFacts(series, input),
    recurrence: input.recurrence ?? shifted(series.recurrence, formerDay, firstDay),
    firstDay,
    times: input.times ?? series.times - input.from,
  };
  const clinicianName = await refuseImpossible(tx, rest);
  const steps = stepsTo(standingsOf(series, occurrences, tx.now), { from: input.from, formerTimes: series.times }, rest);
  return { series: rest, steps: withFixes(steps, input, rest.minutes), clinicianName };
}
