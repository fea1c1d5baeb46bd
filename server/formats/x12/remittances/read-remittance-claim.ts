import type { PersonName } from '../claims/parties.ts';
import { readAdjustments } from '../segments/money.ts';
import type { Cursor } from '../syntax/cursor.ts';
import { centsAt, textAt } from '../syntax/fields.ts';
import { present } from '../syntax/present.ts';
import { element, optional, type Segment } from '../syntax/segment.ts';
import { datesIn, amountsIn, referencesIn } from './below-claim.ts';
import { readRemittanceLine } from './read-remittance-line.ts';
import type { RemittanceClaim, RemittanceLine } from './remittance.ts';

const known = new Set(['CAS', 'NM1', 'MIA', 'MOA', 'REF', 'DTM', 'PER', 'AMT', 'QTY']);
/** Where remark codes stand in MOA and MIA. */
const remarkPlaces: Readonly<Record<string, readonly number[]>> = { MOA: [3, 4, 5, 6, 7], MIA: [5, 20, 21, 22, 23] };

function nameOf(nm1: Segment): PersonName | undefined {
  return element(nm1, 3) === '' ? undefined : present({ family: element(nm1, 3), given: optional(nm1, 4), middle: optional(nm1, 5), suffix: optional(nm1, 7) });
}

/** The people and carriers named below a CLP. */
function partiesIn(below: readonly Segment[]) {
  const party = (part: string) => {
    const nm1 = below.find((one) => one.id === 'NM1' && element(one, 1) === part);
    return nm1 && present({ name: nameOf(nm1), id: optional(nm1, 9) });
  };
  const named = (part: string) => {
    const found = party(part);
    return found?.name && { ...found, name: found.name };
  };
  const forwarded = named('TT');
  return present({
    patient: named('QC'),
    subscriber: named('IL'),
    correctedInsured: withName(party('74')),
    rendering: withName(party('82')),
    forwardedTo: forwarded && { ...forwarded, name: forwarded.name.family },
  });
}

function withName(party: { readonly name?: PersonName; readonly id?: string } | undefined) {
  return party && { ...party, name: party.name };
}

function remarksIn(below: readonly Segment[]): string[] {
  return below.flatMap((one) => (remarkPlaces[one.id] ?? []).map((place) => element(one, place)).filter((code) => code !== ''));
}

/** Reads a CLP loop with its lines; segments it does not know go to `leave`. */
export function readRemittanceClaim(cursor: Cursor, leave: (segment: Segment) => void): RemittanceClaim {
  const clp = cursor.expect('CLP');
  const below = cursor.takeUntil('SVC', 'CLP', 'LX', 'PLB', 'TS2', 'TS3');
  below.filter(({ id }) => !known.has(id)).forEach(leave);
  const lines: RemittanceLine[] = [];
  while (cursor.sees('SVC')) lines.push(readRemittanceLine(cursor, leave));
  const dates = datesIn(below);
  return {
    at: clp.at,
    claimNumber: textAt(clp, 1),
    status: textAt(clp, 2),
    charge: centsAt(clp, 3),
    paid: centsAt(clp, 4),
    ...present({
      patientResponsibility: optional(clp, 5) === undefined ? undefined : centsAt(clp, 5),
      filingIndicator: optional(clp, 6),
      payerClaimNumber: optional(clp, 7),
      facilityCode: optional(clp, 8),
      frequency: optional(clp, 9),
      statementFrom: dates.get('232'),
      statementThrough: dates.get('233'),
      receivedOn: dates.get('050'),
    }),
    adjustments: readAdjustments(below.filter(({ id }) => id === 'CAS')),
    ...partiesIn(below),
    remarks: remarksIn(below),
    references: referencesIn(below),
    amounts: amountsIn(below),
    lines,
  };
}
