import { valueAt } from '../x12/segment.ts';
import { finding, type Finding } from './finding.ts';
import { childOf, enclosing, segmentIn, textIn, type LoopInstance } from './loop-instance.ts';
import { isDate, readDays } from './moments.ts';

function birthDate(claim: LoopInstance): string {
  const patient = enclosing(claim, '2000C');
  const person = patient === undefined ? childOf(enclosing(claim, '2000B'), '2010BA') : childOf(patient, '2010CA');
  return textIn(person, 'DMG', 2);
}

// The file's own date is "today": the sender may live on another clock.
function fileDate(loop: LoopInstance): string {
  return textIn(enclosing(loop, 'HEADER'), 'BHT', 4);
}

/** A service is not after the day of the file, and not before the patient's birth. */
export function* wrongServiceDate(line: LoopInstance): Generator<Finding> {
  const dtp = segmentIn(line, 'DTP', '472');
  const days = dtp === undefined ? undefined : readDays(valueAt(dtp, 2), valueAt(dtp, 3));
  if (dtp === undefined || days === undefined) return;
  const place = { segment: dtp, element: 3, value: valueAt(dtp, 3), in: line };
  const today = fileDate(line);
  const born = birthDate(line);
  if (isDate(today) && days.to > today) yield finding('line.service-date', `The service is after the day of the file (${today}).`, place);
  if (isDate(born) && days.from < born) yield finding('line.service-date', `The service is before the patient's birth (${born}).`, place);
}

/** Nobody is born after the day of the file. */
export function* wrongBirthDate(person: LoopInstance): Generator<Finding> {
  const segment = segmentIn(person, 'DMG');
  const born = textIn(person, 'DMG', 2);
  if (segment !== undefined && isDate(born) && isDate(fileDate(person)) && born > fileDate(person))
    yield finding('person.birth-date', `${born} is after the day of the file.`, { segment, element: 2, value: born, in: person });
}

const firstBeforeSecond = [
  ['435', '096'],
  ['431', '435'],
] as const;

/** An earlier payer decided after the service and before the file was made. */
export function* wrongAdjudicationDate(told: LoopInstance): Generator<Finding> {
  const dtp = segmentIn(told, 'DTP', '573');
  const line = told.parent;
  const service = segmentIn(line, 'DTP', '472');
  if (dtp === undefined || service === undefined) return;
  const day = valueAt(dtp, 3);
  const served = readDays(valueAt(service, 2), valueAt(service, 3));
  const today = fileDate(told);
  const place = { segment: dtp, element: 3, value: day, in: told };
  if (isDate(day) && isDate(today) && day > today) yield finding('other-payer.date', `The other payer decided after the day of the file (${today}).`, place);
  if (isDate(day) && served !== undefined && day < served.from) yield finding('other-payer.date', `The other payer decided before the service (${served.from}).`, place);
}

/** Dates of a claim that must follow each other do. */
export function* wrongDateOrder(claim: LoopInstance): Generator<Finding> {
  for (const [earlier, later] of firstBeforeSecond) {
    const first = segmentIn(claim, 'DTP', earlier);
    const second = segmentIn(claim, 'DTP', later);
    if (first !== undefined && second !== undefined && valueAt(first, 3) > valueAt(second, 3)) {
      yield finding('date.order', `DTP*${later} (${valueAt(second, 3)}) is before DTP*${earlier} (${valueAt(first, 3)}).`, { segment: second, element: 3, in: claim });
    }
  }
}
