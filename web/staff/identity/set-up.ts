import { FirstRun } from '#server/identity/set-up/set-up.contract.ts';
import { withoutBlanks } from '../../ui/form/blanks.ts';
import { complaints } from '../../ui/form/complaints.ts';

const address = { line1: '', line2: '', city: '', state: '', zip: '' };

/** A site nothing is known of yet; `key` tells it from the others on the screen. */
export function emptySite(timeZone: string, key: string) {
  return { key, name: '', phone: '', npi: '', timeZone, address };
}

/** The empty form of the first run; the browser's time zone is the best guess for the clinic's. */
export function emptyFirstRun(timeZone: string) {
  return {
    organisation: { name: '', taxId: '', npi: '', taxonomy: '', phone: '', email: '', timeZone, address },
    sites: [emptySite(timeZone, '0')],
    administrator: { givenName: '', familyName: '', email: '', password: '' },
  };
}
export type FirstRunValues = ReturnType<typeof emptyFirstRun>;

/** What is sent. Empty sections stay as empty objects, so that each missing field is named. */
export function firstRunBody({ organisation, sites, administrator }: FirstRunValues): object {
  return { organisation: withoutBlanks(organisation), sites: sites.map(({ key: _key, ...site }) => withoutBlanks(site)), administrator: withoutBlanks(administrator) };
}

const steps = ['organisation', 'sites', 'administrator'] as const;

/** What is wrong on one step. */
export function complaintsOfStep(step: number, values: FirstRunValues): Record<string, string> {
  const part = steps[step] ?? 'administrator';
  return Object.fromEntries(Object.entries(complaints(FirstRun, firstRunBody(values))).filter(([path]) => path.startsWith(part)));
}

/** The first step on which something is wrong; undefined when all is well. */
export function firstStepWith(values: FirstRunValues): number | undefined {
  const step = steps.findIndex((_, index) => Object.keys(complaintsOfStep(index, values)).length > 0);
  return step === -1 ? undefined : step;
}
