import type { z } from 'zod';
import type { Expiry } from '../decision/facts.ts';
import { kinds, type ConsentForm } from './consent-form.ts';
import type { DrawUpConsent } from './consents.contract.ts';

type Asked = z.output<typeof DrawUpConsent>;

const everybodyInCare = (['treating-providers', 'health-plans', 'third-party-payers', 'people-helping-to-operate'] as const).map((name) => ({
  kind: 'class' as const,
  class: name,
}));

// Reports while somebody is treated end with the treatment. That is an event to be recorded: "end of treatment" itself may stand on the single consent only (42 CFR 2.31(a)(7)).
const endsWithTreatment: readonly ConsentForm['kind'][] = ['central-registry', 'pdmp'];
const endOfTreatment = { en: 'the end of my treatment here', es: 'el final de mi tratamiento aquí' } as const;

function endOf({ kind, expiry, language }: Asked): Expiry | null {
  if (expiry === undefined) {
    if (kind === 'tpo') return { kind: 'none' };
    return endsWithTreatment.includes(kind) ? { kind: 'event', event: endOfTreatment[language], happenedAt: null } : null;
  }
  switch (expiry.kind) {
    case 'none':
      return { kind: 'none' };
    case 'date':
      return { kind: 'date', lastDay: Temporal.PlainDate.from(expiry.lastDay) };
    case 'event':
      return { kind: 'event', event: expiry.event, happenedAt: null };
    case 'end-of-treatment':
      return { kind: 'end-of-treatment', endedAt: null };
  }
}

function classesOf({ kind, classes }: Asked): ConsentForm['classes'] {
  if (kind === 'counseling-notes') return classes ?? ['counseling-note'];
  if (kind === 'central-registry') return ['demographics', 'medication', 'dose'];
  if (kind === 'pdmp') return ['medication', 'dose'];
  return classes ?? (kind === 'tpo' ? 'all' : []);
}

function purposesOf({ kind, purposes, askForDonations }: Asked): ConsentForm['purposes'] {
  const only = kinds[kind].purposes.length === 1 ? kinds[kind].purposes : [];
  const chosen = kind === 'tpo' ? kinds.tpo.purposes : (purposes ?? only);
  return askForDonations ? [...chosen, 'FUNDRAISE'] : chosen;
}

/** A registry and any program within the distance of the rule may hear, so that nobody is enrolled twice (42 CFR 2.34(a)(3)). */
const nearby = { kind: 'class', class: 'treatment-programs-nearby' } as const;

function recipientsOf({ kind, recipients }: Asked): ConsentForm['recipients'] {
  if (kind === 'tpo') return recipients ?? everybodyInCare;
  return kind === 'central-registry' && recipients !== undefined ? [...recipients, nearby] : (recipients ?? []);
}

/** The whole form from what was asked and what the kind decides by itself (42 CFR 2.31(a)(4)-(7)). */
export function drawnUp(asked: Asked, names: { patientName: string; programName: string }): ConsentForm {
  const { kind, language, programId } = asked;
  return {
    kind,
    language,
    patientName: names.patientName,
    disclosers: [{ programId, name: names.programName }],
    classes: classesOf(asked),
    excludedLabels: [],
    from: asked.from ? Temporal.PlainDate.from(asked.from) : null,
    to: asked.to ? Temporal.PlainDate.from(asked.to) : null,
    recipients: recipientsOf(asked),
    purposes: purposesOf(asked),
    expiry: endOf(asked),
    statements: asked.askForDonations ? [...kinds[kind].statements, 'fundraising-opt-out'] : kinds[kind].statements,
    irrevocableUntil: kind === 'criminal-justice' ? (asked.irrevocableUntil ?? null) : null,
  };
}
