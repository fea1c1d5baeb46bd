import type { ClaimLineFact } from './claim.ts';
import type { ReadyCharge, ReadyClaim } from './ready-charge.ts';

/** What all days of one claim have in common: the claim says it once. */
function commonOf({ patientId, programId, payerId, day, facts }: ReadyCharge): string {
  const { placeOfService, diagnoses, coverage, priorAuthorization, referralNumber, frequency, payerClaimNumber } = facts;
  return JSON.stringify([patientId, programId, payerId, day, placeOfService, diagnoses, coverage, priorAuthorization, referralNumber, frequency, payerClaimNumber]);
}

/** Nights follow each other within a month; days of a program belong to their week, whatever lies between. */
function follows(last: ReadyCharge, next: ReadyCharge): boolean {
  if (next.day?.per === 'week') return last.servedOn.yearOfWeek === next.servedOn.yearOfWeek && last.servedOn.weekOfYear === next.servedOn.weekOfYear;
  return last.servedOn.add({ days: 1 }).equals(next.servedOn) && last.servedOn.month === next.servedOn.month;
}

const isSameService = (one: ClaimLineFact, other: ClaimLineFact) =>
  one.code === other.code && one.modifiers.join() === other.modifiers.join() && one.amountCents * other.units === other.amountCents * one.units;

/** Lines that follow each other and say the same become one line from its first day to its last, with so many units. */
function spans(lines: readonly ClaimLineFact[]): ClaimLineFact[] {
  const joined: ClaimLineFact[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (!last || !isSameService(last, line)) joined.push(line);
    else
      joined[joined.length - 1] = {
        ...last,
        units: last.units + line.units,
        amountCents: last.amountCents + line.amountCents,
        ...(line.servedOn === undefined ? {} : { servedThrough: line.servedOn }),
      };
  }
  return joined;
}

function claimOf(lead: ReadyCharge, others: readonly ReadyCharge[]): ReadyClaim {
  const all = [lead, ...others];
  const lines = all.flatMap(({ facts, servedOn }) => facts.lines.map((line) => (lead.day ? { ...line, servedOn: servedOn.toString() } : line)));
  const sum = (of: (charge: ReadyCharge) => number) => all.reduce((total, charge) => total + of(charge), 0);
  return {
    ...lead,
    withCharges: others.map(({ chargeId }) => chargeId),
    amountCents: sum(({ amountCents }) => amountCents),
    facts: {
      ...lead.facts,
      patientPaidCents: sum(({ facts }) => facts.patientPaidCents ?? 0),
      lines: lead.day?.lines === 'span' ? spans(lines) : lines,
    },
  };
}

/** The claims that charges become, in the order of their first days: one for each note, and one for days of a stay that go together. */
export function claimsOf(charges: readonly ReadyCharge[]): ReadyClaim[] {
  const runs: [ReadyCharge, ...ReadyCharge[]][] = [];
  const open = new Map<string, [ReadyCharge, ...ReadyCharge[]]>();
  for (const charge of charges) {
    const common = charge.day ? commonOf(charge) : charge.chargeId;
    const run = open.get(common);
    const last = run?.at(-1);
    if (run && last && follows(last, charge)) run.push(charge);
    else {
      const begun: [ReadyCharge] = [charge];
      runs.push(begun);
      open.set(common, begun);
    }
  }
  return runs.map(([lead, ...others]) => claimOf(lead, others));
}
