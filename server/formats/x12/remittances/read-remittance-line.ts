import { cents } from '#server/platform/index.ts';
import { readAdjustments } from '../segments/money.ts';
import type { Cursor } from '../syntax/cursor.ts';
import { centsAt, quantityAt } from '../syntax/fields.ts';
import { present } from '../syntax/present.ts';
import { components, element, optional, type Segment } from '../syntax/segment.ts';
import { amountsIn, datesIn, referencesIn } from './below-claim.ts';
import type { PaidProcedure, RemittanceLine } from './remittance.ts';

const known = new Set(['DTM', 'CAS', 'REF', 'AMT', 'QTY', 'LQ']);
const modifierPlaces = 4;

function readPaidProcedure(svc: Segment, place: number): PaidProcedure {
  const [qualifier = '', code = '', ...rest] = components(svc, place);
  return { qualifier, code, modifiers: rest.slice(0, modifierPlaces).filter((modifier) => modifier !== '') };
}

/** Reads an SVC loop. A revenue-only line or a blank code is read as it stands. */
export function readRemittanceLine(cursor: Cursor, leave: (segment: Segment) => void): RemittanceLine {
  const svc = cursor.expect('SVC');
  const below = cursor.takeUntil('SVC', 'CLP', 'LX', 'PLB', 'TS2', 'TS3');
  below.filter(({ id }) => !known.has(id)).forEach(leave);
  const dates = datesIn(below);
  const references = referencesIn(below);
  return {
    at: svc.at,
    procedure: readPaidProcedure(svc, 1),
    charge: centsAt(svc, 2),
    paid: optional(svc, 3) === undefined ? cents(0) : centsAt(svc, 3),
    units: quantityAt(svc, 5) ?? 1,
    ...present({
      submittedProcedure: optional(svc, 6) === undefined ? undefined : readPaidProcedure(svc, 6),
      revenueCode: optional(svc, 4),
      submittedUnits: quantityAt(svc, 7),
      servedOn: dates.get('472') ?? dates.get('150'),
      servedThrough: dates.get('151'),
      lineNumber: references.find(({ qualifier }) => qualifier === '6R')?.value,
    }),
    adjustments: readAdjustments(below.filter(({ id }) => id === 'CAS')),
    references,
    amounts: amountsIn(below),
    remarks: below.filter((one) => one.id === 'LQ' && element(one, 1) === 'HE').map((lq) => element(lq, 2)),
  };
}
